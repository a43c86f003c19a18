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

package io.github.corsstarter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static io.github.corsstarter.CompileProblems.warning;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatternCheck} and {@link PatternRepair}.
 */
class PatternCheckTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "https://* | -", "https://*. | -", "http*://example.com | -", "https://a.*.example.com | -",
					"https://*example.com | https://*.example.com", "https://*.*.example.com | https://*.example.com",
					"https://**.example.com | https://*.example.com", "http://localhost:30* | http://localhost:*",
					"http://localhost:** | http://localhost:*", "https://exa*mple.com | -", "h* | -",
					"https://example.com:*/x | -", "http://localhost:*/ | -", "*example.com | -",
					"https://example.com* | -", "https://*.example.*:* | -" })
	void refusesAWildcardElsewhere(String pattern, String suggestion) {
		assertThatProblems(definition(pattern)).containsExactly(
				error("allowed-origin-patterns[0]", pattern, ProblemCode.PATTERN_WILDCARD_POSITION, suggestion));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "http://localhost:[] | -", "http://localhost:[80-90] | -",
			"http://localhost:[80 | http://localhost:[80]", "http://localhost:[80,8080 | http://localhost:[80,8080]",
			"http://localhost:[80x | -", "http://[::1]:[80]:[81] | -", "https://*.example.com:[0] | -" })
	void refusesABadPortList(String pattern, String suggestion) {
		assertThatProblems(definition(pattern)).containsExactly(
				error("allowed-origin-patterns[0]", pattern, ProblemCode.PATTERN_BAD_PORT_LIST, suggestion));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "^https://.*\\.example\\.com$ | https://*.example.com",
			"https://.*\\.example\\.com | https://*.example.com", "https://.*.example.com | https://*.example.com",
			"^https?://.+\\.example\\.com$ | https://*.example.com",
			"https://(.*)\\.my\\-site\\.example | https://*.my-site.example",
			"https://[^.]+\\.example\\.com | https://*.example.com", "http://localhost:\\d+ | http://localhost:*",
			"https?://[^.]+\\.example\\.com:\\d+ | https://*.example.com:*",
			"http://localhost:[0-9]+ | http://localhost:*", "https?://localhost | https://localhost",
			"^https://.+$ | -", "https://[a-z]{2}.example.com | -", "(?:https)://a.example | -",
			"https://a\\E.*\\Q.example.com | -", "https://a.example$ | https://a.example" })
	void refusesARegularExpression(String pattern, String suggestion) {
		assertThatProblems(definition(pattern)).containsExactly(
				error("allowed-origin-patterns[0]", pattern, ProblemCode.PATTERN_REGULAR_EXPRESSION, suggestion));
	}

	@Test
	void refusesARegularExpressionWithAChoice() {
		assertThatProblems(definition("https://(a|b).example.com")).containsExactly(error("allowed-origin-patterns[0]",
				"https://(a|b).example.com", ProblemCode.PATTERN_REGULAR_EXPRESSION, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://*.1.2.3.4", "http://192.168.*", "http://*.127.0.0.1:8080", "http://192.168.*.*:*",
			"http://*.[2001:4860::8]", "http://10.*:8080" })
	void refusesAWildcardOverAnAddress(String pattern) {
		assertThatProblems(definition(pattern))
			.containsExactly(error("allowed-origin-patterns[0]", pattern, ProblemCode.PATTERN_OVER_IP, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*:8443", "https://*:*" })
	void takesNoPortForAnAddress(String pattern) {
		assertThatProblems(definition(pattern)).extracting((problem) -> problem.toList().get(2))
			.containsExactly(ProblemCode.PATTERN_WILDCARD_POSITION);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "https://example.com/ | ORIGIN_HAS_PATH | https://example.com",
					"https://*.example.com/ | ORIGIN_HAS_PATH | https://*.example.com",
					"*.example.com | ORIGIN_WITHOUT_SCHEME | https://*.example.com",
					"*.example.com:* | ORIGIN_WITHOUT_SCHEME | https://*.example.com:*",
					"https://*.Example.com | ORIGIN_NOT_LOWER_CASE | https://*.example.com",
					"https://*.example.com:443 | ORIGIN_DEFAULT_PORT | https://*.example.com",
					"https://*.b\u00fccher.example | ORIGIN_NOT_ASCII | https://*.xn--bcher-kva.example",
					"wss://*.example.com | ORIGIN_OPAQUE_SCHEME | https://*.example.com",
					"file://*.example.com | ORIGIN_OPAQUE_SCHEME | -", "https://*.a..b | ORIGIN_BAD_HOST | -" })
	void refusesWhatIsFlawedAsAnOrigin(String pattern, ProblemCode code, String suggestion) {
		assertThatProblems(definition(pattern))
			.contains(error("allowed-origin-patterns[0]", pattern, code, suggestion));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "https://*", "http://*", "*://*", "*://example.com", "http*://example.com",
			"https://*:*", "https://*:8443", "https://*:[80,81]", "https://**", "https://*.*", "*:*", "https://*." })
	void refusesAnyOriginWithCredentialsInAnySpelling(String pattern) {
		assertThatProblems(definition(pattern).allowCredentials(true))
			.containsExactly(error("allowed-origin-patterns[0]", pattern, ProblemCode.WILDCARD_WITH_CREDENTIALS, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.co.uk", "https://*.com", "https://*.github.io", "https://*.github.io:*",
			"https://*.amazonaws.com" })
	void refusesAPatternOverAPublicSuffixWithCredentials(String pattern) {
		assertThatProblems(definition(pattern).allowCredentials(true)).containsExactly(
				error("allowed-origin-patterns[0]", pattern, ProblemCode.PUBLIC_SUFFIX_PATTERN_WITH_CREDENTIALS, null));
		assertThatProblems(definition(pattern))
			.containsExactly(warning("allowed-origin-patterns[0]", pattern, ProblemCode.PUBLIC_SUFFIX_PATTERN, null));
		assertThatProblems(definition(pattern).allowCredentials(true).dangerouslyToleratePublicSuffixPatterns(true))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.example.co.uk", "http://*.localhost:*", "https://github.io:*" })
	void hasNoProblemWithPatternsThatAreNotOverAPublicSuffix(String pattern) {
		assertThatProblems(definition(pattern).allowCredentials(true)).isEmpty();
	}

	@Test
	void refusesBothWhatIsInsecureAndOverAPublicSuffix() {
		assertThatProblems(definition("http://*.github.io").allowCredentials(true))
			.extracting((problem) -> problem.toList().get(2))
			.containsExactly(ProblemCode.PUBLIC_SUFFIX_PATTERN_WITH_CREDENTIALS,
					ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS);
	}

	@Test
	void suggestsNoSecureOriginThatIsNone() {
		assertThatProblems(CorsPolicyDefinition.builder().allowedOrigins("http://a.example:443").allowCredentials(true))
			.containsExactly(error("allowed-origins[0]", "http://a.example:443",
					ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS, null));
	}

	@Test
	void neverSuggestsWhatIsNotAPattern() {
		assertThat(PatternRepair.ofWildcards("https://*")).isNull();
		assertThat(PatternRepair.ofRest("https://*.x", null)).isNull();
	}

	private static CorsPolicyDefinition.Builder definition(String pattern) {
		return CorsPolicyDefinition.builder().allowedOriginPatterns(pattern);
	}

}
