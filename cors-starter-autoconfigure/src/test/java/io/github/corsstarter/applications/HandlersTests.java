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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

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

/** Every kind of handler, those with a CORS configuration of their own included. */
class HandlersTests {

	private static final String[] SETTINGS = { "cors.rules.governed.paths=/governed/**",
			"cors.rules.governed.allowed-origins=" + ORIGIN, "cors.rules.governed.allowed-methods=GET, POST, PUT",
			"cors.rules.governed.exposed-headers=Content-Disposition", "server.http2.enabled=true",
			"spring.web.resources.static-locations=classpath:/io/github/corsstarter/applications/static/" };

	private static final List<String> KINDS = List.of("functional", "static.txt", "events", "stream", "later",
			"download", "annotated", "mapped");

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT, ServletHandlers.class, "deferred", "emitter");
		}

		@Test
		void callablesAnswerUnderTheRule() {
			assertAnswersUnderTheRule("later");
		}

		@Test
		void deferredResultsAnswerUnderTheRule() {
			assertAnswersUnderTheRule("deferred");
		}

		@Test
		void responseBodyEmittersAnswerUnderTheRule() {
			assertAnswersUnderTheRule("emitter");
		}

		@Test
		void streamingResponseBodiesAnswerUnderTheRule() {
			assertAnswersUnderTheRule("stream");
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTOR_NETTY, ReactiveHandlers.class);
		}

		@Test
		void delayedMonosAnswerUnderTheRule() {
			assertAnswersUnderTheRule("later");
		}

		@Test
		void fluxesAnswerUnderTheRule() {
			assertAnswersUnderTheRule("stream");
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private final Stack stack;

		private final Class<?> source;

		private final List<String> kinds = new ArrayList<>(KINDS);

		private RunningApplication application;

		Checks(Stack stack, Class<?> source, String... moreKinds) {
			this.stack = stack;
			this.source = source;
			this.kinds.addAll(List.of(moreKinds));
		}

		@BeforeAll
		void start() {
			this.application = RunningApplication.start(this.stack, this.source, SETTINGS);
		}

		@AfterAll
		void stop() {
			this.application.close();
		}

		@Test
		void functionalEndpointsAnswerUnderTheRule() {
			assertAnswersUnderTheRule("functional");
		}

		@Test
		void staticResourcesAnswerUnderTheRule() {
			assertAnswersUnderTheRule("static.txt");
		}

		@Test
		void serverSentEventsAnswerUnderTheRule() {
			assertAnswersUnderTheRule("events");
		}

		@Test
		void downloadsAnswerUnderTheRule() {
			assertAnswersUnderTheRule("download");
		}

		@Test
		void handlersWithAnAnnotationAnswerUnderTheRule() {
			assertAnswersUnderTheRule("annotated");
		}

		@Test
		void handlersWithAGlobalMappingAnswerUnderTheRule() {
			assertAnswersUnderTheRule("mapped");
		}

		@Test
		void theRuleWinsOverAnnotationsAndMappings() {
			for (String kind : List.of("annotated", "mapped")) {
				Response refused = this.application.get("/governed/" + kind, "Origin", SharedHandlers.OWN_ORIGIN);
				assertThat(refused.status()).isEqualTo(403);
				assertThat(refused.cors()).isEmpty();
			}
		}

		@Test
		void annotationsAndMappingsAnswerWhereThereIsNoRule() {
			for (String kind : List.of("annotated", "mapped")) {
				String path = "/free/" + kind;
				Response allowed = this.application.get(path, "Origin", SharedHandlers.OWN_ORIGIN);
				assertThat(allowed.status()).isEqualTo(200);
				assertThat(allowed.cors()).containsExactly("access-control-allow-origin: " + SharedHandlers.OWN_ORIGIN);
				Response preflight = this.application.send("OPTIONS", path, "Origin", SharedHandlers.OWN_ORIGIN,
						"Access-Control-Request-Method", "GET");
				assertThat(preflight.status()).isEqualTo(200);
				assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(SharedHandlers.OWN_ORIGIN);
				assertThat(this.application.get(path, "Origin", ORIGIN).status()).isEqualTo(403);
			}
		}

		@Test
		void otherHandlersGetNoHeaderWhereThereIsNoRule() {
			for (String kind : this.kinds) {
				if (!kind.equals("annotated") && !kind.equals("mapped")) {
					Response response = this.application.get("/free/" + kind, "Origin", ORIGIN);
					assertThat(response.status()).as(kind).isEqualTo(200);
					assertThat(response.cors()).as(kind).isEmpty();
				}
			}
		}

		@Test
		void anUploadWithProgressEventsIsPreflighted() {
			// a listener on the upload makes any request need a preflight, for POST
			Response preflight = this.application.send("OPTIONS", "/governed/upload", "Origin", ORIGIN,
					"Access-Control-Request-Method", "POST");
			assertThat(preflight.status()).isEqualTo(204);
			assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
			String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
					+ "Content-Type: text/plain\r\n\r\n12345\r\n--b--\r\n";
			Response upload = RunningApplication.send(this.application.port(), "POST", "/governed/upload", body,
					"Origin", ORIGIN, "Content-Type", "multipart/form-data; boundary=b");
			assertThat(upload.status()).isEqualTo(200);
			assertThat(upload.body()).contains("a.txt");
			assertThat(upload.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		}

		@Test
		void theNameOfADownloadIsExposed() {
			Response download = this.application.get("/governed/download", "Origin", ORIGIN);
			assertThat(download.header("Content-Disposition")).contains("report.csv");
			assertThat(download.header("Access-Control-Expose-Headers")).isEqualTo("Content-Disposition");
		}

		@Test
		void answersOverHttp2CarryTheHeadersOfTheRule() throws Exception {
			HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build();
			HttpResponse<String> actual = send(client, "GET", "functional", "Origin", ORIGIN);
			assertThat(actual.statusCode()).isEqualTo(200);
			assertThat(actual.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			assertThat(actual.headers().firstValue("Vary").orElseThrow()).startsWith("Origin");
			HttpResponse<String> preflight = send(client, "OPTIONS", "functional", "Origin", ORIGIN,
					"Access-Control-Request-Method", "PUT");
			assertThat(preflight.statusCode()).isEqualTo(204);
			assertThat(preflight.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			HttpResponse<String> refused = send(client, "GET", "stream", "Origin", FOREIGN);
			assertThat(refused.statusCode()).isEqualTo(403);
			assertThat(refused.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
		}

		void assertAnswersUnderTheRule(String kind) {
			Response response = this.application.get("/governed/" + kind, "Origin", ORIGIN);
			assertThat(response.status()).as(kind).isEqualTo(200);
			assertThat(response.body()).as(kind).contains("the content of " + kind.replace(".txt", ""));
			assertThat(response.cors()).as(kind)
				.containsExactly("access-control-allow-origin: " + ORIGIN,
						"access-control-expose-headers: Content-Disposition");
			assertThat(this.application.preflight("/governed/" + kind, ORIGIN).status()).as(kind).isEqualTo(204);
			assertThat(this.application.get("/governed/" + kind, "Origin", FOREIGN).status()).as(kind).isEqualTo(403);
		}

		private HttpResponse<String> send(HttpClient client, String method, String kind, String... headers)
				throws IOException, InterruptedException {
			URI uri = URI.create("http://localhost:" + this.application.port() + "/governed/" + kind);
			HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri)
				.method(method, HttpRequest.BodyPublishers.noBody())
				.headers(headers)
				.build(), BodyHandlers.ofString());
			assertThat(response.version()).isEqualTo(Version.HTTP_2);
			return response;
		}

	}

}
