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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Gateway, the one on WebFlux and the one on Spring MVC, in front of a back
 * end that sends CORS headers of its own.
 */
@Tag("isolated")
class SpringCloudGatewayTests {

	private static final String OWN = "https://own.example.com";

	private static final String GLOBAL_CORS = "spring.cloud.gateway.server.webflux.globalcors.cors-configurations.";

	/** There is no release train for Spring Boot 4.1 yet; that for 4.0 works. */
	private static final String[] ANY_LINE = { "spring.cloud.compatibility-verifier.enabled=false" };

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT, "spring.cloud.gateway.server.webmvc", "gateway.server");
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTOR_NETTY, "spring.cloud.gateway.server.webflux", "gateway.config,gateway.discovery");
		}

		@Test
		void globalCorsIsInForceWhereThereIsNoRuleAndNowhereElse() {
			Response free = gateway().preflight("/global/data", OWN);
			assertThat(free.status()).isEqualTo(200);
			assertThat(free.header("Access-Control-Allow-Origin")).isEqualTo(OWN);
			assertThat(gateway().get("/global/data", "Origin", FOREIGN).status()).isEqualTo(403);
			Response governed = gateway().preflight("/governed/data", OWN);
			assertThat(governed.status()).isEqualTo(403);
			assertThat(governed.cors()).isEmpty();
			assertThat(gateway().get("/governed/data", "Origin", ORIGIN).lines("Access-Control-Allow-Origin"))
				.containsExactly(ORIGIN);
		}

		@Test
		void aRouteOfWebSocketsIsLeftAlone() throws Exception {
			CompletableFuture<String> received = new CompletableFuture<>();
			WebSocket socket = HttpClient.newHttpClient()
				.newWebSocketBuilder()
				.header("Origin", FOREIGN)
				.buildAsync(URI.create("ws://localhost:" + gateway().port() + "/governed/socket"),
						new Listener(received))
				.get(20, TimeUnit.SECONDS);
			socket.sendText("hello", true);
			assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo("echo hello");
			socket.abort();
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private final Stack stack;

		private final String prefix;

		private final String autoConfigurations;

		private RunningApplication backEnd;

		private RunningApplication gateway;

		Checks(Stack stack, String prefix, String autoConfigurations) {
			this.stack = stack;
			this.autoConfigurations = autoConfigurations;
			this.prefix = prefix;
		}

		@BeforeAll
		void start() {
			this.backEnd = RunningApplication.start(Stack.REACTOR_NETTY, BackEnd.class, ANY_LINE);
			String scheme = this.stack.isServlet() ? "http" : "ws";
			this.gateway = RunningApplication.start(this.stack, Gateway.class, ANY_LINE,
					new String[] { "test.with=" + this.autoConfigurations, "cors.rules.api.paths=/governed/**",
							"cors.rules.api.allowed-origins=" + ORIGIN, "cors.rules.api.allowed-methods=PUT" },
					globalCors("/global/**"), globalCors("/governed/data"),
					route(0, "sockets", "/governed/socket", scheme), route(1, "everything", "/**", "http"));
		}

		/** Only the gateway on WebFlux reads it. */
		private static String[] globalCors(String path) {
			String configuration = GLOBAL_CORS + "[" + path + "].";
			return new String[] { configuration + "allowed-origins=" + OWN, configuration + "allowed-methods=PUT",
					configuration + "allowed-headers=content-type" };
		}

		private String[] route(int index, String id, String path, String scheme) {
			String route = this.prefix + ".routes[" + index + "].";
			return new String[] { route + "id=" + id, route + "uri=" + scheme + "://127.0.0.1:" + this.backEnd.port(),
					route + "predicates[0]=Path=" + path };
		}

		@AfterAll
		void stop() {
			this.gateway.close();
			this.backEnd.close();
		}

		RunningApplication gateway() {
			return this.gateway;
		}

		@Test
		void theRuleIsTheOnlyWriterOfCorsHeaders() {
			Response response = this.gateway.get("/governed/data", "Origin", ORIGIN);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.body()).contains("data of the back end");
			assertThat(response.cors()).containsExactly("access-control-allow-origin: " + ORIGIN);
			assertThat(response.vary()).contains("Origin", "Accept-Language").doesNotHaveDuplicates();
			assertThat(this.gateway.get("/governed/data").cors()).isEmpty();
		}

		@Test
		void preflightsAndForeignOriginsAreAnsweredBeforeRouting() {
			BackEnd.REQUESTS.clear();
			Response preflight = this.gateway.preflight("/governed/data", ORIGIN);
			assertThat(preflight.status()).isEqualTo(204);
			assertThat(preflight.lines("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			assertThat(this.gateway.preflight("/governed/data", FOREIGN).status()).isEqualTo(403);
			assertThat(this.gateway.get("/governed/data", "Origin", FOREIGN).status()).isEqualTo(403);
			assertThat(BackEnd.REQUESTS).isEmpty();
		}

		@Test
		void whatTheBackEndSaysPassesWhereThereIsNoRule() {
			Response response = this.gateway.get("/free/data", "Origin", FOREIGN);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.cors()).containsExactly("access-control-allow-credentials: true",
					"access-control-allow-origin: *", "access-control-expose-headers: X-Internal");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Gateway {

	}

	/** Keeps the first message. */
	private static final class Listener implements WebSocket.Listener {

		private final CompletableFuture<String> received;

		private Listener(CompletableFuture<String> received) {
			this.received = received;
		}

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
			this.received.complete(text.toString());
			return null;
		}

	}

}
