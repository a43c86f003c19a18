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

package io.github.corsstarter.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code cors.unmatched-preflights} where something asks for authentication
 * first.
 */
class UnmatchedPreflightsTests {

	private static final String ORIGIN = "https://annotated.example.com";

	private static final String HANDLERS = "--cors.unmatched-preflights=handlers";

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void handlersAnswerBeforeAuthentication(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, HANDLERS)) {
			HttpResponse<Void> allowed = preflight(context, "/annotated", ORIGIN, "PUT");
			assertThat(allowed.statusCode()).isEqualTo(200);
			assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
			HttpResponse<Void> foreign = preflight(context, "/annotated", "https://other.example.com", "PUT");
			assertThat(foreign.statusCode()).isEqualTo(403);
			assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void withoutAHandlerNothingIsAllowed(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, HANDLERS,
				"--spring.web.resources.add-mappings=false")) {
			HttpResponse<Void> answer = preflight(context, "/nobody", ORIGIN, "PUT");
			// Spring answers itself on the reactive stack
			assertThat(answer.statusCode()).isEqualTo((type == WebApplicationType.SERVLET) ? 401 : 403);
			assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
			assertThat(preflight(context, "/annotated", ORIGIN, "DELETE").headers()
				.firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void aRuleStillAnswersItsOwnPreflights(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, HANDLERS, "--cors.rules.a.paths=/annotated",
				"--cors.rules.a.allowed-origins=https://rule.example.com")) {
			assertThat(preflight(context, "/annotated", "https://rule.example.com", "GET").statusCode()).isEqualTo(204);
			assertThat(preflight(context, "/annotated", ORIGIN, "PUT").statusCode()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void otherRequestsGoOn(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, HANDLERS)) {
			assertThat(
					send(context, request(context, "/annotated").PUT(BodyPublishers.noBody()).header("Origin", ORIGIN))
						.statusCode())
				.isEqualTo(401);
			assertThat(send(context,
					request(context, "/annotated").method("OPTIONS", BodyPublishers.noBody()).header("Origin", ORIGIN))
				.statusCode()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void unlessToldPreflightsGoOn(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			assertThat(preflight(context, "/annotated", ORIGIN, "PUT").statusCode()).isEqualTo(401);
		}
	}

	private static HttpResponse<Void> preflight(ConfigurableApplicationContext context, String path, String origin,
			String method) throws Exception {
		return send(context,
				request(context, path).method("OPTIONS", BodyPublishers.noBody())
					.header("Origin", origin)
					.header("Access-Control-Request-Method", method));
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext context, String path) {
		return HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
	}

	private static HttpResponse<Void> send(ConfigurableApplicationContext context, HttpRequest.Builder request)
			throws Exception {
		assertThat(context.isActive()).isTrue();
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.config.name=none",
					"spring.main.banner-mode=off")
			.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ AnnotatedController.class, ServletAuthentication.class, ReactiveAuthentication.class })
	static class Application {

	}

	@RestController
	static class AnnotatedController {

		@CrossOrigin(ORIGIN)
		@PutMapping("/annotated")
		String put() {
			return "put";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletAuthentication {

		@Bean
		FilterRegistrationBean<Filter> authentication() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					(request, response, chain) -> ((HttpServletResponse) response).setStatus(401));
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			registration.setOrder(-100);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveAuthentication {

		@Bean
		@Order(-100)
		WebFilter authentication() {
			return (exchange, chain) -> {
				exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
				return exchange.getResponse().setComplete();
			};
		}

	}

}
