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

package io.github.corsstarter.micrometer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.Decided;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsMetrics}.
 */
class CorsMetricsTests {

	private static final String FOREIGN = "https://other.example";

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Decided decided = new Decided(new CorsMetrics(this.registry));

	@Test
	void everyCombinationThatCanOccurIsThereFromTheStart() {
		assertThat(counts("api")).containsOnlyKeys("preflight allowed allowed", "preflight rejected origin-malformed",
				"preflight rejected origin-not-allowed", "preflight rejected method-malformed",
				"preflight rejected method-not-allowed", "preflight rejected request-headers-malformed",
				"preflight rejected request-headers-over-limit", "preflight rejected request-header-not-allowed",
				"actual allowed allowed", "actual rejected origin-malformed", "actual rejected origin-not-allowed");
		assertThat(counts("api").values()).containsOnly(0.0);
	}

	@Test
	void aRuleThatOnlyReportsHasNoOtherOutcome() {
		assertThat(counts("trial")).hasSize(11).allSatisfy((name, count) -> assertThat(name).contains(" reported "));
	}

	@Test
	void aRuleForAnyOriginRefusesNone() {
		assertThat(counts("public")).hasSize(7).allSatisfy((name, count) -> assertThat(name).doesNotContain("origin"));
	}

	@Test
	void countsEveryDecision() {
		this.decided.actual("api", Decided.ALLOWED);
		this.decided.actual("api", Decided.ALLOWED);
		this.decided.actual("api", FOREIGN);
		this.decided.actual("api", Decided.ALLOWED + "/");
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "");
		this.decided.preflight("api", Decided.ALLOWED, "DELETE", "");
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "X-Other");
		this.decided.preflight("api", FOREIGN, "PUT", "");
		assertThat(positive("api")).isEqualTo(Map.of("actual allowed allowed", 2.0,
				"actual rejected origin-not-allowed", 1.0, "actual rejected origin-malformed", 1.0,
				"preflight allowed allowed", 1.0, "preflight rejected method-not-allowed", 1.0,
				"preflight rejected request-header-not-allowed", 1.0, "preflight rejected origin-not-allowed", 1.0));
		assertThat(positive("trial")).isEmpty();
	}

	@Test
	void countsWhatARuleThatOnlyReportsWouldDo() {
		this.decided.actual("trial", Decided.ALLOWED);
		this.decided.actual("trial", FOREIGN);
		this.decided.preflight("trial", FOREIGN, "PUT", "");
		assertThat(positive("trial")).isEqualTo(Map.of("actual reported allowed", 1.0,
				"actual reported origin-not-allowed", 1.0, "preflight reported origin-not-allowed", 1.0));
	}

	@Test
	void whatIsPassedThroughWithoutHeadersIsRejected() {
		CorsPolicyDefinition policy = CorsPolicyDefinition.builder()
			.allowedOrigins(Decided.ALLOWED)
			.disallowedRequests(DisallowedRequests.PASS_THROUGH)
			.build();
		CorsEvaluator evaluator = new CorsEvaluator(
				CorsRuleSet.compile(List.of(CorsRule.of("open", policy, "/**")), null),
				List.of(new CorsMetrics(this.registry)));
		evaluator.evaluate("/", CorsRequest.builder("GET").header("Origin", FOREIGN).build());
		assertThat(positive("open")).isEqualTo(Map.of("actual rejected origin-not-allowed", 1.0));
	}

	@Test
	void requestsRegisterNothing() {
		int meters = this.registry.getMeters().size();
		assertThat(meters).isEqualTo(11 + 11 + 7);
		for (int i = 0; i < 1000; i++) {
			this.decided.actual("api", "https://a" + i + ".test");
			this.decided.preflight("public", "https://a" + i + ".test", "M" + i, "X-" + i);
		}
		assertThat(this.registry.getMeters()).hasSize(meters)
			.allSatisfy((meter) -> assertThat(meter.getId().getTags().toString()).doesNotContain(".test"));
	}

	@Test
	void registersTheCombinationsOfNewRulesAndGoesOnWithThoseOfOldOnes() {
		this.decided.actual("api", FOREIGN);
		CorsPolicyDefinition policy = CorsPolicyDefinition.builder().allowedOrigins(Decided.ALLOWED).build();
		this.decided.evaluator()
			.replaceRuleSet(CorsRuleSet
				.compile(List.of(CorsRule.of("api", policy, "/api/**"), CorsRule.of("new", policy, "/new/**")), null));
		assertThat(counts("new")).hasSize(11);
		this.decided.actual("api", FOREIGN);
		assertThat(positive("api")).isEqualTo(Map.of("actual rejected origin-not-allowed", 2.0));
	}

	@Test
	void rulesThatComeAndGoLeaveNothing() {
		CorsPolicyDefinition policy = CorsPolicyDefinition.builder().allowedOrigins(Decided.ALLOWED).build();
		for (int i = 0; i < 5; i++) {
			this.decided.evaluator()
				.replaceRuleSet(CorsRuleSet.compile(List.of(CorsRule.of("rule-" + i, policy, "/**")), null));
		}
		assertThat(this.registry.getMeters()).hasSize(11)
			.allSatisfy((meter) -> assertThat(meter.getId().getTag(CorsMetrics.RULE)).isEqualTo("rule-4"));
	}

	@Test
	void countsADecisionThatWasUnderWayWhileItsRuleWasReplaced() {
		CompiledRule former = this.decided.rule("api");
		CorsMetrics metrics = new CorsMetrics(this.registry);
		metrics.onRuleSet(CorsRuleSet.empty());
		CorsRequest request = Decided.preflight(FOREIGN, "PUT", "");
		metrics.onDecision(former, request, former.policy().decide(request));
		assertThat(positive("api")).isEqualTo(Map.of("preflight rejected origin-not-allowed", 1.0));
	}

	@Test
	void aDecisionThatWasUnderWayLeavesNothingOfARuleThatIsGone() {
		CompiledRule former = this.decided.rule("api");
		this.decided.evaluator().replaceRuleSet(CorsRuleSet.empty());
		CorsRequest request = Decided.preflight(FOREIGN, "PUT", "");
		CorsMetrics metrics = new CorsMetrics(this.registry);
		metrics.onDecision(former, request, former.policy().decide(request));
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private Map<String, Double> positive(String rule) {
		Map<String, Double> counts = counts(rule);
		counts.values().removeIf((count) -> count == 0);
		return counts;
	}

	private Map<String, Double> counts(String rule) {
		Map<String, Double> counts = new TreeMap<>();
		for (Counter counter : this.registry.find(CorsMetrics.METER_NAME).tag(CorsMetrics.RULE, rule).counters()) {
			assertThat(counter.getId().getTags()).hasSize(4);
			counts.put(counter.getId().getTag(CorsMetrics.KIND) + " " + counter.getId().getTag(CorsMetrics.OUTCOME)
					+ " " + counter.getId().getTag(CorsMetrics.REASON), counter.count());
		}
		return counts;
	}

}
