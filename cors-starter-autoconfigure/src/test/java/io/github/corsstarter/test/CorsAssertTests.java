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

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.Mode;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CorsAssert} on rules alone.
 */
class CorsAssertTests {

	private static final String SHOP = "https://shop.example.com";

	private final CorsRuleSet rules = CorsRuleSet.compile(List.of(
			CorsRule.of("orders",
					CorsPolicyDefinition.builder()
						.allowedOrigins(SHOP)
						.allowedMethods("GET", "PUT")
						.allowedHeaders("Content-Type", "X-Request-Id")
						.exposedHeaders("X-Total-Count")
						.allowCredentials(true)
						.build(),
					"/api/**"),
			CorsRule.of("products", CorsPolicyDefinition.builder().allowedOrigins("*").exposedHeaders("*").build(),
					"/public/**"),
			new CorsRule("tried", List.of("/tried/**"), CorsPolicyDefinition.builder().allowedOrigins(SHOP).build(),
					Mode.REPORT_ONLY, true, Map.of())),
			null);

	private final CorsAssert orders = assertThatCors(this.rules).path("/api/orders?page=1").from(SHOP);

	@Test
	void statesWhatABrowserLetsThrough() {
		this.orders.allows("GET", "HEAD", "POST", "PUT", "put")
			.refuses("DELETE", "PATCH")
			.exposes("X-Total-Count", "content-type")
			.doesNotExpose("X-Internal", "Set-Cookie");
		this.orders.withCredentials().allows("GET", "PUT");
		this.orders.withHeader("x-request-id", "1").withBody("application/json", "{}").allows("PUT", "POST");
		this.orders.withHeaders("X-Request-Id", "Content-Type").allows("PUT");
		this.orders.withHeaders("X-Other").refuses("GET", "PUT");
		this.orders.from("https://shop.example.org").refuses("GET", "PUT").doesNotExpose("X-Total-Count");
	}

	@Test
	void credentialsAreLookedForInTheAnswer() {
		CorsAssert products = assertThatCors(this.rules).path("/public/products").from("https://any.example.org");
		products.allows("GET").exposes("X-Any").refuses("PUT");
		products.withCredentials().refuses("GET");
	}

	@Test
	void noStatementChangesAnother() {
		CorsAssert strict = this.orders.withHeaders("X-Other").withCredentials();
		strict.refuses("GET");
		this.orders.allows("GET");
		assertThat(strict).isNotSameAs(this.orders);
	}

	@Test
	void theMessageNamesTheNearestOriginAndTheFix() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.from("http://shop.example.com")
				.withHeaders("X-Request-Id")
				.withCredentials()
				.allows("GET"))
			.withMessageContainingAll("Expecting a browser to let a page at http://shop.example.com",
					"GET /api/orders?page=1 with X-Request-Id, with credentials", "the preflight is answered with 403",
					"Access to fetch at '/api/orders?page=1' from origin 'http://shop.example.com' has been blocked by CORS"
							+ " policy: Response to preflight request doesn't pass access control check: No"
							+ " 'Access-Control-Allow-Origin' header is present on the requested resource.",
					"Rule \"orders\" (/api/**): ",
					"The scheme differs: https://shop.example.com is allowed, http://shop.example.com is not.",
					"- Open the page from https://shop.example.com.");
	}

	@Test
	void theMessageNamesWhatIsNotAllowed() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.orders.allows("GET", "DELETE"))
			.withMessageContaining("allowed-methods: GET, PUT, DELETE");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.withHeaders("X-Other").allows("GET"))
			.withMessageContaining("allowed-headers: Content-Type, X-Request-Id, X-Other");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.path("/public/products").withCredentials().allows("GET"))
			.withMessageContainingAll("must not be the wildcard '*'",
					"Rule \"products\" (/public/**): The browser blocks the request: credentials are not allowed.");
	}

	@Test
	void theMessageSaysWhatAllowed() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.orders.refuses("DELETE", "PUT"))
			.withMessageContainingAll("Expecting a browser not to let a page at " + SHOP, "PUT /api/orders?page=1",
					"Access-Control-Allow-Origin: " + SHOP, "Rule \"orders\" (/api/**): The request passes.");
	}

	@Test
	void theMessageSaysWhatIsExposed() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.orders.exposes("X-Internal"))
			.withMessageContainingAll("read the header", "X-Internal", "Access-Control-Expose-Headers: X-Total-Count",
					"exposed-headers: X-Total-Count, X-Internal");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.orders.doesNotExpose("x-total-count"))
			.withMessageContainingAll("not to let", "x-total-count", "Access-Control-Expose-Headers: X-Total-Count");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.from("https://evil.example.com").exposes("X-Total-Count"))
			.withMessageContaining("No 'Access-Control-Allow-Origin' header");
	}

	@Test
	void aStatementAboutAPathWithoutRuleIsNeitherTrueNorFalse() {
		CorsAssert typo = this.orders.path("/ap/orders");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> typo.refuses("GET"))
			.withMessage("No rule governs /ap/orders, so that the application decides; the rules govern"
					+ " /public/**, /tried/**, /api/**.");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> typo.allows("GET"))
			.withMessageContaining("No rule governs /ap/orders");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatCors(CorsRuleSet.empty()).path("/").from(SHOP).refuses("GET"))
			.withMessageContaining("the rules govern nothing.");
	}

	@Test
	void aRuleThatOnlyReportsDecidesNothing() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.orders.path("/tried/it").allows("GET"))
			.withMessage("Rule \"tried\" only reports, so that the application decides about /tried/it.");
	}

	@Test
	void descriptionsAreKept() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.as("100% of the shop").withCredentials().allows("DELETE"))
			.withMessageStartingWith("[100% of the shop] Expecting");
	}

	@Test
	void theMessageHasNothingThatATerminalTakesAsACommand() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.from("https://\u001b[31m.example.com").allows("GET"))
			.withMessageContaining("\\u001b")
			.satisfies((error) -> assertThat(error.getMessage()).doesNotContain("\u001b"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.orders.from("https://\u001b.example.com").allows("NO METHOD"))
			.withMessageContaining("No browser sends such a request.");
	}

	@Test
	void factsAreAskedFor() {
		assertThatIllegalStateException().isThrownBy(() -> assertThatCors(this.rules).path("/api/orders").allows("GET"))
			.withMessageContaining("from(");
		assertThatIllegalStateException().isThrownBy(() -> assertThatCors(this.rules).from(SHOP).allows("GET"))
			.withMessageContaining("path(");
	}

	@Test
	void anyClientCanBeTheOneThatAsks() {
		CorsServer server = (request) -> new ServerAnswer(200,
				List.of(new Field("access-control-allow-origin", request.headers().get(0).value())));
		assertThatCors(server).path("/").from(SHOP).allows("GET");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatCors(server).path("/").from(SHOP).withCredentials().allows("GET"))
			.withMessageContainingAll("'Access-Control-Allow-Credentials'", "explainedBy(corsEvaluator)");
	}

}
