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
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security with whatever else of CORS an application may have: each combination
 * starts, the rule is the only one that answers on its paths, and the other one goes on
 * to answer elsewhere.
 */
class SpringSecurityCombinationsTests {

	private static final String OTHER = "https://other.example.com";

	private static CorsConfiguration allowOther() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(OTHER);
		configuration.addAllowedMethod("*");
		configuration.addAllowedHeader("*");
		return configuration;
	}

	private static UrlBasedCorsConfigurationSource servletSource() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", allowOther());
		return source;
	}

	private static org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource reactiveSource() {
		org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource source = new org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", allowOther());
		return source;
	}

	private static SecurityFilterChain servletChain(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.httpBasic(Customizer.withDefaults())
			.cors(Customizer.withDefaults())
			.build();
	}

	private static SecurityWebFilterChain reactiveChain(ServerHttpSecurity http) {
		return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.httpBasic(Customizer.withDefaults())
			.cors(Customizer.withDefaults())
			.build();
	}

	@Nested
	class Servlet extends Checks {

		@Test
		void startsWithTheDefaultChain() {
			check(Stack.TOMCAT, DefaultChain.class);
		}

		@Test
		void startsWithHttpCors() {
			check(Stack.TOMCAT, ServletCors.class);
		}

		@Test
		void startsWithACorsConfigurationSource() {
			check(Stack.TOMCAT, ServletSource.class);
		}

		@Test
		void startsWithHttpCorsAndACorsConfigurationSource() {
			check(Stack.TOMCAT, ServletSourceAndCors.class);
		}

		@Test
		void startsWithACorsFilter() {
			check(Stack.TOMCAT, ServletFilter.class);
		}

	}

	@Nested
	class Reactive extends Checks {

		@Test
		void startsWithTheDefaultChain() {
			check(Stack.REACTOR_NETTY, DefaultChain.class);
		}

		@Test
		void startsWithHttpCors() {
			check(Stack.REACTOR_NETTY, ReactiveCors.class);
		}

		@Test
		void startsWithACorsConfigurationSource() {
			check(Stack.REACTOR_NETTY, ReactiveSource.class);
		}

		@Test
		void startsWithHttpCorsAndACorsConfigurationSource() {
			check(Stack.REACTOR_NETTY, ReactiveSourceAndCors.class);
		}

		@Test
		void startsWithACorsFilter() {
			check(Stack.REACTOR_NETTY, ReactiveFilter.class);
		}

	}

	abstract static class Checks {

		void check(Stack stack, Class<?> source) {
			Map<String, String> elsewhere;
			try (RunningApplication application = start(stack, source, "cors.enabled=true")) {
				assertRule(application);
				elsewhere = elsewhere(application);
			}
			try (RunningApplication without = start(stack, source, "cors.enabled=false")) {
				assertThat(elsewhere).isEqualTo(elsewhere(without));
			}
			assertThat(elsewhere.get("preflight " + ORIGIN)).doesNotContainIgnoringCase("Access-Control-Allow-");
			if (source.getSimpleName().endsWith("SourceAndCors") || source.getSimpleName().endsWith("Filter")) {
				assertThat(elsewhere.get("preflight " + OTHER)).startsWith("HTTP/1.1 200")
					.contains("Access-Control-Allow-Origin: " + OTHER);
			}
		}

		private static RunningApplication start(Stack stack, Class<?> source, String enabled) {
			return RunningApplication.start(stack, source, SpringSecurityTests.SECURITY, RunningApplication.RULE,
					new String[] { enabled });
		}

		/** What the application answers on its own. */
		private static Map<String, String> elsewhere(RunningApplication application) {
			Map<String, String> answers = new TreeMap<>();
			for (String origin : List.of(ORIGIN, OTHER, FOREIGN)) {
				answers.put("preflight " + origin, application.preflight("/any/free/data", origin).comparable());
				answers.put("GET " + origin, application.get("/any/free/data", "Origin", origin).comparable());
				answers.put("GET with credentials " + origin,
						application.get("/any/free/data", "Origin", origin, "Authorization", SpringSecurityTests.BASIC)
							.comparable());
			}
			return answers;
		}

		private static void assertRule(RunningApplication application) {
			Response preflight = application.preflight("/any/governed/data", ORIGIN);
			assertThat(preflight.status()).isEqualTo(204);
			assertThat(preflight.lines("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			for (String origin : List.of(FOREIGN, OTHER)) {
				assertThat(application.preflight("/any/governed/data", origin).status()).isEqualTo(403);
			}
			Response unauthenticated = application.get("/any/governed/data", "Origin", ORIGIN);
			assertThat(unauthenticated.status()).isEqualTo(401);
			Response authenticated = application.get("/any/governed/data", "Origin", ORIGIN, "Authorization",
					SpringSecurityTests.BASIC);
			assertThat(authenticated.status()).isEqualTo(200);
			for (Response response : List.of(unauthenticated, authenticated)) {
				assertThat(response.cors()).containsExactly("access-control-allow-credentials: true",
						"access-control-allow-origin: " + ORIGIN);
			}
			Map<String, ?> published = application.context().getBeansOfType(CorsConfigurationSource.class);
			assertThat(published.values())
				.allMatch((bean) -> !bean.getClass().getName().startsWith("io.github.corsstarter."));
		}

	}

	/** Spring Boot's own chain: HTTP basic and form login. */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import({ Handlers.class, PlainPasswords.class })
	static class DefaultChain {

	}

	@Import(DefaultChain.class)
	static class ServletCors {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return servletChain(http);
		}

	}

	@Import(DefaultChain.class)
	static class ServletSource {

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			return servletSource();
		}

	}

	@Import({ ServletSource.class, ServletCors.class })
	static class ServletSourceAndCors {

	}

	@Import(ServletCors.class)
	static class ServletFilter {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter(servletSource());
		}

	}

	@Import(DefaultChain.class)
	static class ReactiveCors {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return reactiveChain(http);
		}

	}

	@Import(DefaultChain.class)
	static class ReactiveSource {

		@Bean
		org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource corsConfigurationSource() {
			return reactiveSource();
		}

	}

	@Import({ ReactiveSource.class, ReactiveCors.class })
	static class ReactiveSourceAndCors {

	}

	@Import(ReactiveCors.class)
	static class ReactiveFilter {

		@Bean
		@Order(-150)
		CorsWebFilter corsFilter() {
			return new CorsWebFilter(reactiveSource());
		}

	}

}
