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

import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static io.github.corsstarter.CompileProblems.warning;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllowedRequestHeaders}. What its check allows is the subject of
 * {@link HeaderListLawTests}, too.
 */
class AllowedRequestHeadersTests {

	@Test
	void hasNoProblemWithNames() {
		assertThatProblems(definition("Content-Type", "authorization", "X-A_b.1", "Accept")).isEmpty();
		assertThatProblems(definition("*", "Authorization")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X A", "X-A:", "X-A,X B", "X-\u212aey", "X\r\nY: Z" })
	void refusesWhatIsNotAToken(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("allowed-headers[0]", name, ProblemCode.HEADER_NOT_A_TOKEN, null));
	}

	@Test
	void refusesSeveralNamesInOneItem() {
		assertThatProblems(definition("X-A,X-B;X-C"))
			.containsExactly(error("allowed-headers[0]", "X-A,X-B;X-C", ProblemCode.JOINED_LIST, "three list items"));
	}

	@Test
	void warnsAboutWhatAnAsteriskDoesNotDo() {
		assertThatProblems(definition("*")).containsExactly(
				warning("allowed-headers[0]", "*", ProblemCode.HEADER_WILDCARD_WITHOUT_AUTHORIZATION, null));
		assertThatProblems(definition("*", "X-A", "Authorization"))
			.containsExactly(warning("allowed-headers[1]", "X-A", ProblemCode.REDUNDANT_ENTRY, null));
		assertThatProblems(definition("*").allowCredentials(true))
			.containsExactly(warning("allowed-headers[0]", "*", ProblemCode.WILDCARD_ECHO_WITH_CREDENTIALS, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-*", "*-A", "**" })
	void refusesAnAsteriskInsideAName(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("allowed-headers[0]", name, ProblemCode.HEADER_PARTIAL_WILDCARD, null));
	}

	@Test
	void refusesResponseHeadersOfTheProtocol() {
		assertThatProblems(definition("access-control-allow-origin")).containsExactly(error("allowed-headers[0]",
				"access-control-allow-origin", ProblemCode.HEADER_IS_RESPONSE_HEADER, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cookie", "host", "Sec-Fetch-Site", "Proxy-Authorization", "Origin" })
	void refusesHeadersThatNoScriptCanSet(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("allowed-headers[0]", name, ProblemCode.HEADER_FORBIDDEN, null));
	}

	@Test
	void removesRepetitionInAnyCaseWithAWarning() {
		CorsPolicyDefinition.Builder definition = definition("X-A", "x-a");
		assertThatProblems(definition)
			.containsExactly(warning("allowed-headers[1]", "x-a", ProblemCode.DUPLICATE_ENTRY, null));
		assertThat(CorsPolicy.compile(definition.build()).definition().allowedHeaders()).containsExactly("X-A");
	}

	@Test
	void answersWithTheListTheAsteriskOrNothing() {
		assertThat(compile(definition("X-A", "X-B")).value()).isEqualTo("X-A, X-B");
		assertThat(compile(definition("X-A", "*")).value()).isEqualTo("*");
		assertThat(compile(definition("X-A", "*", "authorization")).value()).isEqualTo("*, authorization");
		assertThat(compile(definition()).value()).isNull();
	}

	@Test
	void repeatsTheNamesUnderAnAsteriskWithCredentialsAlone() {
		assertThat(compile(definition("*").allowCredentials(true)).isEchoing()).isTrue();
		assertThat(compile(definition("*")).isEchoing()).isFalse();
		assertThat(compile(definition("X-A").allowCredentials(true)).isEchoing()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 16, 17, 64 })
	void checksListsOfAnyNumberOfNames(int count) {
		String[] names = IntStream.range(0, count).mapToObj("X-Name-%02d"::formatted).toArray(String[]::new);
		AllowedRequestHeaders headers = compile(definition(names));
		String list = String.join(",", names).toLowerCase(Locale.ROOT);
		assertThat(headers.check(list, null)).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check(list + ",x-other", null)).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
		assertThat(headers.check(list + "0", null)).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
		assertThat(headers.check(list + ";", null)).isEqualTo(Verdict.REQUEST_HEADERS_MALFORMED);
	}

	@Test
	void refusesAListOverTheLimitEvenIfAllOfItIsAllowed() {
		String name = "x-" + "a".repeat(AllowedRequestHeaders.MAX_LENGTH);
		assertThat(compile(definition(name)).check(name, null)).isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'' | ALLOWED", ", | ALLOWED", "' \t, ,\t' | ALLOWED", "x-a | ALLOWED", "X-A,x-b | ALLOWED",
					"x-a,x-b | ALLOWED", "x-b,x-key | ALLOWED", "'x-a, x-b' | ALLOWED", "x-key,x-a | ALLOWED",
					"x-a, | ALLOWED", "x-a,x-bb | REQUEST_HEADER_NOT_ALLOWED", "'x-b , x-a\t,' | ALLOWED",
					"x-a,x-a,x-a | ALLOWED", "x-c | REQUEST_HEADER_NOT_ALLOWED", "x-a,x-c | REQUEST_HEADER_NOT_ALLOWED",
					"* | REQUEST_HEADER_NOT_ALLOWED", "x-aa | REQUEST_HEADER_NOT_ALLOWED",
					"x- | REQUEST_HEADER_NOT_ALLOWED", "content-type | REQUEST_HEADER_NOT_ALLOWED",
					"accept | REQUEST_HEADER_NOT_ALLOWED", "x-a x-b | REQUEST_HEADERS_MALFORMED",
					"x-a;x-b | REQUEST_HEADERS_MALFORMED", "x-a: | REQUEST_HEADERS_MALFORMED",
					"'x-a, \u00e9' | REQUEST_HEADERS_MALFORMED", "\"x-a\" | REQUEST_HEADERS_MALFORMED",
					"x-\u212aey | REQUEST_HEADERS_MALFORMED" })
	void checksNamesAgainstTheList(String list, Verdict verdict) {
		assertThat(compile(definition("X-A", "X-B", "X-Key")).check(list, null)).isEqualTo(verdict);
	}

	@Test
	void allowsARequestWithoutNames() {
		assertThat(compile(definition()).check(null, null)).isEqualTo(Verdict.ALLOWED);
		assertThat(compile(definition()).check("", null)).isEqualTo(Verdict.ALLOWED);
		assertThat(compile(definition()).check("x-a", null)).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
	}

	@Test
	void allowsAnyNameButAuthorizationUnderAnAsterisk() {
		AllowedRequestHeaders headers = compile(definition("*"));
		assertThat(headers.check("x-a,*,content-type", null)).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check("authorizatio,authorizatiom,authorizations", null)).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check("x-a,Authorization", null)).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
		assertThat(headers.check("authorization", null)).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
	}

	@Test
	void allowsAuthorizationUnderAnAsteriskWhenItIsListedOrWithCredentials() {
		assertThat(compile(definition("*", "Authorization")).check("authorization", null)).isEqualTo(Verdict.ALLOWED);
		AllowedRequestHeaders echoing = compile(definition("*").allowCredentials(true));
		NameEcho echo = new NameEcho();
		assertThat(echoing.check("authorization, X-A, x-a", echo)).isEqualTo(Verdict.ALLOWED);
		assertThat(echo.value()).isEqualTo("authorization, X-A");
	}

	@Test
	void reads8192CharactersAndRefusesMore() {
		AllowedRequestHeaders headers = compile(definition("X-A"));
		assertThat(headers.check("x-a" + ",".repeat(8189), null)).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check("x-a" + ",".repeat(8190), null)).isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
		assertThat(headers.check(" ".repeat(8193), null)).isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
	}

	@Test
	void reads128NamesAndRefusesMore() {
		AllowedRequestHeaders headers = compile(definition("X-A"));
		assertThat(headers.check("x-a,".repeat(128), null)).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check("x-a,".repeat(129), null)).isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
	}

	@Test
	void repeats64NamesAndRefusesMore() {
		AllowedRequestHeaders headers = compile(definition("*").allowCredentials(true));
		StringBuilder list = new StringBuilder();
		for (int i = 0; i < 64; i++) {
			list.append("x-").append(i).append(',');
		}
		assertThat(headers.check(list + "x-0", new NameEcho())).isEqualTo(Verdict.ALLOWED);
		assertThat(headers.check(list + "x-64", new NameEcho())).isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
	}

	private static CorsPolicyDefinition.Builder definition(String... names) {
		return CorsPolicyDefinition.builder().allowedHeaders(names);
	}

	private static AllowedRequestHeaders compile(CorsPolicyDefinition.Builder definition) {
		return AllowedRequestHeaders.compile(definition.build(), new Problems());
	}

}
