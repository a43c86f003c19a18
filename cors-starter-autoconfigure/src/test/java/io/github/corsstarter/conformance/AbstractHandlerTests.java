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

package io.github.corsstarter.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a handler does with its answer, the answer has the headers of the rule, and
 * only those: resets, errors, redirects, asynchronous and streamed answers, early
 * flushes, and handlers that write CORS headers of their own.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractHandlerTests {

	private static final String ORIGIN = "https://app.example.com";

	// Spring's own CORS processor adds these for the annotation
	private static final String[] SPRING_VARY = { "Origin", "Access-Control-Request-Method",
			"Access-Control-Request-Headers" };

	private final Stack stack;

	AbstractHandlerTests(Stack stack) {
		this.stack = stack;
	}

	Stream<Handler> handlers() {
		List<Handler> handlers = new ArrayList<>(List.of(new Handler("/api/data", 200), new Handler("/api/error", 500),
				new Handler("/api/async-error", 500), new Handler("/api/senderror", 418),
				new Handler("/api/missing", 404), new Handler("/api/secure", 401), new Handler("/api/redirect", 302),
				new Handler("/api/notmodified", 304), new Handler("/api/async", 200), new Handler("/api/stream", 200),
				new Handler("/api/flush-early", 200), new Handler("/api/range", 200),
				new Handler("/api/acao-star", 200), new Handler("/api/acac-true", 200),
				new Handler("/api/overwrites", 200, "Accept", "Accept-Language"),
				new Handler("/api/set-vary", 200, "Accept", "Accept-Language"),
				new Handler("/api/vary", 200, "Accept-Encoding"), new Handler("/api/vary-origin", 200, "Origin"),
				new Handler("/api/vary-star", 200, "*"), new Handler("/api/crossorigin", 200, SPRING_VARY)));
		if (this.stack.isServlet()) {
			handlers.add(new Handler("/api/reset", 200));
			handlers.add(new Handler("/api/reset-senderror", 409));
			handlers.add(new Handler("/api/send-redirect", 302));
			handlers.add(new Handler("/api/raw-async", 202, "Accept"));
			handlers.add(new Handler("/api/raw-dispatch", 200, "Accept", "Accept-Language"));
		}
		return handlers.stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("handlers")
	void anAllowedOriginGetsTheHeadersOfTheRule(Handler handler) {
		RawResponse response = send(handler, ORIGIN, "allowed-origins", ORIGIN, "allow-credentials", "true",
				"exposed-headers", "X-Total-Count");
		assertAnswer(handler, response, Map.of("access-control-allow-origin", ORIGIN,
				"access-control-allow-credentials", "true", "access-control-expose-headers", "X-Total-Count"),
				"origin");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("handlers")
	void anyOriginGetsTheSameAnswer(Handler handler) {
		RawResponse response = send(handler, ORIGIN, "allowed-origins", "*");
		assertAnswer(handler, response, Map.of("access-control-allow-origin", "*"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("handlers")
	void aRequestWithoutOriginGetsNoHeader(Handler handler) {
		RawResponse response = send(handler, null, "allowed-origins", ORIGIN);
		assertAnswer(handler, response, Map.of(), "origin");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("handlers")
	void aDisallowedRequestThatPassesThroughGetsNoHeader(Handler handler) {
		RawResponse response = send(handler, ORIGIN, "allowed-origins", "https://other.example.com",
				"disallowed-requests", "pass-through");
		if (handler.path().equals("/api/crossorigin")) {
			// The application has the last word, and its annotation does not allow it
			assertThat(response.corsHeaderNames()).isEmpty();
			assertThat(response.status()).isEqualTo(403);
			return;
		}
		assertAnswer(handler, response, Map.of(), "origin");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("handlers")
	void aRefusedRequestDoesNotReachTheHandler(Handler handler) {
		TestServer server = TestServer.shared(this.stack);
		server.spy().take();
		RawResponse response = send(handler, ORIGIN, "allowed-origins", "https://other.example.com");
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).isEmpty();
		assertThat(response.corsHeaderNames()).isEmpty();
		assertThat(response.members("Vary")).containsExactly("Origin");
		assertThat(server.spy().take()).isZero();
	}

	/**
	 * What Spring adds to {@code Vary} for a resource that is not there differs between
	 * servers and between versions.
	 */
	@Test
	void aPathWithoutHandlerGetsTheHeadersOfTheRule() {
		RawResponse response = send(new Handler("/api/nowhere", 404), ORIGIN, "allowed-origins", ORIGIN);
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.corsHeaderNames()).containsExactly("access-control-allow-origin");
		assertThat(response.lines("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
		assertThat(response.members("Vary")).containsOnlyOnce("Origin").doesNotHaveDuplicates();
	}

	private void assertAnswer(Handler handler, RawResponse response, Map<String, String> headers, String... vary) {
		assertThat(response.status()).isEqualTo(handler.status());
		Map<String, List<String>> expected = new TreeMap<>();
		headers.forEach((name, value) -> expected.put(name, List.of(value)));
		Map<String, List<String>> actual = new TreeMap<>();
		response.corsHeaderNames().forEach((name) -> actual.put(name, response.lines(name)));
		assertThat(actual).isEqualTo(expected);
		assertThat(response.members("Vary").stream().map(AbstractHandlerTests::lowerCase))
			.containsExactlyInAnyOrderElementsOf(handler.varyTogetherWith(vary));
	}

	private RawResponse send(Handler handler, String origin, String... rule) {
		TestServer server = TestServer.shared(this.stack);
		Map<String, Object> properties = new TreeMap<>();
		properties.put("cors.rules.api.paths", "/api/**");
		for (int i = 0; i < rule.length; i += 2) {
			properties.put("cors.rules.api." + rule[i], rule[i + 1]);
		}
		new Rules(properties).install(server);
		server.script().answerWith(null);
		RawRequest.Builder request = RawRequest.to("GET", handler.path()).header("Host", "localhost:" + server.port());
		return server.client().send(((origin != null) ? request.header("Origin", origin) : request).build());
	}

	private static String lowerCase(String value) {
		return value.toLowerCase(Locale.ROOT);
	}

	/**
	 * A handler of the test application.
	 *
	 * @param path its path
	 * @param status the status of its answer
	 * @param vary the members of {@code Vary} that it has by itself
	 */
	record Handler(String path, int status, String... vary) {

		Set<String> varyTogetherWith(String... members) {
			Set<String> all = new TreeSet<>();
			Stream.of(this.vary).map(AbstractHandlerTests::lowerCase).forEach(all::add);
			if (!all.contains("*")) {
				all.addAll(List.of(members));
			}
			return all;
		}

		@Override
		public String toString() {
			return this.path;
		}

	}

}
