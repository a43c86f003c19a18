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
 * Tests for {@link AllowedMethods}.
 */
class AllowedMethodsTests {

	@Test
	void hasNoProblemWithMethods() {
		assertThatProblems(definition("GET", "PUT", "PATCH", "CHICKEN", "chicken")).isEmpty();
		assertThatProblems(definition("*")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT", "TRACE", "track", "Trace" })
	void refusesForbiddenMethods(String method) {
		assertThatProblems(definition(method))
			.containsExactly(error("allowed-methods[0]", method, ProblemCode.METHOD_FORBIDDEN, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GE T", "GET/", "r\u00e9sum\u00e9", "GET ;POST/", "\u212aEY", "op\u0131ions" })
	void refusesWhatIsNotAToken(String method) {
		assertThatProblems(definition(method))
			.containsExactly(error("allowed-methods[0]", method, ProblemCode.METHOD_NOT_A_TOKEN, null));
	}

	@Test
	void refusesMethodsThatAreLongerThanAnyThatIsLookedAt() {
		String method = "A".repeat(AllowedMethods.MAX_LENGTH);
		assertThatProblems(definition(method)).isEmpty();
		assertThatProblems(definition(method + "A"))
			.containsExactly(error("allowed-methods[0]", method + "A", ProblemCode.METHOD_NOT_A_TOKEN, null));
	}

	@Test
	void refusesSeveralMethodsInOneItem() {
		assertThatProblems(definition("GET,PUT"))
			.containsExactly(error("allowed-methods[0]", "GET,PUT", ProblemCode.JOINED_LIST, "two list items"));
		assertThatProblems(definition("A,B,C,D,E,F,G"))
			.containsExactly(error("allowed-methods[0]", "A,B,C,D,E,F,G", ProblemCode.JOINED_LIST, "7 list items"));
	}

	@Test
	void warnsAboutWhatIsNotNeeded() {
		assertThatProblems(definition("GET", "OPTIONS"))
			.containsExactly(warning("allowed-methods[1]", "OPTIONS", ProblemCode.METHOD_OPTIONS_UNNEEDED, null));
		assertThatProblems(definition("PUT", "*"))
			.containsExactly(warning("allowed-methods[0]", "PUT", ProblemCode.REDUNDANT_ENTRY, null));
		assertThatProblems(definition("*").allowedOrigins("https://a.example").allowCredentials(true))
			.containsExactly(warning("allowed-methods[0]", "*", ProblemCode.WILDCARD_ECHO_WITH_CREDENTIALS, null));
	}

	@ParameterizedTest
	@CsvSource({ "patch, PATCH", "Query, QUERY", "propfind, PROPFIND" })
	void refusesARegisteredMethodInTheWrongCase(String method, String suggestion) {
		assertThatProblems(definition(method))
			.containsExactly(error("allowed-methods[0]", method, ProblemCode.METHOD_WRONG_CASE, suggestion));
	}

	@Test
	void takesMethodsInLowerCaseAsBrowsersDo() {
		CorsPolicyDefinition.Builder definition = definition("get", "Put", "PUT", " delete ", "DELETE");
		assertThatProblems(definition).containsExactly(
				warning("allowed-methods[0]", "get", ProblemCode.METHOD_NORMALIZED, "GET"),
				warning("allowed-methods[1]", "Put", ProblemCode.METHOD_NORMALIZED, "PUT"),
				warning("allowed-methods[3]", " delete ", ProblemCode.VALUE_TRIMMED, "delete"),
				warning("allowed-methods[3]", "delete", ProblemCode.METHOD_NORMALIZED, "DELETE"));
		assertThat(CorsPolicy.compile(definition.build()).definition().allowedMethods()).containsExactly("GET", "PUT",
				"DELETE");
	}

	@Test
	void tellsMethodsApartByTheirCase() {
		assertThatProblems(definition("chicken", "CHICKEN", "CHICKEN"))
			.containsExactly(warning("allowed-methods[2]", "CHICKEN", ProblemCode.DUPLICATE_ENTRY, null));
	}

	@ParameterizedTest
	@CsvSource({ "GET, ALLOWED", "HEAD, ALLOWED", "POST, ALLOWED", "PUT, ALLOWED", "put, METHOD_NOT_ALLOWED",
			"DELETE, METHOD_NOT_ALLOWED", "PU, METHOD_NOT_ALLOWED", "PUTS, METHOD_NOT_ALLOWED",
			"TRACE, METHOD_NOT_ALLOWED", "*, METHOD_NOT_ALLOWED", "'GET, PUT', METHOD_MALFORMED",
			"P UT, METHOD_MALFORMED", "r\u00e9sum\u00e9, METHOD_MALFORMED" })
	void checksAMethodAgainstTheList(String method, Verdict verdict) {
		assertThat(compile(definition("PUT")).check(method)).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, ALLOWED", "chicken, ALLOWED", "*, ALLOWED", "TRACE, METHOD_NOT_ALLOWED",
			"connect, METHOD_NOT_ALLOWED", "'GET, PUT', METHOD_MALFORMED" })
	void checksAMethodAgainstAnyMethod(String method, Verdict verdict) {
		assertThat(compile(definition("*")).check(method)).isEqualTo(verdict);
	}

	@Test
	void checksMethodsUpToABound() {
		AllowedMethods methods = compile(definition("*"));
		String method = "A".repeat(AllowedMethods.MAX_LENGTH);
		assertThat(methods.check(method)).isEqualTo(Verdict.ALLOWED);
		assertThat(methods.check(method + "A")).isEqualTo(Verdict.METHOD_MALFORMED);
	}

	@Test
	void answersWithTheListTheAsteriskOrNothing() {
		assertThat(compile(definition("PUT", "GET")).value()).isEqualTo("PUT, GET");
		assertThat(compile(definition("PUT", "*")).value()).isEqualTo("*");
		assertThat(compile(definition()).value()).isNull();
	}

	@Test
	void repeatsTheMethodUnderAnAsteriskWithCredentialsAlone() {
		assertThat(compile(definition("*").allowCredentials(true)).isEchoing()).isTrue();
		assertThat(compile(definition("*")).isEchoing()).isFalse();
		assertThat(compile(definition("PUT").allowCredentials(true)).isEchoing()).isFalse();
	}

	private static CorsPolicyDefinition.Builder definition(String... methods) {
		return CorsPolicyDefinition.builder().allowedMethods(methods);
	}

	private static AllowedMethods compile(CorsPolicyDefinition.Builder definition) {
		return AllowedMethods.compile(definition.build(), new Problems());
	}

}
