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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.SerializedOrigin;

/**
 * The origins of a policy: what {@code Access-Control-Allow-Origin} says.
 */
final class AllowedOrigins {

	static final String ANY = "*";

	private final Set<String> exact;

	private final List<OriginPattern> patternList;

	private final OriginSet patterns;

	private final boolean any;

	private final boolean encrypted;

	private AllowedOrigins(Set<String> exact, List<OriginPattern> patterns, boolean encrypted) {
		this.exact = exact;
		this.patternList = List.copyOf(patterns);
		this.patterns = OriginSet.of(patterns);
		this.any = exact.contains(ANY);
		this.encrypted = encrypted;
	}

	static AllowedOrigins compile(CorsPolicyDefinition definition, Problems problems) {
		OriginCheck originCheck = new OriginCheck(definition, problems);
		Set<String> exact = new LinkedHashSet<>();
		problems.forEachItem(PolicyField.ALLOWED_ORIGINS, definition.allowedOrigins(), false, (index, item) -> {
			String origin = originCheck.check(index, item);
			if (origin != null) {
				exact.add(origin);
			}
		});
		PatternCheck patternCheck = new PatternCheck(definition, problems);
		List<OriginPattern> patterns = new ArrayList<>();
		problems.forEachItem(PolicyField.ALLOWED_ORIGIN_PATTERNS, definition.allowedOriginPatterns(), false,
				(index, item) -> {
					OriginPattern pattern = patternCheck.check(index, item);
					if (pattern != null) {
						patterns.add(pattern);
					}
				});
		RedundantOrigins.report(definition, patterns, problems);
		return new AllowedOrigins(exact, patterns, OriginRules.isEncryptionNeeded(definition));
	}

	/** Whether every origin is allowed, malformed ones and opaque ones included. */
	boolean isAny() {
		return this.any;
	}

	Set<String> exact() {
		return this.exact;
	}

	List<String> patterns() {
		return this.patternList.stream().map(OriginPattern::toString).toList();
	}

	/**
	 * The verdict on an origin that is none of the exact ones.
	 * @param otherwiseAllowed whether it is allowed if an entry could allow it
	 */
	Verdict match(String value, boolean otherwiseAllowed) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		if (origin == null) {
			return value.equals(SerializedOrigin.NULL) ? Verdict.ORIGIN_NOT_ALLOWED : Verdict.ORIGIN_MALFORMED;
		}
		boolean allowed = this.patterns.contains(origin) || (otherwiseAllowed
				&& !(this.encrypted && OriginRules.isInsecure(origin.scheme(), origin.isLoopback())));
		return allowed ? Verdict.ALLOWED : Verdict.ORIGIN_NOT_ALLOWED;
	}

}
