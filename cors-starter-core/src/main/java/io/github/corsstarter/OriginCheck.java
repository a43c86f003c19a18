/*
 * Copyright 2026 the cors-starter authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.corsstarter;

import io.github.corsstarter.origin.OriginFlaw;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginRepair;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with declared origins.
 */
final class OriginCheck {

	private static final PolicyField FIELD = PolicyField.ALLOWED_ORIGINS;

	private final Problems problems;

	private final OriginRules rules;

	private final boolean alone;

	OriginCheck(CorsPolicyDefinition definition, Problems problems) {
		this.problems = problems;
		this.rules = new OriginRules(definition, problems);
		this.alone = definition.allowedOrigins().size() == 1 && definition.allowedOriginPatterns().isEmpty();
	}

	/** The origin of an item of the list, or *, if it can be used. */
	@Nullable String check(int index, String item) {
		if (item.equals(AllowedOrigins.ANY)) {
			return isUsableAny(index) ? item : null;
		}
		if (this.rules.isNull(FIELD, index, item) || this.problems.isJoined(FIELD, index, item, OriginRules::isOrigin)
				|| isPattern(index, item)) {
			return null;
		}
		SerializedOrigin origin = SerializedOrigin.parse(item);
		if (origin == null || OriginRepair.isOpaqueScheme(origin.scheme())) {
			OriginRepair repair = OriginRepair.of(item);
			for (OriginFlaw flaw : repair.flaws()) {
				FlawReport.add(this.problems, FIELD, index, item, flaw, repair.repaired());
			}
			return null;
		}
		if (origin.host().endsWith(".")) {
			this.rules.warnOfTrailingDot(FIELD, index, item);
		}
		return this.rules.isInsecure(FIELD, index, item, origin.scheme(), origin.isLoopback()) ? null : item;
	}

	private boolean isPattern(int index, String item) {
		boolean portList = item.endsWith("]") && SerializedOrigin.parse(item) == null
				&& OriginPattern.parse(item) != null;
		if (item.indexOf('*') < 0 && !portList) {
			return false;
		}
		if (this.rules.isAnyOriginWithCredentials(FIELD, index, item)) {
			return true;
		}
		this.problems.add(FIELD, index, item, ProblemCode.PATTERN_IN_ALLOWED_ORIGINS,
				"A pattern belongs in allowed-origin-patterns; here it would match nothing.",
				(OriginPattern.parse(item) != null) ? "allowed-origin-patterns: " + item : null);
		return true;
	}

	private boolean isUsableAny(int index) {
		if (this.rules.isAnyOriginWithCredentials(FIELD, index, AllowedOrigins.ANY)) {
			return false;
		}
		if (!this.alone) {
			this.problems.add(FIELD, index, AllowedOrigins.ANY, ProblemCode.WILDCARD_NOT_ALONE,
					"Beside any origin the others have no effect; leave either out.", AllowedOrigins.ANY);
		}
		return this.alone;
	}

}
