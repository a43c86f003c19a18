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

package io.github.corsstarter.rule;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;

/**
 * Is told of every CORS request that a rule has decided on, in whatever mode the rule is.
 * A bean of this type is told without further ado.
 * <p>
 * It is called once for each request, on its thread (or on the one that goes on with it,
 * where an origin source was asked), so it has to be quick, and by several threads at
 * once. What it throws is logged once and otherwise ignored: no listener can change a
 * decision.
 */
@FunctionalInterface
public interface CorsDecisionListener {

	/**
	 * Take notice of a decision.
	 * @param rule the rule that decided; in {@link Mode#REPORT_ONLY} the decision was not
	 * applied
	 * @param request the facts, not to be kept: they are those of a request of a server
	 * @param decision the decision, whose outcome is
	 * {@linkplain io.github.corsstarter.Outcome#isChecked() checked}
	 */
	void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision);

	/**
	 * Take notice of the rules that are about to be in force: those of the start, and
	 * later those that replace them. A decision that was under way meanwhile may still be
	 * one of a former rule.
	 * @param ruleSet the rules
	 */
	default void onRuleSet(CorsRuleSet ruleSet) {
	}

}
