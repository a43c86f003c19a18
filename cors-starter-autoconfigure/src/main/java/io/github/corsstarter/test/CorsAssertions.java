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

import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;

import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Entry point for statements about what browsers let a page do. The same statement can be
 * asked of the rules alone, which needs no server and calls no handler, or of the running
 * application, with its filters and handlers.
 *
 * <pre class="code">
 * assertThatCors(evaluator).path("/api/orders")
 *     .from("https://shop.example.com")
 *     .withCredentials()
 *     .allows("GET", "PUT")
 *     .refuses("DELETE");
 * </pre>
 */
public final class CorsAssertions {

	private CorsAssertions() {
	}

	/**
	 * Start a statement about the rules that are in force in an application.
	 * @param evaluator the bean that decides on requests; no listener is told
	 * @return the statement
	 */
	public static CorsAssert assertThatCors(CorsEvaluator evaluator) {
		return CorsAssert.of(new RulesAlone(evaluator), evaluator);
	}

	/**
	 * Start a statement about rules.
	 * @param ruleSet the rules
	 * @return the statement
	 */
	public static CorsAssert assertThatCors(CorsRuleSet ruleSet) {
		return assertThatCors(new CorsEvaluator(ruleSet));
	}

	/**
	 * Start a statement about an application on the servlet stack. Preflights and actual
	 * requests go through its filters to its handlers.
	 * @param mockMvc what performs requests; the filters have to be part of it, as they
	 * are with {@code @AutoConfigureMockMvc}
	 * @return the statement
	 */
	public static CorsAssert assertThatCors(MockMvc mockMvc) {
		return CorsAssert.of(new MockMvcServer(mockMvc), MockMvcServer.evaluator(mockMvc));
	}

	/**
	 * Start a statement about an application on either stack. Preflights and actual
	 * requests go through its filters to its handlers.
	 * @param client what sends requests
	 * @return the statement
	 */
	public static CorsAssert assertThatCors(WebTestClient client) {
		return CorsAssert.of(new WebTestClientServer(client), null);
	}

	/**
	 * Start a statement about whatever answers requests.
	 * @param server what answers
	 * @return the statement
	 */
	public static CorsAssert assertThatCors(CorsServer server) {
		return CorsAssert.of(server, null);
	}

}
