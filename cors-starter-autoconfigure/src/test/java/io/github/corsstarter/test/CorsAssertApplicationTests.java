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

package io.github.corsstarter.test;

import java.util.stream.Stream;

import io.github.corsstarter.rule.CorsEvaluator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Tests for {@link CorsAssert} on running applications: through {@code MockMvc}, and
 * through {@code WebTestClient} on both stacks.
 */
class CorsAssertApplicationTests {

	private static ConfigurableApplicationContext servlet;

	private static ConfigurableApplicationContext reactive;

	private static MockMvc mockMvc;

	@BeforeAll
	static void start() {
		servlet = Shop.start(WebApplicationType.SERVLET);
		reactive = Shop.start(WebApplicationType.REACTIVE);
		mockMvc = Shop.mockMvc(servlet);
	}

	@AfterAll
	static void stop() {
		servlet.close();
		reactive.close();
	}

	static Stream<?> everyWay() {
		return Stream.of(argumentSet("MockMvc", assertThatCors(mockMvc)),
				argumentSet("WebTestClient on the servlet stack",
						assertThatCors(Shop.client(servlet)).explainedBy(servlet.getBean(CorsEvaluator.class))),
				argumentSet("WebTestClient on the reactive stack",
						assertThatCors(Shop.client(reactive)).explainedBy(reactive.getBean(CorsEvaluator.class))));
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void playsTheBrowserThroughTheFilterAndTheHandlers(CorsAssert cors) {
		CorsAssert orders = cors.path("/api/orders").from(Shop.ORIGIN);
		orders.allows("GET", "PUT")
			.refuses("DELETE")
			.exposes("X-Total-Count", "Content-Type")
			.doesNotExpose("X-Internal");
		orders.withCredentials().withHeaders("X-Request-Id").withBody("application/json", "{}").allows("PUT");
		orders.from("https://shop.example.org").refuses("GET", "PUT");
		orders.path("/api/missing").allows("GET");
		orders.path("/api/orders?page=1&q=%20").allows("GET");
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void credentialsAreLookedForInTheAnswer(CorsAssert cors) {
		CorsAssert products = cors.path("/public/products").from("https://any.example.org");
		products.allows("GET");
		products.withCredentials().refuses("GET");
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void seesWhatTheApplicationAnswersWithoutRule(CorsAssert cors) {
		cors.path("/internal/report").from(Shop.ORIGIN).refuses("GET", "POST", "PUT");
		cors.path("/partner/report").from("https://partner.example.com").allows("GET");
		cors.path("/partner/report").from(Shop.ORIGIN).refuses("GET");
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void doesNotWaitForTheEndOfTheAnswer(CorsAssert cors) {
		cors.path("/api/events").from(Shop.ORIGIN).allows("GET");
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void theMessageNamesTheNearestOriginAndTheFix(CorsAssert cors) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> cors.path("/api/orders").from("https://www.shop.example.com").allows("PUT"))
			.withMessageContainingAll("https://www.shop.example.com", "PUT /api/orders",
					"the preflight is answered with 403", "Rule \"orders\" (/api/**): ", "https://shop.example.com");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> cors.path("/internal/report").from(Shop.ORIGIN).allows("GET"))
			.withMessageContainingAll("No 'Access-Control-Allow-Origin' header",
					"No rule has a pattern that matches the path");
	}

	@Test
	void saysThatTheApplicationFailed() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatCors(mockMvc).path("/api/broken").from(Shop.ORIGIN).allows("GET"))
			.withMessageContainingAll("GET /api/broken", "out of order")
			.havingRootCause()
			.isInstanceOf(IllegalStateException.class);
		assertThatCors(Shop.client(servlet)).path("/api/broken").from(Shop.ORIGIN).allows("GET");
		assertThatCors(Shop.client(reactive)).path("/api/broken").from(Shop.ORIGIN).allows("GET");
	}

	@Test
	void aControllerWithoutApplicationHasNoRules() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatCors(MockMvcBuilders.standaloneSetup(new Shop.OrderController()).build())
				.path("/api/orders")
				.from(Shop.ORIGIN)
				.allows("GET"))
			.withMessageContaining("explainedBy(corsEvaluator)");
	}

}
