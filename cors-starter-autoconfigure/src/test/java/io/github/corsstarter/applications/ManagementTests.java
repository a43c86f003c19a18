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

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The actuator with its own CORS configuration, on the port of the application and on one
 * of its own.
 */
class ManagementTests {

	private static final String MONITOR = "https://monitor.example.com";

	private static final String[] SETTINGS = { "management.endpoints.web.exposure.include=health,cors",
			"management.endpoints.web.cors.allowed-origins=" + MONITOR, "cors.rules.everything.paths=/**",
			"cors.rules.everything.allowed-origins=" + ORIGIN, "cors.rules.everything.allowed-methods=PUT" };

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.TOMCAT);
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
		void aRuleForEverythingLeavesTheActuatorToItsOwnConfiguration() {
			try (RunningApplication application = start()) {
				assertThat(application.get("/any/free/data", "Origin", ORIGIN).header("Access-Control-Allow-Origin"))
					.isEqualTo(ORIGIN);
				assertOwnConfiguration(application.port(), "/actuator");
			}
		}

		@Test
		void aRuleThatNamesTheBasePathGovernsTheActuator() {
			try (RunningApplication application = start("management.endpoints.web.base-path=/manage",
					"cors.rules.manage.paths=/manage/**",
					"cors.rules.manage.allowed-origins=https://ops.example.com")) {
				Response allowed = application.get("/manage/health", "Origin", "https://ops.example.com");
				assertThat(allowed.status()).isEqualTo(200);
				assertThat(allowed.cors()).containsExactly("access-control-allow-origin: https://ops.example.com");
				assertThat(application.get("/manage/health", "Origin", MONITOR).status()).isEqualTo(403);
				assertThat(application.preflight("/manage/health", ORIGIN).status()).isEqualTo(403);
			}
		}

		@Test
		void rulesDoNotReachAPortOfItsOwn() {
			try (RunningApplication application = start("management.server.port=0",
					"management.server.address=127.0.0.1", "cors.unmatched-preflights=handlers",
					"cors.rules.named.paths=/actuator/**", "cors.rules.named.allowed-origins=" + ORIGIN,
					"cors.rules.named.allowed-methods=PUT")) {
				int port = application.context()
					.getEnvironment()
					.getRequiredProperty("local.management.port", Integer.class);
				assertThat(port).isNotEqualTo(application.port());
				assertOwnConfiguration(port, "/actuator");
				Response ungoverned = RunningApplication.send(port, "GET", "/actuator/cors", "");
				assertThat(ungoverned.status()).isEqualTo(200);
				assertThat(ungoverned.body()).contains("\"everything\"");
				assertThat(ungoverned.cors()).isEmpty();
				assertThat(application.preflight("/actuator/health", ORIGIN).status()).isEqualTo(204);
				assertThat(application.get("/any/free/data", "Origin", ORIGIN).header("Access-Control-Allow-Origin"))
					.isEqualTo(ORIGIN);
			}
		}

		private RunningApplication start(String... properties) {
			return RunningApplication.start(this.stack, Application.class, SETTINGS, properties);
		}

		private static void assertOwnConfiguration(int port, String base) {
			String health = base + "/health";
			Response request = RunningApplication.send(port, "GET", health, "", "Origin", MONITOR);
			assertThat(request.status()).isEqualTo(200);
			assertThat(request.cors()).containsExactly("access-control-allow-origin: " + MONITOR);
			Response preflight = RunningApplication.send(port, "OPTIONS", health, "", "Origin", MONITOR,
					"Access-Control-Request-Method", "GET");
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(MONITOR);
			assertThat(RunningApplication.send(port, "GET", health, "", "Origin", ORIGIN).cors()).isEmpty();
			assertThat(RunningApplication.preflight(port, health, ORIGIN).cors()).isEmpty();
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

}
