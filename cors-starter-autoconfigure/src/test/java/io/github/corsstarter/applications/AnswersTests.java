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

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Answers that are not what a handler returns: errors, copies, parts, other layers. */
class AnswersTests {

	private static final String[] SETTINGS = { "server.compression.enabled=true",
			"server.compression.min-response-size=1KB",
			"spring.web.resources.static-locations=classpath:/io/github/corsstarter/applications/static/" };

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT, ServletAnswers.class);
		}

		@Test
		void theRuleOfTheRequestHoldsAcrossForwards() {
			assertAnswer(application().get("/any/governed/forward", "Origin", ORIGIN), 200);
			Response free = application().get("/any/free/forward", "Origin", FOREIGN);
			assertThat(free.status()).isEqualTo(200);
			assertThat(free.cors()).isEmpty();
		}

		@Test
		void answersWithADigestCarryTheHeadersOfTheRule() {
			Response response = application().get("/any/governed/digest", "Origin", ORIGIN);
			assertAnswer(response, 200);
			assertAnswer(application().get("/any/governed/digest", "Origin", ORIGIN, "If-None-Match",
					response.header("ETag")), 304);
		}

		@Test
		void answersAfterAResetCarryTheHeadersOfTheRule() {
			assertAnswer(application().get("/any/governed/reset", "Origin", ORIGIN), 410);
			assertAnswer(application().get("/any/governed/timeout", "Origin", ORIGIN), 503);
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTOR_NETTY, ReactiveAnswers.class);
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
			this.application = RunningApplication.start(this.stack, this.source, SETTINGS, RunningApplication.RULE);
		}

		@AfterAll
		void stop() {
			this.application.close();
		}

		RunningApplication application() {
			return this.application;
		}

		@Test
		void errorsOfEveryKindCarryTheHeadersOfTheRule() {
			Map<String, Integer> errors = Map.of("conflict", 409, "failure", 500, "handled", 418, "nothing", 404,
					"late", 500);
			errors.forEach((path,
					status) -> assertAnswer(this.application.get("/any/governed/" + path, "Origin", ORIGIN), status));
			assertAnswer(post("{", "Content-Type", "application/json"), 400);
			assertAnswer(post("<a/>", "Content-Type", "application/xml"), 415);
			assertAnswer(post("{}", "Content-Type", "application/json", "Accept", "image/png"), 406);
			assertAnswer(this.application.send("PUT", "/any/governed/json", "Origin", ORIGIN), 405);
		}

		@Test
		void headersThatAHandlerWritesItselfAreReplaced() {
			Response response = this.application.get("/any/governed/own", "Origin", ORIGIN);
			assertAnswer(response, 200);
			assertThat(vary(response)).contains("accept-language");
		}

		@Test
		void headersThatAFilterWritesItselfAreReplaced() {
			Response allowed = this.application.get("/any/governed/large", "Origin", ORIGIN, "X-Filter", "yes");
			assertAnswer(allowed, 200);
			Response refused = this.application.get("/any/governed/large", "Origin", FOREIGN, "X-Filter", "yes");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.lines("Access-Control-Allow-Origin")).allMatch(String::isEmpty);
			assertAnswer(this.application.get("/any/governed/failure", "Origin", ORIGIN, "X-Filter", "yes"), 500);
		}

		@Test
		void compressedAnswersCarryTheHeadersOfTheRule() {
			Response response = this.application.get("/any/governed/large", "Origin", ORIGIN, "Accept-Encoding",
					"gzip");
			assertAnswer(response, 200);
			assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
			// Reactor Netty does not say that it would have answered otherwise
			assertThat(vary(response).contains("accept-encoding")).isEqualTo(this.stack.isServlet());
		}

		@Test
		void answersThatNothingHasChangedCarryTheHeadersOfTheRule() {
			assertAnswer(this.application.get("/any/governed/tagged", "Origin", ORIGIN, "If-None-Match", "\"v1\""),
					304);
			String modified = this.application.get("/any/governed/static.txt", "Origin", ORIGIN)
				.header("Last-Modified");
			assertAnswer(
					this.application.get("/any/governed/static.txt", "Origin", ORIGIN, "If-Modified-Since", modified),
					304);
		}

		@Test
		void partsOfAFileAndItsHeadCarryTheHeadersOfTheRule() {
			assertAnswer(this.application.get("/any/governed/static.txt", "Origin", ORIGIN, "Range", "bytes=0-3"), 206);
			assertAnswer(this.application.send("HEAD", "/any/governed/static.txt", "Origin", ORIGIN), 200);
		}

		@Test
		void redirectsCarryTheHeadersOfTheRule() {
			assertAnswer(this.application.get("/any/governed/moved", "Origin", ORIGIN), 302);
		}

		@Test
		void optionsThatAreNoPreflightReachTheApplication() {
			Response response = this.application.send("OPTIONS", "/any/governed/json", "Origin", ORIGIN);
			assertAnswer(response, 200);
			assertThat(response.header("Allow")).contains("POST");
		}

		private Response post(String body, String... headers) {
			return RunningApplication.send(this.application.port(), "POST", "/any/governed/json", body,
					Stream.concat(Stream.of("Origin", ORIGIN), Stream.of(headers)).toArray(String[]::new));
		}

		static void assertAnswer(Response response, int status) {
			assertThat(response.status()).isEqualTo(status);
			assertThat(response.cors().stream().filter((header) -> !header.endsWith(": "))).as(response::toString)
				.containsExactly("access-control-allow-credentials: true", "access-control-allow-origin: " + ORIGIN);
			assertThat(vary(response)).contains("origin").doesNotHaveDuplicates();
		}

		/** Tomcat writes the members in lower case when it adds its own. */
		private static List<String> vary(Response response) {
			return response.vary().stream().map((member) -> member.toLowerCase(Locale.ROOT)).toList();
		}

	}

}
