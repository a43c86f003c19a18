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

package io.github.corsstarter.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.Mode;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRuleWebFilter}.
 */
class CorsRuleWebFilterTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final String FOREIGN = "https://evil.example.com";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins(ORIGIN)
		.exposedHeaders("X-Total-Count")
		.build();

	private final CorsRuleWebFilter filter = new CorsRuleWebFilter(new CorsEvaluator(CorsRuleSet
		.compile(List.of(CorsRule.of("api", POLICY, "/api/**"),
				CorsRule.of("lenient", POLICY.toBuilder().disallowedRequests(DisallowedRequests.PASS_THROUGH).build(),
						"/lenient/**"),
				CorsRule.of("public", CorsPolicyDefinition.builder().allowedOrigins("*").build(), "/public/**"),
				new CorsRule("trial", List.of("/trial/**"), POLICY, Mode.REPORT_ONLY, true, Map.of())), null)),
			42);

	private final AtomicReference<ServerWebExchange> seen = new AtomicReference<>();

	@Test
	void hasTheOrderThatItIsGiven() {
		assertThat(this.filter.getOrder()).isEqualTo(42);
	}

	@Test
	void leavesARequestAloneThatNoRuleGoverns() {
		MockServerHttpResponse response = send(request("/other", FOREIGN), (exchange) -> own(exchange, "*"));
		assertThat(response.getHeaders().getFirst("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(response.getHeaders().getFirst("Vary")).isNull();
	}

	@Test
	void leavesARequestAloneWhoseRuleOnlyReports() {
		MockServerHttpResponse response = send(request("/trial/x", ORIGIN), (exchange) -> {
		});
		assertThat(namesOf(response)).isEmpty();
		assertThat(this.seen.get()).isNotNull();
	}

	@Test
	void letsAnAllowedRequestThroughWithTheHeadersInPlace() {
		MockServerHttpResponse response = send(request("/api/x", ORIGIN),
				(exchange) -> assertThat(exchange.getResponse().getHeaders().getAccessControlAllowOrigin())
					.isEqualTo(ORIGIN));
		assertThat(this.seen.get()).isNotNull();
		assertThatTheDecisionHolds(response);
	}

	@Test
	void variesTheAnswerToARequestWithoutOrigin() {
		MockServerHttpResponse response = send(MockServerHttpRequest.get("/api/x").build(), (exchange) -> {
		});
		assertThat(namesOf(response)).containsExactly("Vary");
	}

	@Test
	void refusesARequestBeforeTheApplicationSeesIt() {
		MockServerHttpResponse response = send(request("/api/x", FOREIGN), (exchange) -> {
		});
		assertThat(this.seen.get()).isNull();
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(namesOf(response)).containsExactly("Vary");
		assertThat(response.getBodyAsString().block()).isEmpty();
	}

	@Test
	void passesARefusedRequestThroughWhereTheRuleSaysSo() {
		MockServerHttpResponse response = send(request("/lenient/x", FOREIGN), (exchange) -> own(exchange, FOREIGN));
		assertThat(this.seen.get()).isNotNull();
		assertThat(namesOf(response)).containsExactly("Vary");
	}

	@Test
	void answersAPreflightItself() {
		MockServerHttpResponse response = send(MockServerHttpRequest.options("/api/x")
			.header("Origin", ORIGIN)
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type", "authorization")
			.build(), (exchange) -> {
			});
		assertThat(this.seen.get()).isNull();
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
		assertThat(response.getHeaders().getFirst("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
		assertThat(response.getHeaders().getFirst("Access-Control-Max-Age")).isEqualTo("1800");
		assertThat(lines(response, "Vary"))
			.containsExactly("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
	}

	@Test
	void nobodyReplacesOrAddsToTheAnswerOfTheRule() {
		MockServerHttpResponse response = send(request("/api/x", ORIGIN), (exchange) -> {
			own(exchange, FOREIGN);
			exchange.getResponse().getHeaders().add("access-control-allow-origin", "*");
			exchange.getResponse().getHeaders().set("Access-Control-Allow-Credentials", "true");
			exchange.getResponse().getHeaders().set("ACCESS-CONTROL-ALLOW-METHODS", "DELETE");
		});
		assertThatTheDecisionHolds(response);
	}

	@Test
	void nobodyRemovesTheAnswerOfTheRule() {
		MockServerHttpResponse response = send(request("/api/x", ORIGIN),
				(exchange) -> exchange.getResponse().getHeaders().clear());
		assertThatTheDecisionHolds(response);
	}

	@Test
	void varyKeepsItsMembersWhenTheApplicationSetsIt() {
		MockServerHttpResponse response = send(request("/api/x", ORIGIN), (exchange) -> {
			exchange.getResponse().getHeaders().set("Vary", "Accept-Encoding");
			exchange.getResponse().getHeaders().add("Vary", "accept");
		});
		assertThat(lines(response, "Vary")).containsExactly("Accept-Encoding, accept, Origin");
	}

	@Test
	void varyKeepsTheMembersOfAnEarlierFilter() {
		MockServerWebExchange exchange = MockServerWebExchange.from(request("/api/x", FOREIGN));
		exchange.getResponse().getHeaders().set("Vary", "Accept-Language, origin");
		this.filter.filter(exchange, (next) -> Mono.empty()).block();
		assertThat(lines(exchange.getResponse(), "Vary")).containsExactly("Accept-Language, origin");
	}

	@Test
	void whatAnEarlierLayerGrantedIsReplaced() {
		MockServerWebExchange exchange = MockServerWebExchange.from(request("/api/x", FOREIGN));
		own(exchange, "*");
		exchange.getResponse().getHeaders().set("Access-Control-Allow-Credentials", "true");
		this.filter.filter(exchange, (next) -> Mono.empty()).block();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(namesOf(exchange.getResponse())).containsExactly("Vary");
	}

	@Test
	void varyOfAnythingStays() {
		MockServerHttpResponse response = send(request("/api/x", ORIGIN),
				(exchange) -> exchange.getResponse().getHeaders().set("Vary", "*"));
		assertThat(lines(response, "Vary")).containsExactly("*");
	}

	@Test
	void varyIsTheApplicationsOwnUnderARuleThatDoesNotVary() {
		MockServerHttpResponse response = send(request("/public/x", FOREIGN),
				(exchange) -> exchange.getResponse().getHeaders().add("Vary", "Accept"));
		assertThat(lines(response, "Vary")).containsExactly("Accept");
		assertThat(response.getHeaders().getFirst("Access-Control-Allow-Origin")).isEqualTo("*");
	}

	@Test
	void anErrorOfTheApplicationIsAnsweredUnderTheRule() {
		MockServerWebExchange exchange = MockServerWebExchange.from(request("/api/x", ORIGIN));
		this.filter.filter(exchange, (next) -> Mono.error(new IllegalStateException("broken"))).onErrorResume((ex) -> {
			exchange.getResponse().setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
			own(exchange, "*");
			return exchange.getResponse().setComplete();
		}).block();
		assertThatTheDecisionHolds(exchange.getResponse());
	}

	@Test
	void matchesInsideTheContextPath() {
		MockServerHttpResponse response = send(
				MockServerHttpRequest.get("/shop/api/x").contextPath("/shop").header("Origin", FOREIGN).build(),
				(exchange) -> {
				});
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	private MockServerHttpResponse send(MockServerHttpRequest request, Consumer<ServerWebExchange> handler) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		this.filter.filter(exchange, (next) -> {
			this.seen.set(next);
			handler.accept(next);
			return next.getResponse().setComplete();
		}).block();
		return exchange.getResponse();
	}

	private static MockServerHttpRequest request(String uri, String origin) {
		return MockServerHttpRequest.get(uri).header("Origin", origin).build();
	}

	private static void own(ServerWebExchange exchange, String allowOrigin) {
		exchange.getResponse().getHeaders().set("Access-Control-Allow-Origin", allowOrigin);
	}

	private static void assertThatTheDecisionHolds(MockServerHttpResponse response) {
		assertThat(lines(response, "Access-Control-Allow-Origin")).containsExactly(ORIGIN);
		assertThat(lines(response, "Access-Control-Expose-Headers")).containsExactly("X-Total-Count");
		assertThat(lines(response, "Vary")).containsExactly("Origin");
		assertThat(namesOf(response)).hasSize(3);
	}

	private static List<String> lines(MockServerHttpResponse response, String name) {
		return HeaderLines.get(response.getHeaders(), name);
	}

	private static List<String> namesOf(MockServerHttpResponse response) {
		HttpHeaders headers = response.getHeaders();
		List<String> names = new ArrayList<>();
		headers.forEach((name, values) -> names.add(name));
		return names;
	}

}
