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

import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.OpenLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceAnswer}, as part of explanations.
 */
class SourceAnswerTests {

	private static final String TENANT = "https://shop.tenants.example.org";

	private static final String OTHER = "https://evil.example.net";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins("https://app.example.com")
		.allowCredentials(true)
		.build();

	private final OpenLookup lookup = new OpenLookup();

	private final CorsExplainer explainer = new CorsExplainer(
			new CorsEvaluator(
					CorsRuleSet.compile(List.of(CorsRule.of("api", POLICY, "/api/**").withOriginSource("tenants")),
							null, (rule, name, problems) -> this.lookup)),
			new Surroundings(List::of, () -> "http://localhost:4711", "", false));

	@BeforeEach
	void answer() {
		this.lookup.answer(TENANT, true);
		this.lookup.answer(OTHER, false);
	}

	@Test
	void anOriginThatTheSourceAllowsNeedsNoFix() {
		CorsExplanation explanation = explain(TENANT, "GET");
		assertThat(explanation.browser().verdict()).isEqualTo(BrowserVerdict.ALLOWED);
		assertThat(explanation.request().notes())
			.contains("The origin source 'tenants' was asked about " + TENANT + ", and allows it.");
		assertThat(explanation.fixes()).isEmpty();
		assertThat(explanation.nearestOrigin()).isNull();
	}

	@Test
	void aMethodIsWhatIsMissingForIt() {
		CorsExplanation explanation = explain(TENANT, "PUT");
		assertThat(explanation.browser().verdict()).isEqualTo(BrowserVerdict.BLOCKED);
		assertThat(explanation.fixes()).hasSize(1).allSatisfy((fix) -> {
			assertThat(fix.complete()).isTrue();
			assertThat(fix.toString()).contains("PUT").doesNotContain("allowed-origins");
		});
	}

	@Test
	void saysThatTheSourceDoesNotAllowAnOrigin() {
		CorsExplanation explanation = explain(OTHER, "GET");
		assertThat(explanation.browser().verdict()).isEqualTo(BrowserVerdict.BLOCKED);
		assertThat(explanation.request().notes()).contains("The origin source 'tenants' was asked about " + OTHER
				+ ", and does not allow it, or does not answer.");
		assertThat(explanation.fixes()).isNotEmpty();
	}

	@Test
	void saysNothingOfASourceThatWasNotAsked() {
		for (String origin : List.of("https://app.example.com", "null", "http://insecure.example.net")) {
			assertThat(explain(origin, "GET").request().notes()).noneMatch((note) -> note.contains("tenants"));
		}
		assertThat(this.lookup.questions()).isEmpty();
	}

	private CorsExplanation explain(String origin, String method) {
		return this.explainer.explain(ExplainQuery.of("/api/x", origin, method, null, "true", null, null));
	}

}
