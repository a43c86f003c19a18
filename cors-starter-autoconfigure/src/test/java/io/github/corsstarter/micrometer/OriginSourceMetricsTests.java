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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.OriginSourceListener.Call;
import io.github.corsstarter.rule.OriginSourceListener.Lookup;
import io.github.corsstarter.support.FixedLookup;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginSourceMetrics}.
 */
class OriginSourceMetricsTests {

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins("https://app.example.com")
		.build();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final OriginSourceMetrics metrics = new OriginSourceMetrics(this.registry);

	@Test
	void registersEveryCombinationWhenRulesComeIntoForce() {
		CorsRuleSet ruleSet = rules(CorsRule.of("api", POLICY, "/api/**").withOriginSource("tenants"),
				CorsRule.of("none", POLICY, "/none"));
		this.metrics.onRuleSet(ruleSet);
		this.metrics.onDecision(ruleSet.rules().get(0), CorsRequest.builder("GET").build(), CorsDecision.notGoverned());
		assertThat(ids()).containsExactlyInAnyOrder("cors.origin.source.lookups[hit, api, tenants] 0.0",
				"cors.origin.source.lookups[miss, api, tenants] 0.0",
				"cors.origin.source.lookups[not-asked, api, tenants] 0.0",
				"cors.origin.source.calls[answered, tenants] 0.0", "cors.origin.source.calls[failed, tenants] 0.0",
				"cors.origin.source.calls[timed-out, tenants] 0.0");
	}

	@Test
	void countsQuestionsAndMeasuresCalls() {
		this.metrics.onRuleSet(rules(CorsRule.of("api", POLICY, "/api/**").withOriginSource("tenants"),
				CorsRule.of("other", POLICY, "/other").withOriginSource("tenants")));
		this.metrics.onLookup("api", "tenants", Lookup.HIT);
		this.metrics.onLookup("api", "tenants", Lookup.HIT);
		this.metrics.onLookup("other", "tenants", Lookup.NOT_ASKED);
		this.metrics.onCall("tenants", Call.TIMED_OUT, Duration.ofMillis(1500));
		assertThat(ids()).filteredOn((id) -> !id.endsWith(" 0.0"))
			.containsExactlyInAnyOrder("cors.origin.source.lookups[hit, api, tenants] 2.0",
					"cors.origin.source.lookups[not-asked, other, tenants] 1.0",
					"cors.origin.source.calls[timed-out, tenants] 1.0");
		assertThat(this.registry.get(OriginSourceMetrics.CALLS)
			.tag(OriginSourceMetrics.SOURCE, "tenants")
			.tag(OriginSourceMetrics.RESULT, "timed-out")
			.timer()
			.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1500);
	}

	@Test
	void rulesThatComeAndGoLeaveNothing() {
		for (int i = 0; i < 5; i++) {
			this.metrics.onRuleSet(rules(CorsRule.of("rule-" + i, POLICY, "/**").withOriginSource("tenants")));
			// asked under way, while the rule was replaced
			this.metrics.onLookup("rule-" + (i - 1), "tenants", Lookup.HIT);
		}
		assertThat(ids()).filteredOn((id) -> id.startsWith(OriginSourceMetrics.LOOKUPS))
			.hasSize(3)
			.allMatch((id) -> id.endsWith(", rule-4, tenants] 0.0"));
	}

	private static CorsRuleSet rules(CorsRule... rules) {
		return CorsRuleSet.compile(List.of(rules), null, (rule, name, problems) -> new FixedLookup(true));
	}

	private List<String> ids() {
		return this.registry.getMeters().stream().map(OriginSourceMetricsTests::describe).toList();
	}

	/** Name, values of the tags in the order of their names, and count. */
	private static String describe(Meter meter) {
		List<String> tags = meter.getId().getTags().stream().map((tag) -> tag.getValue()).toList();
		return meter.getId().getName() + tags + " " + meter.measure().iterator().next().getValue();
	}

}
