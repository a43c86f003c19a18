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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.Verdict;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEvaluator}.
 */
class CorsEvaluatorTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final CorsRequest REQUEST = CorsRequest.builder("GET").header("Origin", ORIGIN).build();

	private static final CorsRequest FOREIGN = CorsRequest.builder("GET")
		.header("Origin", "https://other.example")
		.build();

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder().allowedOrigins(ORIGIN).build();

	@Test
	void letsTheRuleOfThePathDecide() {
		CorsEvaluator evaluator = evaluator(CorsRule.of("api", POLICY, "/api/**"));
		assertThat(evaluator.evaluate("/api/x", REQUEST).outcome()).isEqualTo(Outcome.ACTUAL_ALLOWED);
		assertThat(evaluator.evaluate(PathContainer.parsePath("/api/x"), REQUEST).allowOrigin()).isEqualTo(ORIGIN);
	}

	@Test
	void leavesARequestAloneThatNoRuleGoverns() {
		CorsEvaluator evaluator = evaluator(CorsRule.of("api", POLICY, "/api/**"));
		CorsDecision decision = evaluator.evaluate("/other", REQUEST);
		assertThat(decision.isUntouched()).isTrue();
		assertThat(decision.verdict()).isEqualTo(Verdict.NOT_GOVERNED);
	}

	@Test
	void changesNothingUnderARuleThatOnlyReports() {
		CorsEvaluator evaluator = evaluator(
				new CorsRule("api", List.of("/**"), POLICY, Mode.REPORT_ONLY, true, Map.of()));
		assertThat(evaluator.evaluate("/", REQUEST).isUntouched()).isTrue();
		assertThat(evaluator.ruleSet().match("/").isEnforced()).isFalse();
	}

	@Test
	void aRuleThatOnlyReportsHidesLessSpecificOnes() {
		CorsEvaluator evaluator = evaluator(CorsRule.of("all", POLICY, "/**"),
				new CorsRule("api", List.of("/api/**"), POLICY, Mode.REPORT_ONLY, true, Map.of()));
		assertThat(evaluator.evaluate("/api/x", REQUEST).isUntouched()).isTrue();
		assertThat(evaluator.evaluate("/x", REQUEST).isUntouched()).isFalse();
	}

	@Test
	void putsOtherRulesInForce() {
		CorsEvaluator evaluator = evaluator();
		assertThat(evaluator.evaluate("/", REQUEST).isUntouched()).isTrue();
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(CorsRule.of("all", POLICY, "/**")), null);
		evaluator.replaceRuleSet(ruleSet);
		assertThat(evaluator.ruleSet()).isSameAs(ruleSet);
		assertThat(evaluator.evaluate("/", REQUEST).isUntouched()).isFalse();
	}

	@Test
	void tellsListenersOfDecisionsOnCorsRequestsOnly() {
		List<String> told = new ArrayList<>();
		CorsEvaluator evaluator = listened(
				(rule, request, decision) -> told.add(rule.name() + " " + request.origin() + " " + decision.outcome()));
		evaluator.evaluate("/api/x", REQUEST);
		evaluator.evaluate(PathContainer.parsePath("/api/x"), FOREIGN);
		evaluator.evaluate("/api/x", CorsRequest.builder("GET").build());
		evaluator.evaluate("/elsewhere", REQUEST);
		evaluator.evaluate("/trial", FOREIGN);
		assertThat(told).containsExactly("api " + ORIGIN + " ACTUAL_ALLOWED",
				"api https://other.example ACTUAL_REFUSED", "trial https://other.example ACTUAL_REFUSED");
	}

	@Test
	void tellsNobodyOfADryRun() {
		CorsEvaluator evaluator = listened((rule, request, decision) -> {
			throw new IllegalStateException("told");
		});
		CorsEvaluation trial = evaluator.dryRun("/trial", FOREIGN);
		assertThat(trial.rule()).extracting(CompiledRule::name).isEqualTo("trial");
		assertThat(trial.decision().outcome()).isEqualTo(Outcome.ACTUAL_REFUSED);
		assertThat(trial.applied().isUntouched()).isTrue();
		CorsEvaluation enforced = evaluator.dryRun("/api/x", FOREIGN);
		assertThat(enforced.applied()).isSameAs(enforced.decision());
		assertThat(evaluator.dryRun("/elsewhere", FOREIGN))
			.isEqualTo(new CorsEvaluation(null, CorsDecision.notGoverned()));
		assertThat(evaluator.dryRun("/elsewhere", FOREIGN).applied().isUntouched()).isTrue();
	}

	@Test
	void aListenerThatThrowsNeitherChangesADecisionNorSilencesTheOthers() {
		List<Outcome> told = new ArrayList<>();
		CorsEvaluator evaluator = listened((rule, request, decision) -> {
			throw new StackOverflowError();
		}, (rule, request, decision) -> told.add(decision.outcome()));
		assertThat(evaluator.evaluate("/api/x", REQUEST).outcome()).isEqualTo(Outcome.ACTUAL_ALLOWED);
		assertThat(evaluator.evaluate("/api/x", FOREIGN).outcome()).isEqualTo(Outcome.ACTUAL_REFUSED);
		assertThat(told).containsExactly(Outcome.ACTUAL_ALLOWED, Outcome.ACTUAL_REFUSED);
	}

	@Test
	void tellsListenersOfTheRulesBeforeTheyAreInForce() {
		List<CorsRuleSet> told = new ArrayList<>();
		CorsDecisionListener listener = new CorsDecisionListener() {

			@Override
			public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
				assertThat(told).isNotEmpty();
			}

			@Override
			public void onRuleSet(CorsRuleSet ruleSet) {
				told.add(ruleSet);
				throw new IllegalStateException("A listener fails");
			}

		};
		CorsEvaluator evaluator = listened(listener);
		assertThat(told).containsExactly(evaluator.ruleSet());
		evaluator.replaceRuleSet(CorsRuleSet.empty());
		assertThat(told).hasSize(2).last().isSameAs(CorsRuleSet.empty());
		assertThat(evaluator.ruleSet()).isSameAs(CorsRuleSet.empty());
	}

	private static CorsEvaluator listened(CorsDecisionListener... listeners) {
		return new CorsEvaluator(
				CorsRuleSet.compile(
						List.of(CorsRule.of("api", POLICY, "/api/**"),
								new CorsRule("trial", List.of("/trial"), POLICY, Mode.REPORT_ONLY, true, Map.of())),
						null),
				List.of(listeners));
	}

	@Test
	void knowsWhetherTwoPathsHaveTheSameRule() {
		CorsEvaluator evaluator = evaluator(CorsRule.of("api", POLICY, "/api/**"),
				CorsRule.of("admin", POLICY, "/api/admin/**"));
		assertThat(evaluator.isSameRule("/api/a%20b", "/api/a b")).isTrue();
		assertThat(evaluator.isSameRule("/x/../y", "/y")).isTrue();
		assertThat(evaluator.isSameRule("/api/x/../admin/y", "/api/admin/y")).isFalse();
		assertThat(evaluator.isSameRule("/x/../api/y", "/api/y")).isFalse();
	}

	@Test
	void aNormalizedPathIsNotDecodedOnceMore() {
		CorsEvaluator evaluator = evaluator(CorsRule.of("admin", POLICY, "/admin/**"));
		assertThat(evaluator.isSameRule("/%2561dmin/x", "/%61dmin/x")).isTrue();
		assertThat(evaluator.isSameRule("/100%25/x", "/100%/x")).isTrue();
	}

	private static CorsEvaluator evaluator(CorsRule... rules) {
		return new CorsEvaluator(CorsRuleSet.compile(List.of(rules), null));
	}

}
