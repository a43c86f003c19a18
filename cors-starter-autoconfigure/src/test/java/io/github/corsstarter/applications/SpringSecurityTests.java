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

package io.github.corsstarter.applications;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several filter chains of Spring Security: HTTP basic, form login, a resource server and
 * one with {@code cors()}.
 */
class SpringSecurityTests {

	static final String[] SECURITY = { "test.with=security", "spring.security.user.name=someone",
			"spring.security.user.password=secret" };

	static final String BASIC = "Basic "
			+ Base64.getEncoder().encodeToString("someone:secret".getBytes(StandardCharsets.UTF_8));

	private static final List<String> CHAINS = List.of("basic", "form", "jwt", "cors");

	private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT, ServletSecurityChains.class);
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTOR_NETTY, ReactiveSecurityChains.class);
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private final Stack stack;

		private final Class<?> source;

		private RunningApplication application;

		Checks(Stack stack, Class<?> source) {
			this.stack = stack;
			this.source = source;
		}

		@BeforeAll
		void start() {
			this.application = RunningApplication.start(this.stack, this.source, SECURITY, RunningApplication.RULE);
		}

		@AfterAll
		void stop() {
			this.application.close();
		}

		@Test
		void preflightsAreAnsweredBeforeAuthentication() {
			for (String chain : CHAINS) {
				Response response = this.application.preflight(governed(chain), ORIGIN);
				assertThat(response.status()).isEqualTo(204);
				assertThat(response.cors()).contains("access-control-allow-origin: " + ORIGIN,
						"access-control-allow-credentials: true");
				assertThat(response.headers()).doesNotContainKeys("www-authenticate", "set-cookie");
			}
		}

		@Test
		void foreignOriginsAreRefusedBeforeAuthentication() {
			for (String chain : CHAINS) {
				Response preflight = this.application.preflight(governed(chain), FOREIGN);
				Response request = this.application.get(governed(chain), "Origin", FOREIGN);
				assertThat(Stream.of(preflight, request)).allSatisfy((response) -> {
					assertThat(response.status()).isEqualTo(403);
					assertThat(response.cors()).isEmpty();
					assertThat(response.headers()).doesNotContainKeys("www-authenticate", "set-cookie");
				});
			}
		}

		@Test
		void answersWithStatus401CarryTheHeadersOfTheRule() {
			for (String chain : List.of("basic", "jwt", "cors")) {
				Response response = this.application.get(governed(chain), "Origin", ORIGIN);
				assertThat(response.status()).isEqualTo(401);
				assertThat(response.header("WWW-Authenticate")).isNotNull();
				assertHeadersOfTheRule(response);
			}
			Response expired = this.application.get(governed("jwt"), "Origin", ORIGIN, "Authorization",
					SecurityTokens.bearer("data") + "x");
			assertThat(expired.status()).isEqualTo(401);
			assertHeadersOfTheRule(expired);
		}

		@Test
		void redirectsToTheFormCarryTheHeadersOfTheRule() {
			Response response = this.application.get(governed("form"), "Origin", ORIGIN);
			assertThat(response.status()).isEqualTo(302);
			assertThat(response.header("Location")).endsWith("/login");
			assertHeadersOfTheRule(response);
		}

		@Test
		void answersWithStatus403CarryTheHeadersOfTheRule() {
			Response response = this.application.get(governed("jwt"), "Origin", ORIGIN, "Authorization",
					SecurityTokens.bearer("other"));
			assertThat(response.status()).isEqualTo(403);
			assertThat(response.header("WWW-Authenticate")).contains("insufficient_scope");
			assertHeadersOfTheRule(response);
		}

		@Test
		void refusalsForWantOfACsrfTokenCarryTheHeadersOfTheRule() {
			for (String chain : List.of("basic", "cors")) {
				Response response = this.application.send("POST", governed(chain), "Origin", ORIGIN, "Authorization",
						BASIC);
				assertThat(response.status()).isEqualTo(403);
				assertHeadersOfTheRule(response);
			}
			Response response = this.application.send("POST", governed("form"), "Origin", ORIGIN, "Cookie", login());
			assertThat(response.status()).isEqualTo(403);
			assertHeadersOfTheRule(response);
		}

		@Test
		void answersToAuthenticatedRequestsCarryTheHeadersOfTheRule() {
			Map<String, String[]> credentials = Map.of("basic", new String[] { "Authorization", BASIC }, "cors",
					new String[] { "Authorization", BASIC }, "jwt",
					new String[] { "Authorization", SecurityTokens.bearer("data") }, "form",
					new String[] { "Cookie", login() });
			credentials.forEach((chain, header) -> {
				Response response = this.application.get(governed(chain), "Origin", ORIGIN, header[0], header[1]);
				assertThat(response.status()).isEqualTo(200);
				assertThat(response.body()).contains("data");
				assertHeadersOfTheRule(response);
			});
			Response written = this.application.send("POST", governed("jwt"), "Origin", ORIGIN, "Authorization",
					SecurityTokens.bearer("data"));
			assertThat(written.status()).isEqualTo(200);
			assertHeadersOfTheRule(written);
		}

		@Test
		void pathsWithoutARuleAreAnsweredByteForByteAsWithoutTheStarter() {
			Map<String, String> with = answersWithoutARule(this.application);
			assertThat(with.values().stream().map((answer) -> answer.substring(9, 12)).distinct()).contains("200",
					"302", "401", "403");
			try (RunningApplication without = RunningApplication.start(this.stack, this.source, SECURITY,
					RunningApplication.RULE, new String[] { "cors.enabled=false" })) {
				assertThat(answersWithoutARule(without)).isEqualTo(with);
				assertThat(without.preflight(governed("basic"), ORIGIN).cors()).isEmpty();
			}
		}

		@Test
		void handlersMayAnswerThePreflightsThatNoRuleGoverns() {
			assertThat(this.application.preflight("/basic/free/annotated", Handlers.ANNOTATED_ORIGIN).cors()).isEmpty();
			try (RunningApplication handlers = RunningApplication.start(this.stack, this.source, SECURITY,
					RunningApplication.RULE, new String[] { "cors.unmatched-preflights=handlers" })) {
				for (String chain : CHAINS) {
					String path = "/" + chain + "/free/annotated";
					Response allowed = handlers.preflight(path, Handlers.ANNOTATED_ORIGIN);
					assertThat(allowed.status()).isEqualTo(200);
					assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(Handlers.ANNOTATED_ORIGIN);
					assertThat(handlers.preflight(path, FOREIGN).cors()).isEmpty();
				}
				Response actual = handlers.get("/basic/free/annotated", "Origin", Handlers.ANNOTATED_ORIGIN,
						"Authorization", BASIC);
				assertThat(actual.status()).isEqualTo(200);
				assertThat(actual.cors()).containsExactly("access-control-allow-origin: " + Handlers.ANNOTATED_ORIGIN);
				assertThat(handlers.get("/basic/free/annotated").status()).isEqualTo(401);
				assertThat(handlers.preflight(governed("basic"), ORIGIN).status()).isEqualTo(204);
			}
		}

		private Map<String, String> answersWithoutARule(RunningApplication running) {
			Map<String, String> answers = new LinkedHashMap<>();
			for (String path : Stream
				.concat(CHAINS.stream()
					.flatMap((chain) -> Stream.of("data", "annotated")
						.map((handler) -> "/" + chain + "/free/" + handler)),
						Stream.of("/login", "/unsecured/free/data"))
				.toList()) {
				for (String origin : List.of(Handlers.ANNOTATED_ORIGIN, FOREIGN)) {
					answers.put("preflight " + path + " " + origin, running.preflight(path, origin).comparable());
					for (String authorization : List.of(BASIC, SecurityTokens.bearer("other"), "none")) {
						answers.put("GET " + path + " " + origin + " " + authorization.substring(0, 4),
								running.get(path, "Origin", origin, "Authorization", authorization).comparable());
						answers.put("POST " + path + " " + origin + " " + authorization.substring(0, 4),
								running.send("POST", path, "Origin", origin, "Authorization", authorization)
									.comparable());
					}
				}
			}
			return answers;
		}

		private static String governed(String chain) {
			return "/" + chain + "/governed/data";
		}

		private String login() {
			Response form = this.application.get("/login");
			Matcher token = CSRF_FIELD.matcher(form.body());
			assertThat(token.find()).isTrue();
			Response loggedIn = this.application.sendForm("/login",
					"username=someone&password=secret&_csrf=" + token.group(1), "Cookie", cookie(form));
			assertThat(loggedIn.status()).isEqualTo(302);
			return cookie(loggedIn);
		}

		private static String cookie(Response response) {
			return response.header("Set-Cookie").split(";")[0];
		}

		private static void assertHeadersOfTheRule(Response response) {
			assertThat(response.cors()).containsExactly("access-control-allow-credentials: true",
					"access-control-allow-origin: " + ORIGIN);
			assertThat(response.vary()).contains("Origin");
		}

	}

}
