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

package io.github.corsstarter.sample;

import io.github.corsstarter.rule.CorsEvaluator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static io.github.corsstarter.test.CorsWebTestClient.corsRefused;
import static io.github.corsstarter.test.CorsWebTestClient.fromOrigin;

/**
 * The rules of the sample on the reactive stack, tested as an application would test its
 * own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive", "lab.additional-ports=0,0" })
class ReactiveRuleTests {

	private final WebTestClient client;

	private final CorsEvaluator evaluator;

	ReactiveRuleTests(@LocalServerPort int port, @Autowired CorsEvaluator evaluator) {
		this.client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
		this.evaluator = evaluator;
	}

	@Test
	void theApplicationsMayChangeOrders() {
		assertThatCors(this.client).explainedBy(this.evaluator)
			.path("/restricted/orders/1")
			.from("https://app1.yourdomain.com")
			.withCredentials()
			.withBody("application/json", "{\"item\":\"Ink bottle\",\"quantity\":2}")
			.allows("PUT")
			.refuses("PATCH");
	}

	@Test
	void theRulesAreTheSameWithoutAServer() {
		assertThatCors(this.evaluator).path("/restricted/orders")
			.from("https://app1.yourdomain.com")
			.exposes("X-Total-Count");
	}

	@Test
	void singleRequestsAreAnsweredForBrowsers() {
		this.client.get()
			.uri("/restricted/orders")
			.headers(fromOrigin("https://app3.yourdomain.com"))
			.exchange()
			.expectAll(corsRefused());
	}

}
