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

import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import io.github.corsstarter.rule.CorsRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CorsRuleLoader} refuses, and how it says so.
 */
class RefusalTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder().allowedOrigins(ORIGIN).build();

	@Test
	void reportsEveryValueThatCannotBeConvertedAtOnce() {
		List<ConfigurationProblem> problems = Configured
			.yaml("cors:", "  filter-order: early", "  defaults:", "    max-age: soon", "  rules:", "    api:",
					"      allowed-origins: " + ORIGIN, "      allow-credentials: yes please",
					"      max-age: 5 parsecs", "      mode: strict", "      disallowed-requests: deny")
			.problems();
		assertThat(problems).extracting(ConfigurationProblem::property)
			.containsExactlyInAnyOrder("cors.filter-order", "cors.defaults.max-age", "cors.rules.api.allow-credentials",
					"cors.rules.api.max-age", "cors.rules.api.mode", "cors.rules.api.disallowed-requests");
		assertThat(problems).extracting(ConfigurationProblem::code).containsOnly(ProblemCode.NOT_CONVERTIBLE);
		assertThat(problem(problems, "cors.rules.api.max-age")).satisfies((problem) -> {
			assertThat(problem.value()).isEqualTo("5 parsecs");
			assertThat(problem.sources().get(0)).isEqualTo("Byte array resource [application.yml] - 9:16");
			assertThat(problem.message()).contains("30m, 600s or PT2H", "a plain number means seconds");
		});
		assertThat(problem(problems, "cors.rules.api.mode").message()).isEqualTo("It is one of enforce, report-only.");
		assertThat(problem(problems, "cors.rules.api.disallowed-requests").message())
			.isEqualTo("It is one of reject, pass-through.");
		assertThat(problem(problems, "cors.rules.api.allow-credentials").message()).isEqualTo("It is true or false.");
		assertThat(problem(problems, "cors.filter-order").message()).isEqualTo("It is a whole number.");
	}

	@ParameterizedTest
	@CsvSource({ "mode, reports-only, report-only", "mode, Report, report-only", "mode, strict, enforce",
			"disallowed-requests, pass, pass-through", "disallowed-requests, deny, reject" })
	void suggestsTheConstantThatWasProbablyMeant(String key, String value, String suggestion) {
		assertThat(Configured.properties("cors.rules.api.allowed-origins", ORIGIN, "cors.rules.api." + key, value)
			.problems()).extracting(ConfigurationProblem::suggestion).containsExactly(suggestion);
	}

	@Test
	void anEnabledThatCannotBeConvertedDoesNotDisable() {
		assertThat(Configured.properties("cors.enabled", "maybe").problems()).extracting(ConfigurationProblem::property)
			.containsExactly("cors.enabled");
		assertThat(Configured
			.properties("cors.rules.api.enabled", "maybe", "cors.rules.api.allowed-origins", "*",
					"cors.rules.api.paths", "/api")
			.problems()).extracting(ConfigurationProblem::property).containsExactly("cors.rules.api.enabled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.rules", "cors.rules.api", "cors.defaults" })
	void refusesAValueWhereKeysAreExpected(String name) {
		assertThat(Configured.properties(name, "x").problems()).anySatisfy((problem) -> {
			assertThat(problem.property()).isEqualTo(name);
			assertThat(problem.message()).isEqualTo("It has keys below it and no value of its own.");
		});
	}

	@Test
	void whatHasKeysMayBeEmptyWhereItSaysNothing() {
		assertThat(Configured.yaml("cors:", "  defaults:", "  rules:").load().ruleSet().rules()).isEmpty();
		assertThat(Configured.yaml("cors:").load().ruleSet().rules()).isEmpty();
		assertThat(Configured.yaml("cors:", "  defaults:", "    allowed-origins: " + ORIGIN, "  rules:", "    api:")
			.policy()).isEqualTo(POLICY);
	}

	@Test
	void aVariableThatHasThePrefixAsItsNameIsSomebodyElses() {
		assertThat(Configured.variables("CORS", "on").load().properties()).isEqualTo(CorsProperties.EMPTY);
		assertThat(Configured.variables("CORS", "on").andYaml("cors.rules.api.allowed-origins: " + ORIGIN).policy())
			.isEqualTo(POLICY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.rules.api:", "cors.rules.api: ''", "cors.rules.api.allow-credentials: true" })
	void refusesARuleThatSaysNothingAboutOrigins(String yaml) {
		assertThat(Configured.yaml(yaml).problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.property()).isEqualTo("cors.rules.api");
			assertThat(problem.code()).isEqualTo(ProblemCode.RULE_WITHOUT_ORIGINS);
			assertThat(problem.sources().get(0)).contains("[application.yml] - 1:");
		});
	}

	@Test
	void reportsErrorsAndWarningsOfAllRulesAndOfTheBindingInOneReport() {
		List<ConfigurationProblem> problems = Configured
			.yaml("cors:", "  rules:", "    first:", "      paths: /a", "      allowed-origins: 'null'",
					"      max-age: soon", "    second:", "      paths: /b", "      allowed-origins: []", "    third:",
					"      paths: [ /c, /b, c ]", "      alowed-origins: '*'")
			.problems();
		assertThat(problems)
			.extracting((problem) -> problem.property() + " " + problem.code().id() + " "
					+ problem.sources().get(0).substring(problem.sources().get(0).indexOf("- ")))
			.containsExactlyInAnyOrder("cors.rules.first.allowed-origins[0] origin-null - 5:24",
					"cors.rules.first.max-age not-convertible - 6:16",
					"cors.rules.second.allowed-origins closed-rule - 9:24",
					"cors.rules.third.alowed-origins unknown-key - 12:23",
					"cors.rules.third rule-without-origins - 11:16", "cors.rules.third.paths[1] path-duplicate - 11:20",
					"cors.rules.third.paths[2] path-unmatchable - 11:24");
		assertThat(problems).extracting(ConfigurationProblem::severity).contains(Severity.WARNING, Severity.ERROR);
	}

	@Test
	void aProblemOfAnInheritedValueIsReportedWhereItWasSet() {
		List<ConfigurationProblem> problems = Configured
			.yaml("cors:", "  defaults:", "    allowed-origins: 'null'", "    allowed-methods: [ PUT, TRACE ]",
					"    max-age: -1", "  rules:", "    api:", "      allowed-methods: CONNECT")
			.problems();
		assertThat(problems).extracting(ConfigurationProblem::property)
			.containsExactlyInAnyOrder("cors.defaults.allowed-origins[0]", "cors.rules.api.allowed-methods[0]",
					"cors.defaults.max-age");
		assertThat(problem(problems, "cors.defaults.max-age").sources().get(0)).endsWith(" - 5:14");
	}

	@Test
	void aProblemOfAnInheritedValueIsReportedOnce() {
		List<ConfigurationProblem> problems = Configured
			.yaml("cors:", "  defaults:", "    allowed-origins: 'null'", "  rules:", "    a.paths: /a",
					"    b.paths: /b")
			.problems();
		assertThat(problems).hasSize(1);
	}

	@Test
	void aProblemOfAListInOneValueIsReportedWithItsIndexAndTheSourceOfTheValue() {
		List<ConfigurationProblem> problems = Configured
			.yaml("cors.rules.api:", "  allowed-origins: " + ORIGIN + ", null")
			.problems();
		assertThat(problem(problems, "cors.rules.api.allowed-origins[1]").sources().get(0)).endsWith(" - 2:20");
	}

	@Test
	void refusesARuleOfABeanThatHasAnError() {
		CorsRule rule = CorsRule.of("partner", POLICY.toBuilder().allowedOrigins("null").build(), "/partner");
		assertThat(Configured.properties("cors.defaults.allowed-origins", "*").andBean(rule).problems()).singleElement()
			.satisfies((problem) -> {
				assertThat(problem.property()).isEqualTo("cors.rules.partner.allowed-origins[0]");
				assertThat(problem.sources()).containsExactly("bean 'bean-0'");
			});
	}

	@Test
	void refusesARuleOfABeanThatHasTheNameOfAConfiguredOne() {
		Configured configured = Configured
			.properties("cors.rules.api.allowed-origins", ORIGIN, "cors.rules.api.paths", "/api")
			.andBean(CorsRule.of("api", POLICY, "/other"));
		assertThat(configured.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.RULE_DUPLICATE);
			assertThat(problem.property()).isEqualTo("cors.rules.api");
		});
	}

	@Test
	void refusesTwoBeansWithTheSameName() {
		Configured configured = Configured.properties()
			.andBean(CorsRule.of("api", POLICY, "/a"))
			.andBean(CorsRule.of("api", POLICY, "/b"));
		assertThat(configured.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(ProblemCode.RULE_DUPLICATE));
	}

	@ParameterizedTest
	@CsvSource({ "api, cors.rules.api.paths[0]", "myApi2, cors.rules.myApi2.paths[0]",
			"'a b', 'cors.rules.[a b].paths[0]'" })
	void namesAPropertyAsItIsWrittenInAConfiguration(String rule, String property) {
		String name = property.substring(0, property.indexOf(".paths"));
		assertThat(Configured.properties(name + ".allowed-origins", ORIGIN, name + ".paths", "x").problems())
			.singleElement()
			.satisfies((problem) -> assertThat(problem.property()).isEqualTo(property));
		assertThat(PropertyNames.ofRule(rule)).isEqualTo(name);
	}

	@Test
	void theMessageNamesEveryProblem() {
		InvalidCorsConfigurationException exception = new InvalidCorsConfigurationException(
				Configured.properties("cors.rules.a.paths", "/a", "cors.rules.b.paths", "/b").problems());
		assertThat(exception.getMessage().lines()).hasSize(2).allMatch((line) -> line.startsWith("cors.rules."));
	}

	private static ConfigurationProblem problem(List<ConfigurationProblem> problems, String property) {
		return problems.stream().filter((problem) -> problem.property().equals(property)).findFirst().orElseThrow();
	}

}
