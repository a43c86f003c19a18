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

import java.util.Map;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * GraphQL over HTTP, with its own CORS configuration, on a path with and without rule.
 */
class GraphQlTests {

	private static final String OWN = "https://own.example.com";

	private static final String[] SETTINGS = { "test.with=graphql",
			"spring.graphql.schema.locations=classpath:/io/github/corsstarter/applications/graphql/",
			"spring.graphql.cors.allowed-origins=" + OWN, "spring.graphql.cors.allowed-methods=POST",
			"spring.graphql.cors.allowed-headers=content-type", "spring.graphql.path=/governed/graphql",
			"spring.graphql.http.path=/governed/graphql" };

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

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private final Stack stack;

		private RunningApplication governed;

		private RunningApplication free;

		Checks(Stack stack) {
			this.stack = stack;
		}

		@BeforeAll
		void start() {
			this.governed = RunningApplication.start(this.stack, Application.class, SETTINGS, rule("/governed/**"));
			this.free = RunningApplication.start(this.stack, Application.class, SETTINGS, rule("/other/**"));
		}

		@AfterAll
		void stop() {
			this.governed.close();
			this.free.close();
		}

		@Test
		void queriesAreAnsweredUnderTheRule() {
			Response response = query(this.governed, ORIGIN);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.body()).contains("{\"data\":{\"greeting\":\"hello\"}}");
			assertThat(response.cors()).containsExactly("access-control-allow-origin: " + ORIGIN);
			assertThat(preflight(this.governed, ORIGIN).status()).isEqualTo(204);
		}

		@Test
		void theRuleWinsOverTheConfigurationOfGraphQl() {
			assertThat(query(this.governed, OWN).status()).isEqualTo(403);
			assertThat(preflight(this.governed, OWN).status()).isEqualTo(403);
			assertThat(query(this.governed, FOREIGN).cors()).isEmpty();
		}

		@Test
		void theConfigurationOfGraphQlIsInForceWhereThereIsNoRule() {
			Response response = query(this.free, OWN);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.cors()).containsExactly("access-control-allow-origin: " + OWN);
			Response preflight = preflight(this.free, OWN);
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(OWN);
			assertThat(query(this.free, ORIGIN).status()).isEqualTo(403);
		}

		private static String[] rule(String path) {
			return Map.of("paths", path, "allowed-origins", ORIGIN)
				.entrySet()
				.stream()
				.map((entry) -> "cors.rules.graph." + entry.getKey() + "=" + entry.getValue())
				.toArray(String[]::new);
		}

		private static Response query(RunningApplication application, String origin) {
			return RunningApplication.send(application.port(), "POST", "/governed/graphql",
					"{\"query\":\"{ greeting }\"}", "Origin", origin, "Content-Type", "application/json", "Accept",
					"application/json");
		}

		private static Response preflight(RunningApplication application, String origin) {
			return application.send("OPTIONS", "/governed/graphql", "Origin", origin, "Access-Control-Request-Method",
					"POST", "Access-Control-Request-Headers", "content-type");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Greetings.class)
	static class Application {

	}

	@Controller
	static class Greetings {

		@QueryMapping
		String greeting() {
			return "hello";
		}

	}

}
