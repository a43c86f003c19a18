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
 * Tests for {@link AllowedOrigins} and {@link OriginCheck}.
 */
class AllowedOriginsTests {

	@Test
	void hasNoProblemWithOriginsAndPatterns() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOrigins("https://shop.example.com", "http://app.example.com:8080", "http://[::1]:3000",
					"http://[::1]", "capacitor://localhost")
			.allowedOriginPatterns("https://*.preview.example.com", "http://localhost:*", "http://127.0.0.1:[80,8080]"))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "-", quoteCharacter = '~',
			value = { "https://app.example.com/; ORIGIN_HAS_PATH; https://app.example.com",
					"HTTPS://app.example.com; ORIGIN_NOT_LOWER_CASE; https://app.example.com",
					"https://app.example.com:443; ORIGIN_DEFAULT_PORT; https://app.example.com",
					"app.example.com; ORIGIN_WITHOUT_SCHEME; https://app.example.com", "https://; ORIGIN_BAD_HOST; -",
					"https://b\u00fccher.example; ORIGIN_NOT_ASCII; https://xn--bcher-kva.example",
					"${ORIGIN}; UNRESOLVED_PLACEHOLDER; -", "http://[0:0:0:0:0:0:0:1]; ORIGIN_BAD_IP; http://[::1]",
					"https://a https://b; ORIGIN_MALFORMED; -", "file:; ORIGIN_OPAQUE_SCHEME; -",
					"wss://app.example.com; ORIGIN_OPAQUE_SCHEME; https://app.example.com",
					"https://app.example.com?; ORIGIN_HAS_QUERY_OR_FRAGMENT; https://app.example.com",
					"https://app.example.com:0; ORIGIN_BAD_PORT; -" })
	void refusesAnOriginThatNoBrowserSends(String origin, ProblemCode code, String suggestion) {
		assertThatProblems(definition(origin)).containsExactly(error("allowed-origins[0]", origin, code, suggestion));
	}

	@Test
	void refusesAnOriginWithAPasswordAndKeepsThePasswordToItself() {
		assertThatProblems(definition("https://user:secret@app.example.com"))
			.containsExactly(error("allowed-origins[0]", "https://***@app.example.com",
					ProblemCode.ORIGIN_HAS_USER_INFO, "https://app.example.com"));
		assertThatProblems(definition("user:secret@app.example.com"))
			.allSatisfy((problem) -> assertThat(problem.toString()).doesNotContain("secret"));
	}

	@Test
	void saysEverythingThatIsWrongWithOneOrigin() {
		assertThat(CompileProblems.of(definition("HTTPS://user@App.example.com:443/x?y")))
			.extracting(PolicyProblem::code)
			.containsExactlyInAnyOrder(ProblemCode.ORIGIN_NOT_LOWER_CASE, ProblemCode.ORIGIN_HAS_USER_INFO,
					ProblemCode.ORIGIN_DEFAULT_PORT, ProblemCode.ORIGIN_HAS_PATH,
					ProblemCode.ORIGIN_HAS_QUERY_OR_FRAGMENT);
	}

	@Test
	void neverRepeatsUserInfo() {
		String origin = " https://user:secret@app.example.com";
		String joined = "https://a.example,https://user:secret@b.example";
		assertThat(CompileProblems.of(definition(origin, joined).allowedOriginPatterns(origin, joined)))
			.noneMatch((problem) -> problem.toString().contains("secret"))
			.extracting(PolicyProblem::code)
			.contains(ProblemCode.ORIGIN_HAS_USER_INFO, ProblemCode.VALUE_TRIMMED, ProblemCode.JOINED_LIST);
	}

	@Test
	void warnsAboutADotAtTheEndOfTheHost() {
		assertThatProblems(definition("https://example.com.").allowedOriginPatterns("https://*.example.org."))
			.containsExactly(
					warning("allowed-origins[0]", "https://example.com.", ProblemCode.ORIGIN_TRAILING_DOT, null),
					warning("allowed-origin-patterns[0]", "https://*.example.org.", ProblemCode.ORIGIN_TRAILING_DOT,
							null));
	}

	@Test
	void refusesNull() {
		assertThatProblems(definition("null"))
			.containsExactly(error("allowed-origins[0]", "null", ProblemCode.ORIGIN_NULL, null));
		assertThatProblems(CorsPolicyDefinition.builder().allowedOriginPatterns("null"))
			.containsExactly(error("allowed-origin-patterns[0]", "null", ProblemCode.ORIGIN_NULL, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example,https://b.example", "https://a.example;https://b.example",
			"https://a.example\nhttps://b.example", "https://a.example\rhttps://b.example",
			"http://localhost:[1,2],http://localhost:[3,4]", "https://a.example,null", "*,https://a.example" })
	void refusesSeveralOriginsInOneItem(String origins) {
		assertThatProblems(definition(origins))
			.containsExactly(error("allowed-origins[0]", origins, ProblemCode.JOINED_LIST, "two list items"));
		assertThatProblems(CorsPolicyDefinition.builder().allowedOriginPatterns(origins))
			.containsExactly(error("allowed-origin-patterns[0]", origins, ProblemCode.JOINED_LIST, "two list items"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.example.com", "http://localhost:*", "http://localhost:[8080,8081]" })
	void refusesAPatternAmongTheOrigins(String pattern) {
		assertThatProblems(definition(pattern)).containsExactly(error("allowed-origins[0]", pattern,
				ProblemCode.PATTERN_IN_ALLOWED_ORIGINS, "allowed-origin-patterns: " + pattern));
	}

	@Test
	void refusesWhatLooksLikeAPatternAmongTheOrigins() {
		assertThatProblems(definition("https://*"))
			.containsExactly(error("allowed-origins[0]", "https://*", ProblemCode.PATTERN_IN_ALLOWED_ORIGINS, null));
		assertThatProblems(definition("https://*").allowCredentials(true))
			.containsExactly(error("allowed-origins[0]", "https://*", ProblemCode.WILDCARD_WITH_CREDENTIALS, null));
	}

	@Test
	void refusesAnyOriginBesideOthers() {
		assertThatProblems(definition("https://app.example.com", "*"))
			.containsExactly(error("allowed-origins[1]", "*", ProblemCode.WILDCARD_NOT_ALONE, "*"));
		assertThatProblems(definition("*").allowedOriginPatterns("https://*.example.com"))
			.containsExactly(error("allowed-origins[0]", "*", ProblemCode.WILDCARD_NOT_ALONE, "*"));
	}

	@Test
	void refusesAnyOriginWithCredentials() {
		assertThatProblems(definition("*").allowCredentials(true))
			.containsExactly(error("allowed-origins[0]", "*", ProblemCode.WILDCARD_WITH_CREDENTIALS, null));
		assertThatProblems(definition("https://app.example.com", " * ").allowCredentials(true))
			.contains(error("allowed-origins[1]", "*", ProblemCode.WILDCARD_WITH_CREDENTIALS, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "https://*", "http://*", "*://*", "*://example.com", "http*://example.com",
			"https://*:*", "https://*:8443" })
	void refusesAPatternForAnyOriginWithCredentials(String pattern) {
		assertThatProblems(CorsPolicyDefinition.builder().allowedOriginPatterns(pattern).allowCredentials(true))
			.containsExactly(error("allowed-origin-patterns[0]", pattern, ProblemCode.WILDCARD_WITH_CREDENTIALS, null));
	}

	@Test
	void refusesAnyOriginAsAPattern() {
		assertThatProblems(CorsPolicyDefinition.builder().allowedOriginPatterns("*")).containsExactly(
				error("allowed-origin-patterns[0]", "*", ProblemCode.PATTERN_ANY_ORIGIN, "allowed-origins: \"*\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "http://[::1]:3000" })
	void warnsAboutAPatternWithoutWildcard(String pattern) {
		assertThatProblems(CorsPolicyDefinition.builder().allowedOriginPatterns(pattern)).containsExactly(
				warning("allowed-origin-patterns[0]", pattern, ProblemCode.PATTERN_WITHOUT_WILDCARD, null));
	}

	@Test
	void refusesInsecureOriginsWithCredentials() {
		assertThatProblems(definition("http://app.example.com:8080").allowedOriginPatterns("http://*.example.com")
			.allowCredentials(true))
			.containsExactly(
					error("allowed-origins[0]", "http://app.example.com:8080",
							ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS, "https://app.example.com:8080"),
					error("allowed-origin-patterns[0]", "http://*.example.com",
							ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS, "https://*.example.com"));
	}

	@Test
	void toleratesInsecureOriginsWithCredentialsWhenTold() {
		assertThatProblems(definition("http://app.example.org").allowedOriginPatterns("http://*.example.com")
			.allowCredentials(true)
			.dangerouslyTolerateInsecureOrigins(true)).isEmpty();
	}

	@Test
	void toleratesLoopbackAndApplicationSchemesWithCredentials() {
		assertThatProblems(definition("http://localhost:3000", "http://127.0.0.1", "capacitor://localhost",
				"https://app.example.org")
			.allowedOriginPatterns("http://*.localhost:*", "http://[::1]:*", "https://*.example.com")
			.allowCredentials(true)).isEmpty();
	}

	@Test
	void removesWhiteSpaceAndRepetitionWithAWarning() {
		assertThatProblems(definition(" https://a.example\t", "https://a.example")
			.allowedOriginPatterns("https://*.b.example", " https://*.b.example "))
			.containsExactly(
					warning("allowed-origins[0]", " https://a.example\t", ProblemCode.VALUE_TRIMMED,
							"https://a.example"),
					warning("allowed-origins[1]", "https://a.example", ProblemCode.DUPLICATE_ENTRY, null),
					warning("allowed-origin-patterns[1]", " https://*.b.example ", ProblemCode.VALUE_TRIMMED,
							"https://*.b.example"),
					warning("allowed-origin-patterns[1]", " https://*.b.example ", ProblemCode.DUPLICATE_ENTRY, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void refusesBlankItems(String blank) {
		assertThatProblems(definition(blank).allowedOriginPatterns(blank)).containsExactly(
				error("allowed-origins[0]", blank, ProblemCode.BLANK_ENTRY, null),
				error("allowed-origin-patterns[0]", blank, ProblemCode.BLANK_ENTRY, null));
	}

	@Test
	void closesThePolicyWithoutOrigins() {
		CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder().build());
		assertThat(policy.decide(CorsRequest.builder("GET").header("Origin", "https://a.example").build()).outcome())
			.isEqualTo(Outcome.ACTUAL_REFUSED);
	}

	private static CorsPolicyDefinition.Builder definition(String... origins) {
		return CorsPolicyDefinition.builder().allowedOrigins(origins);
	}

}
