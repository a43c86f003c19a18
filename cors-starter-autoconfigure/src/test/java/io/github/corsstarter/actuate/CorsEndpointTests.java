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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.actuate.CorsEndpoint.CorsDescriptor;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsGeneration;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.Mode;
import io.github.corsstarter.rule.RefusedRules;
import io.github.corsstarter.support.FixedLookup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CorsEndpoint}.
 */
class CorsEndpointTests {

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins("https://app.example.com")
		.build();

	private static final WarningDescriptor WARNING = new WarningDescriptor("cors.rules.api.allowed-origins", "", null,
			"closed-rule", "The list is empty.", null);

	private final CorsEvaluator evaluator = new CorsEvaluator(
			CorsRuleSet.compile(
					List.of(new CorsRule("off", List.of("/b/**", "/a"), POLICY, Mode.ENFORCE, false, Map.of()),
							CorsRule.of("rest", POLICY, "/**", "/api/x"),
							new CorsRule("orders", List.of("/orders/{id}", "/orders"), full(), "tenants",
									Mode.REPORT_ONLY, true,
									Map.of("max-age", "application.yml - 3:5", "allowed-origins",
											"application.yml - 2:5"))),
					null, (rule, name, problems) -> new FixedLookup(false)));

	private List<LayerDescriptor> otherLayers = List.of();

	private final CorsGeneration generation = new CorsGeneration(3, Instant.EPOCH, "a test", "1234");

	private RefusedRules lastRefused;

	private final CorsEndpoint endpoint = new CorsEndpoint(this.evaluator, manager(), () -> List.of(WARNING),
			() -> this.otherLayers);

	private CorsRuleManager manager() {
		CorsRuleManager manager = mock();
		given(manager.active()).willReturn(this.generation);
		given(manager.lastRefused()).willAnswer((invocation) -> this.lastRefused);
		return manager;
	}

	private static CorsPolicyDefinition full() {
		return CorsPolicyDefinition.builder()
			.allowedOrigins("http://app.example.com", "http://app.example.com")
			.allowedOriginPatterns("https://*.github.io")
			.allowedMethods("put")
			.allowedHeaders("X-Token")
			.exposedHeaders("X-Total-Count")
			.allowCredentials(true)
			.maxAge(Duration.ofMinutes(5))
			.disallowedRequests(DisallowedRequests.PASS_THROUGH)
			.dangerouslyTolerateInsecureOrigins(true)
			.dangerouslyToleratePublicSuffixPatterns(true)
			.build();
	}

	@Test
	void showsTheRulesInTheOrderInWhichTheyAreMatchedThenTheDisabledOnes() {
		assertThat(this.endpoint.cors().rules()).extracting(RuleDescriptor::name)
			.containsExactly("orders", "rest", "off");
	}

	@Test
	void showsTheEffectiveValuesOfARule() {
		assertThat(this.endpoint.rule("orders"))
			.isEqualTo(new RuleDescriptor("orders", true, List.of("/orders", "/orders/{id}"), "report-only",
					List.of("http://app.example.com"), List.of("https://*.github.io"), "tenants", List.of("PUT"),
					List.of("X-Token"), List.of("X-Total-Count"), true, 300, "pass-through", true, true,
					Map.of("allowed-origins", "application.yml - 2:5", "max-age", "application.yml - 3:5")));
	}

	@Test
	void showsTheValuesThatHoldWhenNothingIsSet() {
		assertThat(this.endpoint.rule("rest")).isEqualTo(new RuleDescriptor("rest", true, List.of("/api/x", "/**"),
				"enforce", List.of("https://app.example.com"), List.of(), null, List.of("GET", "HEAD", "POST"),
				List.of("Content-Type", "Authorization"), List.of(), false, 1800, "reject", false, false, Map.of()));
	}

	@Test
	void showsADisabledRule() {
		RuleDescriptor rule = this.endpoint.rule("off");
		assertThat(rule.enabled()).isFalse();
		assertThat(rule.paths()).containsExactly("/b/**", "/a");
	}

	@Test
	void showsSourcesInAFixedOrder() {
		assertThat(this.endpoint.rule("orders").sources().keySet()).containsExactly("allowed-origins", "max-age");
	}

	@Test
	void hasNoRuleWithAnUnknownName() {
		assertThat(this.endpoint.rule("other")).isNull();
	}

	@Test
	void showsWarnings() {
		assertThat(this.endpoint.cors().warnings()).containsExactly(WARNING);
	}

	@Test
	void showsOtherLayersThatAreFoundLaterThanItself() {
		LayerDescriptor layer = new LayerDescriptor("cors-filter", "filter 'corsFilter'", "The rule wins.");
		assertThat(this.endpoint.cors().otherLayers()).isEmpty();
		this.otherLayers = List.of(layer);
		assertThat(this.endpoint.cors().otherLayers()).containsExactly(layer);
	}

	@Test
	void showsTheRulesThatAreInForceNow() {
		this.evaluator.replaceRuleSet(CorsRuleSet.empty());
		assertThat(this.endpoint.cors()).isEqualTo(new CorsDescriptor(CorsRuleSet.empty().fingerprint(),
				new GenerationDescriptor(3, "1970-01-01T00:00:00Z", "a test"), null, List.of(), List.of(WARNING),
				List.of()));
		assertThat(this.endpoint.rule("rest")).isNull();
	}

	@Test
	void showsAChangeThatWasRefused() {
		assertThat(this.endpoint.cors().lastRefused()).isNull();
		this.lastRefused = new RefusedRules(Instant.EPOCH, "another test", List.of("cors.rules.a: wrong."));
		assertThat(this.endpoint.cors().lastRefused())
			.isEqualTo(new RefusedDescriptor("1970-01-01T00:00:00Z", "another test", List.of("cors.rules.a: wrong.")));
	}

}
