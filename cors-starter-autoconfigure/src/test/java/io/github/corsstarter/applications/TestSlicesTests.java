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
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.ClassUtils;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test slices of applications. Their annotations moved between the lines of Spring Boot,
 * so the annotated class is made here.
 */
class TestSlicesTests {

	private static final String PATH = "/any/governed/data";

	@TempDir
	private Path classes;

	private ClassLoader classLoader;

	/** Spring reads the file of a class, too, so that it has to be one. */
	@BeforeEach
	void useTheClassesThatAreMadeHere() throws IOException {
		this.classLoader = Thread.currentThread().getContextClassLoader();
		Thread.currentThread()
			.setContextClassLoader(
					new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, getClass().getClassLoader()));
	}

	@AfterEach
	void useTheOtherClassesAgain() throws IOException {
		((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
		Thread.currentThread().setContextClassLoader(this.classLoader);
		RunningApplication.speakAgain();
	}

	/** The context of a test class with the first of these annotations that is there. */
	private ApplicationContext slice(String... annotations) throws Exception {
		Class<? extends Annotation> annotation = Stream.of(annotations)
			.filter((name) -> ClassUtils.isPresent(name, null))
			.findFirst()
			.map((name) -> ClassUtils.resolveClassName(name, null).asSubclass(Annotation.class))
			.orElseThrow();
		String name = Sliced.class.getName() + "Test";
		new ByteBuddy().subclass(Sliced.class)
			.name(name)
			.annotateType(AnnotationDescription.Builder.ofType(annotation).build())
			.make()
			.saveIn(this.classes.toFile());
		Class<?> test = ClassUtils.forName(name, null);
		return new TestContextManager(test).getTestContext().getApplicationContext();
	}

	private static void assertRules(Client client) throws Exception {
		assertThat(client.send("OPTIONS", PATH, ORIGIN)).isEqualTo("204 " + ORIGIN);
		assertThat(client.send("GET", PATH, ORIGIN)).isEqualTo("200 " + ORIGIN);
		assertThat(client.send("GET", PATH, FOREIGN)).isEqualTo("403 null");
		assertThat(client.send("GET", "/any/free/data", FOREIGN)).isEqualTo("200 null");
	}

	@Nested
	class Servlet {

		@Test
		void mockMvcSeesTheRules() throws Exception {
			MockMvc mvc = slice("org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest",
					"org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest")
				.getBean(MockMvc.class);
			assertRules((method, path, origin) -> {
				MockHttpServletResponse response = mvc.perform((servletContext) -> {
					MockHttpServletRequest request = new MockHttpServletRequest(servletContext, method, path);
					request.addHeader("Origin", origin);
					request.addHeader("Access-Control-Request-Method", "PUT");
					return request;
				}).andReturn().getResponse();
				return response.getStatus() + " " + response.getHeader("Access-Control-Allow-Origin");
			});
		}

	}

	@Nested
	class Reactive {

		@Test
		void theWebTestClientSeesTheRules() throws Exception {
			WebTestClient client = slice("org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest",
					"org.springframework.boot.webflux.test.autoconfigure.WebFluxTest")
				.getBean(WebTestClient.class);
			assertRules((method, path, origin) -> {
				ExchangeResult result = client.method(HttpMethod.valueOf(method))
					.uri(path)
					.header("Origin", origin)
					.header("Access-Control-Request-Method", "PUT")
					.exchange()
					.returnResult(Void.class);
				return result.getStatus().value() + " "
						+ result.getResponseHeaders().getFirst("Access-Control-Allow-Origin");
			});
		}

	}

	/** Sends a request; answers with the status and the origin that is allowed. */
	private interface Client {

		String send(String method, String path, String origin) throws Exception;

	}

	@ContextConfiguration(classes = Application.class)
	@TestPropertySource(properties = { "spring.config.name=none", "spring.main.banner-mode=off",
			"logging.level.root=off", "cors.rules.api.paths=/*/governed/**", "cors.rules.api.allowed-origins=" + ORIGIN,
			"cors.rules.api.allowed-methods=PUT" })
	public static class Sliced {

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

}
