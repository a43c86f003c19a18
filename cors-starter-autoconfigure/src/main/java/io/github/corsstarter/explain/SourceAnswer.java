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

package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluation;
import io.github.corsstarter.rule.CorsRule;
import org.jspecify.annotations.Nullable;

/**
 * What the origin source of a rule said about an origin.
 *
 * @param rule the rule
 * @param origin the origin
 * @param allowed whether the source allows it
 */
record SourceAnswer(CompiledRule rule, String origin, boolean allowed) {

	/** The answer that an evaluation rests on, null if nobody was asked. */
	static @Nullable SourceAnswer of(CorsEvaluation evaluation, CorsRequest request) {
		CompiledRule rule = evaluation.rule();
		String origin = request.origin();
		if (rule == null || rule.originLookup() == null || origin == null) {
			return null;
		}
		boolean asked = rule.policy().decide(request).verdict() == Verdict.ORIGIN_NOT_ALLOWED
				&& rule.policy().decide(request, true).verdict() != Verdict.ORIGIN_NOT_ALLOWED;
		return asked ? new SourceAnswer(rule, origin, evaluation.decision().verdict() != Verdict.ORIGIN_NOT_ALLOWED)
				: null;
	}

	String note() {
		return "The origin source '" + Printable.of(String.valueOf(this.rule.rule().originSource()))
				+ "' was asked about " + Printable.of(this.origin)
				+ (this.allowed ? ", and allows it." : ", and does not allow it, or does not answer.");
	}

	/** The rule as it decides: with the origin as an entry if the source allows it. */
	CompiledRule asListed() {
		if (!this.allowed) {
			return this.rule;
		}
		CorsPolicyDefinition definition = this.rule.policy().definition();
		List<String> origins = new ArrayList<>(definition.allowedOrigins());
		origins.add(this.origin);
		CorsPolicyDefinition listed = definition.toBuilder().allowedOrigins(origins).build();
		CorsRule declared = this.rule.rule();
		return new CompiledRule(
				new CorsRule(declared.name(), declared.paths(), listed, declared.originSource(), declared.mode(),
						declared.enabled(), declared.sources()),
				CorsPolicy.compile(listed), this.rule.originLookup(), this.rule.paths());
	}

}
