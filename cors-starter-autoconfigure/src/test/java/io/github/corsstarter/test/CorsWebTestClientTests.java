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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static io.github.corsstarter.test.CorsWebTestClient.corsAllowed;
import static io.github.corsstarter.test.CorsWebTestClient.corsRefused;
import static io.github.corsstarter.test.CorsWebTestClient.fromOrigin;
import static io.github.corsstarter.test.CorsWebTestClient.preflightFor;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsWebTestClient} on both stacks.
 */
class CorsWebTestClientTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void anAnswerIsAllowedOrNot(WebApplicationType type) {
		try (ConfigurableApplicationContext context = Shop.start(type)) {
			WebTestClient client = Shop.client(context);
			preflight(client, Shop.ORIGIN, HttpMethod.PUT, "Content-Type", "x-request-id").expectAll(corsAllowed(),
					corsAllowed().withCredentials());
			preflight(client, Shop.ORIGIN, HttpMethod.PUT, "x-other").expectAll(corsRefused());
			preflight(client, Shop.ORIGIN, HttpMethod.DELETE).expectAll(corsRefused());
			get(client, "/api/orders", Shop.ORIGIN).expectAll(corsAllowed().withCredentials())
				.expectBody(String.class)
				.isEqualTo("orders");
			get(client, "/api/orders", "https://shop.example.org").expectAll(corsRefused());
			get(client, "/public/products", Shop.ORIGIN).expectAll(corsAllowed(), corsRefused().withCredentials());
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> preflight(client, Shop.ORIGIN, HttpMethod.DELETE).expectAll(corsAllowed()))
				.withMessageContainingAll("DELETE /api/orders", "the preflight is answered with 403",
						"No 'Access-Control-Allow-Origin' header");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> get(client, "/public/products", Shop.ORIGIN).expectAll(corsRefused()))
				.withMessageContaining("Access-Control-Allow-Origin: *");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> client.get().uri("/api/orders").exchange().expectAll(corsRefused()))
				.withMessageContaining("fromOrigin(");
		}
	}

	private static ResponseSpec preflight(WebTestClient client, String origin, HttpMethod method, String... headers) {
		return client.options()
			.uri("/api/orders")
			.headers(fromOrigin(origin))
			.headers(preflightFor(method, headers))
			.exchange();
	}

	private static ResponseSpec get(WebTestClient client, String path, String origin) {
		return client.get().uri(path).headers(fromOrigin(origin)).exchange();
	}

}
