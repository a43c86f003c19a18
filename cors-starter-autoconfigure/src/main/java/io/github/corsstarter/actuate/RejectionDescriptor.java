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

package io.github.corsstarter.actuate;

import java.time.Instant;

import io.github.corsstarter.explain.OriginHint;
import io.github.corsstarter.rejections.Rejection;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsRuleSet;
import org.jspecify.annotations.Nullable;

/**
 * A combination that was refused, or that would have been.
 *
 * @param origin the origin, printable and cut
 * @param rule the name of the rule
 * @param kind {@code preflight} or {@code actual}
 * @param reason the verdict
 * @param reported whether the rule only reports, so that nothing was refused on the wire
 * @param count how often it was seen since it is remembered
 * @param first when it was first seen (ISO 8601, UTC)
 * @param last when it was last seen
 * @param nearest the nearest allowed origin or pattern, or {@code null} if none is near,
 * the origin is not what was refused, or the rule is gone
 */
public record RejectionDescriptor(String origin, String rule, String kind, String reason, boolean reported, long count,
		String first, String last, @Nullable String nearest) {

	static RejectionDescriptor of(Rejection rejection, CorsRuleSet ruleSet) {
		return new RejectionDescriptor(rejection.origin(), rejection.rule(),
				rejection.preflight() ? "preflight" : "actual", rejection.verdict().id(), rejection.reported(),
				rejection.count(), Instant.ofEpochMilli(rejection.first()).toString(),
				Instant.ofEpochMilli(rejection.last()).toString(), nearest(rejection, ruleSet));
	}

	private static @Nullable String nearest(Rejection rejection, CorsRuleSet ruleSet) {
		if (!rejection.verdict().isOriginRefusal()) {
			return null;
		}
		CompiledRule rule = ruleSet.rules()
			.stream()
			.filter((candidate) -> candidate.name().equals(rejection.rule()))
			.findFirst()
			.orElse(null);
		return (rule != null) ? OriginHint.of(rule.policy(), rejection.origin()).nearest() : null;
	}

}
