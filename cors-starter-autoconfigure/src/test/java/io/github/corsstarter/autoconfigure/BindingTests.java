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

package io.github.corsstarter.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for the way from properties to rules.
 */
class BindingTests {

	private static final String ORIGIN = "https://app.example.com";

	@Test
	void nothingConfiguredIsNoRule() {
		CorsProperties properties = Configured.properties().load().properties();
		assertThat(properties.enabled()).isTrue();
		assertThat(properties.filterOrder()).isEqualTo(CorsProperties.DEFAULT_FILTER_ORDER);
		assertThat(properties.rules()).isEmpty();
		assertThat(properties.defaults().allowedMethods()).isNull();
		assertThat(Configured.properties().load().ruleSet().rules()).isEmpty();
	}

	@Test
	void everyKeyOfARuleIsBound() {
		CompiledRule rule = Configured
			.yaml("cors:", "  filter-order: 7", "  rules:", "    api:", "      enabled: true", "      paths:",
					"        - /api/**", "        - /v2/**", "      allowed-origins: [ http://app.example.com ]",
					"      allowed-origin-patterns: [ 'https://*.github.io', 'http://localhost:[80,8080]' ]",
					"      allowed-methods: [ PUT, DELETE ]", "      allowed-headers: [ X-Token ]",
					"      exposed-headers: [ X-Total-Count, ETag ]", "      allow-credentials: true",
					"      max-age: 5m", "      mode: report-only", "      disallowed-requests: pass-through",
					"      dangerously-tolerate-insecure-origins: true",
					"      dangerously-tolerate-public-suffix-patterns: true")
			.rule();
		assertThat(rule.name()).isEqualTo("api");
		assertThat(rule.paths()).containsExactlyInAnyOrder("/api/**", "/v2/**");
		assertThat(rule.rule().mode()).isEqualTo(Mode.REPORT_ONLY);
		assertThat(rule.rule().enabled()).isTrue();
		assertThat(rule.policy().definition()).isEqualTo(new CorsPolicyDefinition(List.of("http://app.example.com"),
				List.of("https://*.github.io", "http://localhost:[80,8080]"), List.of("PUT", "DELETE"),
				List.of("X-Token"), List.of("X-Total-Count", "ETag"), true, Duration.ofMinutes(5),
				DisallowedRequests.PASS_THROUGH, true, true));
	}

	@Test
	void aKeyThatIsNotSetHasItsDefault() {
		CompiledRule rule = Configured.properties("cors.rules.api.allowed-origins", ORIGIN).rule();
		assertThat(rule.paths()).containsExactly("/**");
		assertThat(rule.rule().mode()).isEqualTo(Mode.ENFORCE);
		assertThat(rule.policy().definition()).isEqualTo(CorsPolicyDefinition.builder().allowedOrigins(ORIGIN).build());
	}

	@Test
	void everyKeyOfTheDefaultsIsUsedByARuleThatDoesNotSetIt() {
		CompiledRule rule = Configured.yaml("cors:", "  defaults:", "    allowed-origins: http://app.example.com",
				"    allowed-origin-patterns: https://*.github.io", "    allowed-methods: PUT",
				"    allowed-headers: X-Token", "    exposed-headers: ETag", "    allow-credentials: true",
				"    max-age: 60", "    mode: report-only", "    disallowed-requests: pass-through",
				"    dangerously-tolerate-insecure-origins: true",
				"    dangerously-tolerate-public-suffix-patterns: true", "  rules:", "    api:", "      paths: /api/**")
			.rule();
		assertThat(rule.rule().mode()).isEqualTo(Mode.REPORT_ONLY);
		assertThat(rule.policy().definition()).isEqualTo(new CorsPolicyDefinition(List.of("http://app.example.com"),
				List.of("https://*.github.io"), List.of("PUT"), List.of("X-Token"), List.of("ETag"), true,
				Duration.ofMinutes(1), DisallowedRequests.PASS_THROUGH, true, true));
	}

	@Test
	void anExplicitValueOverridesTheDefaultsFalseAndEmptyIncluded() {
		CorsPolicyDefinition policy = Configured
			.yaml("cors:", "  defaults:", "    allowed-origin-patterns: https://*.example.com",
					"    allowed-methods: PUT", "    allowed-headers: X-Token", "    exposed-headers: ETag",
					"    allow-credentials: true", "    max-age: 60", "  rules:", "    api:",
					"      allowed-origins: '*'", "      allowed-origin-patterns: []", "      allowed-methods:",
					"      allowed-headers: ''", "      exposed-headers: []", "      allow-credentials: false",
					"      max-age: 0")
			.policy();
		assertThat(policy).isEqualTo(CorsPolicyDefinition.builder()
			.allowedOrigins("*")
			.allowedMethods()
			.allowedHeaders()
			.maxAge(Duration.ZERO)
			.build());
	}

	@Test
	void theDefaultsAloneAreNoRule() {
		assertThat(Configured.properties("cors.defaults.allowed-origins", "*").load().ruleSet().rules()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "cors.rules.api.allowedOrigins", "cors.rules.api.allowed_origins", "cors.rules.api.ALLOWED-ORIGINS",
			"cors.rules.api.allowedorigins", "cors.rules.api.allowed-origins[0]", "CORS.RULES.api.allowed-origins" })
	void namesAreRelaxed(String name) {
		assertThat(Configured.properties(name, ORIGIN).policy().allowedOrigins()).containsExactly(ORIGIN);
	}

	@ParameterizedTest
	@CsvSource({ "CORS_RULES_API_ALLOWEDORIGINS", "CORS_RULES_API_ALLOWEDORIGINS_0", "CORS_RULES_API_ALLOWED_ORIGINS" })
	void aRuleMayBeWrittenInEnvironmentVariables(String name) {
		CompiledRule rule = Configured.variables(name, ORIGIN, "CORS_RULES_API_ALLOWCREDENTIALS", "true").rule();
		assertThat(rule.name()).isEqualTo("api");
		assertThat(rule.policy().definition().allowedOrigins()).containsExactly(ORIGIN);
		assertThat(rule.policy().definition().allowCredentials()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "storefront, STOREFRONT", "store-front, STOREFRONT", "storeFront, STOREFRONT" })
	void anEnvironmentVariableOverridesAValueOfARule(String rule, String variable) {
		CompiledRule loaded = Configured
			.variables("CORS_RULES_" + variable + "_ALLOWEDORIGINS", "https://staging.example.com")
			.andYaml("cors.rules." + rule + ":", "  paths: /api/**", "  allowed-origins:", "    - " + ORIGIN,
					"    - https://b.example.com")
			.rule();
		assertThat(loaded.name()).isEqualTo(rule);
		assertThat(loaded.paths()).containsExactly("/api/**");
		assertThat(loaded.policy().definition().allowedOrigins()).containsExactly("https://staging.example.com");
	}

	@Test
	void aValueIsACommaSeparatedList() {
		CorsPolicyDefinition policy = Configured
			.yaml("cors.rules.api:", "  allowed-origins: https://a.example.com, https://b.example.com",
					"  allowed-origin-patterns: http://localhost:[3000,5173] ,https://*.example.org",
					"  allowed-methods: GET,PUT")
			.policy();
		assertThat(policy.allowedOrigins()).containsExactly("https://a.example.com", "https://b.example.com");
		assertThat(policy.allowedOriginPatterns()).containsExactly("http://localhost:[3000,5173]",
				"https://*.example.org");
		assertThat(policy.allowedMethods()).containsExactly("GET", "PUT");
	}

	@Test
	void anIndexedListKeepsItsOrder() {
		CorsPolicyDefinition policy = Configured
			.properties("cors.rules.api.allowed-origins[1]", "https://b.example.com",
					"cors.rules.api.allowed-origins[0]", "https://a.example.com",
					"cors.rules.api.allowed-origin-patterns[0]", "http://localhost:[3000,5173]")
			.policy();
		assertThat(policy.allowedOrigins()).containsExactly("https://a.example.com", "https://b.example.com");
		assertThat(policy.allowedOriginPatterns()).containsExactly("http://localhost:[3000,5173]");
	}

	@Test
	void aPlaceholderIsResolvedBeforeTheListIsSplit() {
		CorsPolicyDefinition policy = Configured
			.properties("cors.rules.api.allowed-origins", "${frontends}", "frontends",
					"https://a.example.com,https://b.example.com")
			.policy();
		assertThat(policy.allowedOrigins()).containsExactly("https://a.example.com", "https://b.example.com");
	}

	@ParameterizedTest
	@CsvSource({ "600, 600", "0, 0", "30m, 1800", "90s, 90", "PT2H, 7200", "1d, 86400" })
	void aPlainNumberAsMaxAgeMeansSeconds(String value, long seconds) {
		assertThat(Configured.properties("cors.rules.api.allowed-origins", ORIGIN, "cors.rules.api.max-age", value)
			.policy()
			.maxAge()).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(Configured.properties("cors.rules.api.allowed-origins", ORIGIN, "cors.defaults.max-age", value)
			.policy()
			.maxAge()).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@CsvSource({ "report-only, REPORT_ONLY", "REPORT_ONLY, REPORT_ONLY", "reportOnly, REPORT_ONLY",
			"enforce, ENFORCE" })
	void constantsAreRelaxed(String value, Mode mode) {
		assertThat(Configured.properties("cors.rules.api.allowed-origins", ORIGIN, "cors.rules.api.mode", value)
			.rule()
			.rule()
			.mode()).isEqualTo(mode);
	}

	@ParameterizedTest
	@CsvSource({ "allowed-origins, allowed-origins", "allowed-origin-patterns, allowed-origin-patterns" })
	void anEmptyListOfOriginsClosesTheRuleAndSaysSo(String key, String reported) {
		Configured configured = Configured.properties("cors.rules.api." + key, "${UNSET:}");
		assertThat(configured.policy().allowedOrigins()).isEmpty();
		assertThat(configured.policy().allowedOriginPatterns()).isEmpty();
		assertThat(configured.load().warnings()).singleElement().satisfies((warning) -> {
			assertThat(warning.code()).isEqualTo(ProblemCode.CLOSED_RULE);
			assertThat(warning.property()).isEqualTo("cors.rules.api." + reported);
		});
	}

	@Test
	void anEmptyListOfOriginsInTheDefaultsIsReportedThere() {
		Configured configured = Configured.yaml("cors:", "  defaults:", "    allowed-origin-patterns: []", "  rules:",
				"    api:", "      paths: /api");
		assertThat(configured.load().warnings()).singleElement().satisfies((warning) -> {
			assertThat(warning.code()).isEqualTo(ProblemCode.CLOSED_RULE);
			assertThat(warning.property()).isEqualTo("cors.defaults.allowed-origin-patterns");
			assertThat(warning.sources().get(0)).endsWith("[application.yml] - 3:30");
		});
	}

	@Test
	void anEmptyListOfOriginsBesidePatternsDoesNotCloseTheRule() {
		Configured configured = Configured.yaml("cors.rules.api:", "  allowed-origins: []",
				"  allowed-origin-patterns: https://*.example.com");
		assertThat(configured.load().warnings()).isEmpty();
	}

	@Test
	void aRuleNameMayHaveAnyCharacter() {
		CompiledRule rule = Configured
			.yaml("cors:", "  rules:", "    '[Partner API / v2.1]':", "      allowed-origins: " + ORIGIN)
			.rule();
		assertThat(rule.name()).isEqualTo("Partner API / v2.1");
		assertThat(rule.rule().sources().get("allowed-origins")).isEqualTo(
				"cors.rules.[Partner API / v2.1].allowed-origins - Byte array resource [application.yml] - 4:24");
	}

	@Test
	void aDisabledRuleGivesWay() {
		CompiledRule rule = Configured
			.yaml("cors:", "  rules:", "    api:", "      enabled: false", "      paths: /api/**",
					"      allowed-origins: " + ORIGIN, "    all:", "      allowed-origins: '*'")
			.load()
			.ruleSet()
			.match("/api/x");
		assertThat(rule.name()).isEqualTo("all");
	}

	@Test
	void rulesAreKeptInTheOrderOfTheConfiguration() {
		String[] names = { "zebra", "alpha", "omega", "beta", "x1", "x2", "x3", "m" };
		String[] yaml = new String[names.length * 3];
		for (int i = 0; i < names.length; i++) {
			yaml[3 * i] = "cors.rules." + names[i] + ":";
			yaml[3 * i + 1] = "  paths: /" + names[i];
			yaml[3 * i + 2] = "  allowed-origins: " + ORIGIN;
		}
		assertThat(Configured.yaml(yaml).load().properties().rules().keySet()).containsExactly(names);
	}

	@Test
	void nothingHoldsWhenTheStarterIsDisabled() {
		Configured configured = Configured.properties("cors.enabled", "false", "cors.rules.api.allowed-origins", "null",
				"cors.rules.api.alowed-headers", "x", "cors.rules.api.max-age", "soon");
		assertThat(configured.load().ruleSet().rules()).isEmpty();
		assertThat(configured.load().warnings()).isEmpty();
	}

	@Test
	void bindsRulesThatAreInOneOfSeveralSources() {
		LoadedRules loaded = Configured
			.yaml("cors.rules:", "  a:", "    paths: [/a]", "    allowed-origins: [https://a.example.com]",
					"    max-age: 1m")
			.andYaml("cors.rules:", "  b:", "    paths: [/b]", "    allowed-origins: [https://b.example.com]", "  a:",
					"    exposed-headers: [X-A, X-B]", "    paths: [/x, /y]")
			.andProperties("cors.rules.c.paths[0]", "/c", "cors.rules.c.allowed-origins[0]", "https://c.example.com",
					"cors.rules.a.exposed-headers[0]", "X-C")
			.load();
		assertThat(loaded.ruleSet().rules()).extracting(CompiledRule::name, CompiledRule::paths)
			.containsExactlyInAnyOrder(tuple("a", List.of("/a")), tuple("b", List.of("/b")), tuple("c", List.of("/c")));
		assertThat(loaded.properties().rules().get("a").exposedHeaders()).containsExactly("X-A", "X-B");
	}

}
