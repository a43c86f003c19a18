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

package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluation;
import io.github.corsstarter.rule.CorsEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * Rules without an application: what they let through gets an empty answer.
 */
final class RulesAlone implements CorsServer {

	private static final int OK = 200;

	private final CorsEvaluator evaluator;

	RulesAlone(CorsEvaluator evaluator) {
		this.evaluator = evaluator;
	}

	@Override
	public ServerAnswer answer(Request request) {
		CorsDecision decision = Explanation.dryRun(this.evaluator, request).applied();
		List<Field> headers = new ArrayList<>();
		decision.forEachHeader((name, value) -> headers.add(new Field(name, value)));
		return new ServerAnswer(decision.proceeds() ? OK : decision.status(), headers);
	}

	/**
	 * Say why the rules have no say in a request. A statement about them would be true or
	 * false for the wrong reason.
	 * @param request the request
	 * @return the reason, or {@code null} if a rule decides
	 */
	@Nullable String reasonForSilence(Request request) {
		CorsEvaluation evaluation = Explanation.dryRun(this.evaluator, request);
		CompiledRule rule = evaluation.rule();
		if (rule == null) {
			List<String> patterns = this.evaluator.ruleSet()
				.rules()
				.stream()
				.flatMap((each) -> each.paths().stream())
				.toList();
			return "No rule governs " + request.path() + ", so that the application decides; the rules govern "
					+ (patterns.isEmpty() ? "nothing." : String.join(", ", patterns) + ".");
		}
		return rule.isEnforced() ? null : "Rule \"" + rule.name()
				+ "\" only reports, so that the application decides about " + request.path() + ".";
	}

}
