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

import java.nio.file.Path;
import java.util.Set;

import io.github.corsstarter.conformance.Stack;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.web.SpringServletContainerInitializer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications below a path, and one that is deployed in somebody else's Tomcat. */
class PathsTests {

	private static String[] rule(String path) {
		return new String[] { "cors.rules.api.paths=" + path + "/governed/**",
				"cors.rules.api.allowed-origins=" + ORIGIN, "cors.rules.api.allowed-methods=PUT" };
	}

	private static void assertRule(int port, String prefix) {
		String path = prefix + "/governed/data";
		assertThat(RunningApplication.preflight(port, path, ORIGIN).status()).isEqualTo(204);
		assertThat(RunningApplication.preflight(port, path, FOREIGN).status()).isEqualTo(403);
		assertAnswer(RunningApplication.send(port, "GET", path, "", "Origin", ORIGIN), 200);
		assertAnswer(RunningApplication.send(port, "GET", prefix + "/governed/nowhere", "", "Origin", ORIGIN), 404);
		assertAnswer(RunningApplication.send(port, "GET", prefix + "/governed/failure", "", "Origin", ORIGIN), 500);
	}

	private static void assertAnswer(Response response, int status) {
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.cors()).containsExactly("access-control-allow-origin: " + ORIGIN);
		assertThat(response.vary()).contains("Origin");
	}

	@Nested
	class Servlet {

		@Test
		void rulesAreMatchedInsideTheContextPathAndKnowThePathOfTheServlet() {
			try (RunningApplication application = RunningApplication.start(Stack.TOMCAT, Application.class,
					rule("/mvc"),
					new String[] { "server.servlet.context-path=/shop", "spring.mvc.servlet.path=/mvc",
							"cors.rules.everything.paths=/**",
							"cors.rules.everything.allowed-origins=https://everything.example.com" })) {
				assertRule(application.port(), "/shop/mvc");
				Response health = application.get("/shop/mvc/actuator/health", "Origin", FOREIGN);
				assertThat(health.status()).isEqualTo(200);
				assertThat(health.vary()).doesNotContain("Origin");
				assertThat(application.get("/shop/mvc/free/data", "Origin", FOREIGN).status()).isEqualTo(403);
				assertThat(application.get("/mvc/governed/data", "Origin", ORIGIN).cors()).isEmpty();
			}
		}

		@Test
		void aWarInATomcatOfItsOwnAnswersBelowItsContextPath(@TempDir Path folder) throws Exception {
			Tomcat tomcat = new Tomcat();
			tomcat.setBaseDir(folder.toString());
			Connector connector = new Connector();
			connector.setProperty("address", "127.0.0.1");
			connector.setPort(0);
			tomcat.setConnector(connector);
			Context context = tomcat.addContext("/war", folder.toString());
			context.addServletContainerInitializer(new SpringServletContainerInitializer(), Set.of(War.class));
			tomcat.start();
			try {
				assertRule(connector.getLocalPort(), "/war");
				assertThat(RunningApplication
					.send(connector.getLocalPort(), "GET", "/war/free/data", "", "Origin", FOREIGN)
					.status()).isEqualTo(200);
			}
			finally {
				tomcat.stop();
				tomcat.destroy();
				RunningApplication.speakAgain();
			}
		}

	}

	@Nested
	class Reactive {

		@Test
		void rulesAreMatchedInsideTheBasePath() {
			try (RunningApplication application = RunningApplication.start(Stack.REACTOR_NETTY, Application.class,
					rule(""), new String[] { "spring.webflux.base-path=/shop" })) {
				assertRule(application.port(), "/shop");
			}
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping({ "/governed/data", "/free/data" })
		String data() {
			return "data";
		}

		@GetMapping("/governed/failure")
		String failure() {
			throw new IllegalStateException("on purpose");
		}

	}

	/** What a servlet container finds in the archive. */
	public static class War extends SpringBootServletInitializer {

		@Override
		protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
			return builder.sources(Application.class)
				.properties(rule(""))
				.properties("spring.config.name=none", "logging.level.root=off", "spring.main.banner-mode=off",
						"spring.jmx.enabled=false");
		}

	}

}
