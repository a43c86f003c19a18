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

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.CorsExplanation.Check;
import io.github.corsstarter.explain.FetchChecks.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FetchChecks} and {@link ConsoleSentences}: the answers and sentences
 * are those that were seen in running browsers.
 */
class FetchChecksTests {

	private static final String ACCESS = "Access to fetch at 'http://api.test/x?y=1' from origin 'http://page.test' has been"
			+ " blocked by CORS policy: ";

	private static final String PREFLIGHT = "Response to preflight request doesn't pass access control check: ";

	private static final String FIREFOX = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the"
			+ " remote resource at http://api.test/x?y=1. ";

	private static final String FIREFOX_PREFLIGHT = FIREFOX
			+ "(Reason: CORS request did not succeed). Status code: (null).";

	private static ScriptRequest request(boolean credentials, String method, String... names) {
		List<Field> headers = new ArrayList<>();
		for (String name : names) {
			headers.add(new Field(name, "x"));
		}
		return new ScriptRequest("http://page.test", method, "http://api.test/x?y=1", headers, credentials);
	}

	private static ServerAnswer answer(int status, String... namesAndValues) {
		List<Field> headers = new ArrayList<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			headers.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
		}
		return new ServerAnswer(status, headers);
	}

	private static void assertActual(ScriptRequest request, ServerAnswer answer, FailureKind kind, String chromium,
			String firefox) {
		BrowserFailure failure = FetchChecks.actual(request, answer).failure();
		assertThat(failure).isNotNull();
		assertThat(failure.kind()).isEqualTo(kind);
		ConsoleSentences console = ConsoleSentences.of(failure, request);
		assertThat(console.chromium()).isEqualTo(ACCESS + chromium);
		assertThat(console.firefox()).containsExactly(firefox);
	}

	private static void assertPreflight(ScriptRequest request, ServerAnswer answer, FailureKind kind, String chromium,
			String... firefox) {
		BrowserFailure failure = FetchChecks.preflight(request, answer).failure();
		assertThat(failure).isNotNull();
		assertThat(failure.kind()).isEqualTo(kind);
		ConsoleSentences console = ConsoleSentences.of(failure, request);
		assertThat(console.chromium()).isEqualTo(ACCESS + chromium);
		assertThat(console.firefox()).containsExactly(firefox);
	}

	@Test
	void anAnswerWithTheOriginOrTheWildcardPasses() {
		assertThat(FetchChecks
			.actual(request(false, "GET"), answer(403, "access-control-allow-origin", "http://page.test"))
			.passed()).isTrue();
		assertThat(FetchChecks.actual(request(false, "GET"), answer(200, "Access-Control-Allow-Origin", "*")).passed())
			.isTrue();
		assertThat(FetchChecks
			.actual(request(true, "GET"),
					answer(200, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Credentials",
							"true"))
			.passed()).isTrue();
	}

	@Test
	void noAllowOrigin() {
		assertActual(request(false, "GET"), answer(403), FailureKind.MISSING_ALLOW_ORIGIN,
				"No 'Access-Control-Allow-Origin' header is present on the requested resource.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 missing). Status code: 403.");
		assertPreflight(request(true, "PUT"), answer(403), FailureKind.MISSING_ALLOW_ORIGIN,
				PREFLIGHT + "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 missing). Status code: 403.",
				FIREFOX_PREFLIGHT);
	}

	@Test
	void theWildcardWithCredentials() {
		assertActual(request(true, "GET"),
				answer(200, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Credentials", "true"),
				FailureKind.WILDCARD_WITH_CREDENTIALS,
				"The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when"
						+ " the request's credentials mode is 'include'.",
				"Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at"
						+ " \u2018http://api.test/x?y=1\u2019. (Reason: Credential is not supported if the CORS header"
						+ " \u2018Access-Control-Allow-Origin\u2019 is \u2018*\u2019).");
	}

	@Test
	void twoLinesOfAllowOrigin() {
		assertActual(request(false, "GET"),
				answer(200, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Origin",
						"http://page.test"),
				FailureKind.SEVERAL_ALLOW_ORIGIN_LINES,
				"The 'Access-Control-Allow-Origin' header contains multiple values 'http://page.test, http://page.test',"
						+ " but only one is allowed. Have the server send the header with a valid value.",
				FIREFOX + "(Reason: Multiple CORS header \u2018Access-Control-Allow-Origin\u2019 not allowed).");
	}

	@Test
	void aListAsAllowOrigin() {
		assertActual(request(false, "GET"),
				answer(200, "Access-Control-Allow-Origin", "http://page.test http://a.test"),
				FailureKind.ALLOW_ORIGIN_LIST,
				"The 'Access-Control-Allow-Origin' header contains multiple values 'http://page.test http://a.test', but"
						+ " only one is allowed. Have the server send the header with a valid value.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 does not match"
						+ " \u2018http://page.test http://a.test\u2019).");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "page.test", "//page.test", "http://", "NULL", "undefined", "**", "*.page.test",
			"http://page.test:*", "http://page.test:99999", "\"http://page.test\"", "<origin>", "${ORIGIN}",
			"http://256.256.256.256", "http://a%b.test", "http://page\t.test" })
	void anInvalidAllowOrigin(String value) {
		assertActual(request(false, "GET"), answer(200, "Access-Control-Allow-Origin", value),
				FailureKind.INVALID_ALLOW_ORIGIN,
				"The 'Access-Control-Allow-Origin' header contains the invalid value '" + value
						+ "'. Have the server send the header with a valid value.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 does not match \u2018" + value
						+ "\u2019).");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://other.test", "null", "http://page.test/", "http://page.test/x", "HTTP://page.test",
			"https://*.example.com", "http://*", "https://${x}", "localhost:3000", "foo:bar", "https:example.com",
			"file://", "http://a.test;http://b.test", "http://a.test:", "http://[::1]:80", "http://192.0.2.1" })
	void anotherAllowOrigin(String value) {
		assertActual(request(false, "GET"), answer(200, "Access-Control-Allow-Origin", value),
				FailureKind.OTHER_ALLOW_ORIGIN,
				"The 'Access-Control-Allow-Origin' header has a value '" + value
						+ "' that is not equal to the supplied origin. Have the server send the header with a valid value.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 does not match \u2018" + value
						+ "\u2019).");
	}

	@ParameterizedTest
	@CsvSource({ ",''", "True,True", "false,false", "'true, true','true, true'" })
	void noAllowCredentials(String value, String shown) {
		ServerAnswer answer = (value != null) ? answer(200, "Access-Control-Allow-Origin", "http://page.test",
				"Access-Control-Allow-Credentials", value)
				: answer(200, "Access-Control-Allow-Origin", "http://page.test");
		assertActual(request(true, "GET"), answer, FailureKind.CREDENTIALS_NOT_ALLOWED,
				"The value of the 'Access-Control-Allow-Credentials' header in the response is '" + shown
						+ "' which must be 'true' when the request's credentials mode is 'include'.",
				FIREFOX + "(Reason: expected \u2018true\u2019 in CORS header"
						+ " \u2018Access-Control-Allow-Credentials\u2019).");
	}

	@Test
	void aRedirectOfThePreflight() {
		assertPreflight(request(false, "PUT"), answer(302, "Location", "/y", "Access-Control-Allow-Origin", "*"),
				FailureKind.PREFLIGHT_REDIRECT, PREFLIGHT + "Redirect is not allowed for a preflight request.",
				FIREFOX + "(Reason: CORS request external redirect not allowed).",
				FIREFOX + "(Reason: CORS preflight response did not succeed). Status code: 302.", FIREFOX_PREFLIGHT);
		assertPreflight(request(false, "PUT"), answer(302, "Location", "/y"), FailureKind.PREFLIGHT_REDIRECT,
				PREFLIGHT + "Redirect is not allowed for a preflight request.",
				FIREFOX + "(Reason: CORS header \u2018Access-Control-Allow-Origin\u2019 missing). Status code: 302.",
				FIREFOX_PREFLIGHT);
	}

	@ParameterizedTest
	@ValueSource(ints = { 199, 300, 302, 401, 404, 500 })
	void aStatusOfThePreflightThatIsNotOk(int status) {
		assertPreflight(request(false, "PUT"), answer(status, "Access-Control-Allow-Origin", "*"),
				FailureKind.PREFLIGHT_STATUS, PREFLIGHT + "It does not have HTTP ok status.",
				FIREFOX + "(Reason: CORS preflight response did not succeed). Status code: " + status + ".",
				FIREFOX_PREFLIGHT);
	}

	@Test
	void allowMethodsThatIsNotAList() {
		assertPreflight(request(false, "GET", "X-A"),
				answer(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Methods", "GET PUT",
						"Access-Control-Allow-Headers", "x a"),
				FailureKind.METHODS_NOT_A_LIST,
				"Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
				FIREFOX + "(Reason: invalid token \u2018GET PUT\u2019 in CORS header"
						+ " \u2018Access-Control-Allow-Methods\u2019).",
				FIREFOX_PREFLIGHT);
	}

	@Test
	void allowHeadersThatIsNotAList() {
		assertPreflight(request(false, "PUT"),
				answer(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "x a"),
				FailureKind.HEADERS_NOT_A_LIST,
				"Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
				FIREFOX + "(Reason: invalid token \u2018x a\u2019 in CORS header"
						+ " \u2018Access-Control-Allow-Headers\u2019).",
				FIREFOX_PREFLIGHT);
	}

	@ParameterizedTest
	@CsvSource({ "false, PUT, GET", "false, patch, PATCH", "true, PUT, *", "false, PUT, ''" })
	void aMethodThatIsNotAllowed(boolean credentials, String method, String allowed) {
		assertPreflight(request(credentials, method, "X-A"),
				answer(204, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Credentials",
						"true", "Access-Control-Allow-Methods", allowed),
				FailureKind.METHOD_NOT_ALLOWED,
				"Method " + method + " is not allowed by Access-Control-Allow-Methods in preflight response.",
				FIREFOX + "(Reason: Did not find method in CORS header \u2018Access-Control-Allow-Methods\u2019).",
				FIREFOX_PREFLIGHT);
	}

	@ParameterizedTest
	@CsvSource({ "false, X-A", "true, *" })
	void aHeaderThatIsNotAllowed(boolean credentials, String allowed) {
		assertPreflight(request(credentials, "GET", "X-C", "X-B"),
				answer(204, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Credentials",
						"true", "Access-Control-Allow-Headers", allowed),
				FailureKind.HEADER_NOT_ALLOWED,
				"Request header field x-b is not allowed by Access-Control-Allow-Headers in preflight response.",
				FIREFOX + "(Reason: header \u2018x-b\u2019 is not allowed according to header"
						+ " \u2018Access-Control-Allow-Headers\u2019 from CORS preflight response).",
				FIREFOX_PREFLIGHT);
	}

	@Test
	void authorizationIsNotCoveredByTheWildcard() {
		ScriptRequest request = request(false, "GET", "Authorization");
		BrowserFailure failure = FetchChecks
			.preflight(request, answer(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "*"))
			.failure();
		assertThat(failure).isNotNull();
		assertThat(failure.kind()).isEqualTo(FailureKind.AUTHORIZATION_UNDER_WILDCARD);
		ConsoleSentences console = ConsoleSentences.of(failure, request);
		assertThat(console.chromium()).as("Chromium lets it pass, against the standard").isNull();
		assertThat(console.firefox()).singleElement()
			.asString()
			.startsWith("Cross-Origin Request Warning: ")
			.contains(" at http://api.test/x?y=1 soon. ");
		assertThat(
				FetchChecks
					.preflight(request,
							answer(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers",
									"*, authorization"))
					.passed())
			.isTrue();
	}

	@Test
	void emptyElementsSeveralLinesAndEveryOkStatusAreFine() {
		assertThat(FetchChecks
			.preflight(request(true, "PUT", "x-a"),
					answer(299, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Credentials",
							"true", "Access-Control-Allow-Methods", ",DELETE,,", "Access-Control-Allow-Methods", "PUT",
							"Access-Control-Allow-Headers", "X-A"))
			.passed()).isTrue();
	}

	@Test
	void whatIsCheckedIsListedUpToTheFirstFailure() {
		Judgement judgement = FetchChecks.preflight(request(true, "PUT"),
				answer(204, "Access-Control-Allow-Origin", "http://page.test", "Access-Control-Allow-Credentials",
						"true", "Access-Control-Allow-Methods", "DELETE"));
		assertThat(judgement.checks()).extracting(Check::sentence)
			.containsExactly("Access-Control-Allow-Origin is http://page.test",
					"Access-Control-Allow-Credentials is true", "The status is 200 to 299",
					"The method is GET, HEAD or POST, or Access-Control-Allow-Methods has PUT");
		assertThat(judgement.checks()).extracting(Check::passed).containsExactly(true, true, true, false);
	}

	@Test
	void xmlHttpRequestGetsSentencesOfItsOwn() {
		ScriptRequest request = request(true, "GET");
		BrowserFailure wildcard = FetchChecks.actual(request, answer(200, "Access-Control-Allow-Origin", "*"))
			.failure();
		assertThat(wildcard).isNotNull();
		assertThat(ConsoleSentences.of(wildcard, request).chromiumXhr())
			.startsWith("Access to XMLHttpRequest at 'http://api.test/x?y=1' from origin ")
			.endsWith("'include'. The credentials mode of requests initiated by the XMLHttpRequest is controlled by the"
					+ " withCredentials attribute.");
		BrowserFailure other = FetchChecks.actual(request, answer(200, "Access-Control-Allow-Origin", "http://a.test"))
			.failure();
		assertThat(other).isNotNull();
		assertThat(ConsoleSentences.of(other, request).chromiumXhr())
			.endsWith("that is not equal to the supplied origin.");
	}

}
