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

import io.github.corsstarter.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownKeys}.
 */
class UnknownKeysTests {

	@ParameterizedTest
	@CsvSource({ "allowed-origin, allowed-origins", "allow-origins, allowed-origins", "origins, allowed-origins",
			"alowed-headers, allowed-headers", "allowedheader, allowed-headers", "headers, allowed-headers",
			"methods, allowed-methods", "expose-headers, exposed-headers", "credentials, allow-credentials",
			"max-ages, max-age", "path, paths", "path-patterns, paths", "enable, enabled",
			"dangerously-tolerate-insecure-origin, dangerously-tolerate-insecure-origins" })
	void namesTheKeyThatWasProbablyMeant(String key, String meant) {
		ConfigurationProblem problem = only(Configured.properties("cors.rules.api." + key, "x"));
		assertThat(problem.property()).isEqualTo("cors.rules.api." + key);
		assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_KEY);
		assertThat(problem.suggestion()).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "allow-private-network", "x", "origin-validator-script" })
	void namesNoKeyWhereNoneIsNear(String key) {
		assertThat(only(Configured.properties("cors.rules.api." + key, "x")).suggestion()).isNull();
	}

	@Test
	void theDefaultsHaveNoPathsAndAreNotDisabled() {
		List<ConfigurationProblem> problems = find(
				Configured.properties("cors.defaults.paths", "/api", "cors.defaults.enabled", "false"));
		assertThat(problems).extracting(ConfigurationProblem::property)
			.containsExactly("cors.defaults.paths", "cors.defaults.enabled");
		assertThat(problems.get(0).message()).contains("allowed-origins, allowed-origin-patterns")
			.doesNotContain("paths");
	}

	@Test
	void reportsAListOnceAndWhereItIs() {
		ConfigurationProblem problem = only(Configured.yaml("cors:", "  rules:", "    api:", "      allowed-origin:",
				"        - https://a.example.com", "        - https://b.example.com"));
		assertThat(problem.property()).isEqualTo("cors.rules.api.allowed-origin");
		assertThat(problem.value()).isEqualTo("allowed-origin");
		assertThat(problem.sources().get(0)).isEqualTo("Byte array resource [application.yml] - 5:11");
	}

	@Test
	void reportsWhatStandsBelowAKey() {
		ConfigurationProblem problem = only(Configured.yaml("cors.rules.api.allowed-origins.production: '*'"));
		assertThat(problem.property()).isEqualTo("cors.rules.api.allowed-origins.production");
		assertThat(problem.suggestion()).isNull();
	}

	@Test
	void reportsARuleNameThatHasADotWithoutBrackets() {
		assertThat(only(Configured.yaml("cors.rules.v2.1.paths: /v2")).property()).isEqualTo("cors.rules.v2.1");
		assertThat(find(Configured.yaml("cors.rules:", "  '[v2.1]':", "    paths: /v2"))).isEmpty();
	}

	@Test
	void reportsAnEnvironmentVariable() {
		ConfigurationProblem problem = only(Configured.variables("CORS_RULES_API_ALLOWEDORIGIN", "*"));
		assertThat(problem.property()).isEqualTo("cors.rules.api.allowedorigin");
		assertThat(problem.suggestion()).isEqualTo("allowed-origins");
	}

	@Test
	void knowsEnvironmentVariablesWithUnderscoresBetweenTheWords() {
		assertThat(find(Configured.variables("CORS_RULES_API_ALLOWED_ORIGINS", "*", "CORS_RULES_WEB_ALLOWED_ORIGINS_0",
				"*", "CORS_DEFAULTS_MAX_AGE", "1")))
			.isEmpty();
		assertThat(find(Configured.variables("CORS_RULES_API_ALLOWED_ORIGN", "*"))).hasSize(1);
		assertThat(find(Configured.variables("CORS_RULES_API_PATHS_X", "*"))).hasSize(1);
	}

	@Test
	void wordsOfAKeyBelowEachOtherAreNoKeyElsewhere() {
		assertThat(only(Configured.yaml("cors.rules.api.allowed.origins: '*'")).property())
			.isEqualTo("cors.rules.api.allowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.rules.api.allowed-origins", "cors.rules.api.allowedOrigins",
			"cors.rules.api.allowed_origins", "cors.rules.api.paths[3]", "cors.rules.api.enabled",
			"cors.defaults.allowed-origins[0]", "cors.defaults.max-age", "cors.rules", "cors.rules.api",
			"cors.anything.else", "other.cors.rules.api.x" })
	void leavesEverythingElseAlone(String name) {
		assertThat(find(Configured.properties(name, "x"))).isEmpty();
	}

	private static List<ConfigurationProblem> find(Configured configured) {
		return UnknownKeys.find(configured.environment());
	}

	private static ConfigurationProblem only(Configured configured) {
		List<ConfigurationProblem> problems = find(configured);
		assertThat(problems).hasSize(1);
		return problems.get(0);
	}

}
