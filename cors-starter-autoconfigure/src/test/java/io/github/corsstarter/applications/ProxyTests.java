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

import java.util.stream.Stream;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that a proxy hides: the public origin is {@value #PUBLIC_ORIGIN}, and
 * what the application hears of it depends on {@code server.forward-headers-strategy}.
 */
class ProxyTests {

	private static final String PUBLIC_HOST = "shop.example.com";

	private static final String PUBLIC_ORIGIN = "https://" + PUBLIC_HOST;

	private static final String PATH = "/any/governed/data";

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT);
		}

		@Test
		void nativeTrustsOnlyTheProxiesThatTomcatTrusts() {
			try (RunningApplication application = start("native",
					"server.tomcat.remoteip.internal-proxies=10\\.1\\.2\\.3")) {
				assertThat(post(application, PUBLIC_ORIGIN).status()).isEqualTo(403);
				assertPassesWithFetchMetadata(application);
			}
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTOR_NETTY);
		}

	}

	abstract static class Checks {

		private final Stack stack;

		Checks(Stack stack) {
			this.stack = stack;
		}

		@Test
		void frameworkKnowsThePublicOrigin() {
			try (RunningApplication application = start("framework")) {
				assertKnowsThePublicOrigin(application);
			}
		}

		@Test
		void nativeKnowsThePublicOrigin() {
			try (RunningApplication application = start("native")) {
				assertKnowsThePublicOrigin(application);
			}
		}

		@Test
		void noneTrustsNoForwardedHeader() {
			try (RunningApplication application = start("none")) {
				assertThat(post(application, PUBLIC_ORIGIN).status()).isEqualTo(403);
				assertPassesWithFetchMetadata(application);
				assertRule(application.port());
			}
		}

		@Test
		@Tag("nginx")
		void behindNginxSameOriginRequestsPassAndTheRuleIsHeard() throws Exception {
			try (RunningApplication application = start("framework");
					Nginx nginx = Nginx.inFrontOf(application.port(), PUBLIC_HOST)) {
				Response same = RunningApplication.send(nginx.port(), "POST", PATH, "", "Host", PUBLIC_HOST, "Origin",
						PUBLIC_ORIGIN);
				assertSameOrigin(same);
				assertThat(same.lines("Server")).anyMatch((server) -> server.startsWith("nginx"));
				assertRule(nginx.port());
			}
			try (RunningApplication application = start("none");
					Nginx nginx = Nginx.inFrontOf(application.port(), PUBLIC_HOST)) {
				assertSameOrigin(RunningApplication.send(nginx.port(), "POST", PATH, "", "Host", PUBLIC_HOST, "Origin",
						PUBLIC_ORIGIN, "Sec-Fetch-Site", "same-origin"));
				assertRule(nginx.port());
			}
		}

		RunningApplication start(String strategy, String... properties) {
			return RunningApplication.start(this.stack, Application.class, RunningApplication.RULE,
					new String[] { "server.forward-headers-strategy=" + strategy }, properties);
		}

		private static void assertKnowsThePublicOrigin(RunningApplication application) {
			assertSameOrigin(post(application, PUBLIC_ORIGIN));
			assertThat(post(application, "http://" + PUBLIC_HOST).status()).isEqualTo(403);
			assertThat(post(application, FOREIGN).status()).isEqualTo(403);
			assertPassesWithFetchMetadata(application);
			assertRule(application.port());
		}

		static void assertPassesWithFetchMetadata(RunningApplication application) {
			assertSameOrigin(post(application, PUBLIC_ORIGIN, "Sec-Fetch-Site", "same-origin"));
			for (String other : new String[] { "same-site", "cross-site" }) {
				assertThat(post(application, FOREIGN, "Sec-Fetch-Site", other).status()).isEqualTo(403);
			}
		}

		/** Send what a proxy sends that the browser has reached over TLS. */
		static Response post(RunningApplication application, String origin, String... headers) {
			return RunningApplication.send(application.port(), "POST", PATH, "", Stream.concat(
					Stream.of("Host", PUBLIC_HOST, "X-Forwarded-Proto", "https", "X-Forwarded-Host", PUBLIC_HOST,
							"X-Forwarded-Port", "443", "X-Forwarded-For", "192.0.2.1", "Origin", origin),
					Stream.of(headers))
				.toArray(String[]::new));
		}

		private static void assertSameOrigin(Response response) {
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.body()).contains("written");
			assertThat(response.cors()).isEmpty();
			assertThat(response.vary()).contains("Origin");
		}

		private static void assertRule(int port) {
			Response request = RunningApplication.send(port, "GET", PATH, "", "Origin", ORIGIN);
			assertThat(request.status()).isEqualTo(200);
			assertThat(request.lines("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			Response preflight = RunningApplication.preflight(port, PATH, ORIGIN);
			assertThat(preflight.status()).isEqualTo(204);
			assertThat(preflight.lines("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			Response refused = RunningApplication.preflight(port, PATH, FOREIGN);
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.cors()).isEmpty();
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

}
