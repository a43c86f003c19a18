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

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.corsstarter.sample.lab.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The sample over plain HTTP, on both stacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractLabHttpTests {

	private static final String APP1 = "https://app1.yourdomain.com";

	private static final String FOREIGN = "https://evil.example.org";

	private final PlainClient client = new PlainClient();

	private final Stack stack;

	private final RunningLab lab;

	AbstractLabHttpTests(Stack stack) {
		this.stack = stack;
		this.lab = RunningLab.start(stack);
	}

	@AfterAll
	void stop() {
		this.lab.close();
	}

	@Test
	void answersAPreflightOfAnAllowedOriginCompletely() {
		HttpResponse<String> response = preflight("/restricted/orders", APP1, "PUT", "authorization,content-type");
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.body()).isEmpty();
		assertThat(corsHeaders(response)).isEqualTo(Map.of("access-control-allow-origin", List.of(APP1),
				"access-control-allow-credentials", List.of("true"), "access-control-allow-methods",
				List.of("GET,POST,PUT,DELETE"), "access-control-allow-headers", List.of("Content-Type,Authorization"),
				"access-control-max-age", List.of("1800")));
		assertThat(vary(response)).containsExactlyInAnyOrder("Origin", "Access-Control-Request-Method",
				"Access-Control-Request-Headers");
	}

	@Test
	void refusesAPreflightOfAForeignOrigin() {
		HttpResponse<String> response = preflight("/restricted/orders", FOREIGN, "PUT", "content-type");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).isEmpty();
		assertThat(corsHeaders(response)).isEmpty();
	}

	@Test
	void refusesAPreflightForAMethodThatOnlyTheHandlerKnows() {
		assertThat(preflight("/restricted/orders/1", APP1, "PATCH", "content-type").statusCode()).isEqualTo(403);
	}

	@Test
	void letsAnAllowedOriginReadTheOrders() {
		HttpResponse<String> response = get("/restricted/orders", APP1);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("X-Total-Count")).isPresent();
		assertThat(corsHeaders(response))
			.isEqualTo(Map.of("access-control-allow-origin", List.of(APP1), "access-control-allow-credentials",
					List.of("true"), "access-control-expose-headers", List.of("X-Total-Count")));
		assertThat(vary(response)).contains("Origin");
	}

	@Test
	void refusesTheOrdersToAForeignOrigin() {
		HttpResponse<String> response = get("/restricted/orders", FOREIGN);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(corsHeaders(response)).isEmpty();
		assertThat(response.body()).isEmpty();
	}

	@Test
	void letsAnyOriginReadTheCatalogue() {
		HttpResponse<String> response = get("/public/products", FOREIGN);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(corsHeaders(response)).isEqualTo(Map.of("access-control-allow-origin", List.of("*")));
	}

	@Test
	void addsNothingWhereNoRuleGoverns() {
		HttpResponse<String> response = get("/internal/report", APP1);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(corsHeaders(response)).isEmpty();
	}

	@Test
	void keepsErrorsAndRedirectsReadable() {
		Map<String, Integer> answers = Map.of("/restricted/account", 401, "/restricted/nothing", 404,
				"/restricted/orders/4711", 404, "/restricted/fail", 500, "/restricted/moved", 307,
				"/restricted/elsewhere", 307);
		answers.forEach((path, status) -> {
			HttpResponse<String> response = get(path, APP1);
			assertThat(response.statusCode()).as(path).isEqualTo(status);
			assertThat(response.headers().allValues("Access-Control-Allow-Origin")).as(path).containsExactly(APP1);
		});
	}

	@Test
	void keepsAccountOfOrders() {
		this.lab.resetOrders();
		Map<String, String> json = Map.of("Content-Type", "application/json");
		assertThat(send("POST", "/restricted/orders", json, "{\"item\":\"Ink\",\"quantity\":2}").headers()
			.firstValue("Location")).hasValue("/restricted/orders/4");
		assertThat(send("PUT", "/restricted/orders/4", json, "{\"quantity\":3}").body()).contains("\"item\":\"Ink\"")
			.contains("\"quantity\":3");
		assertThat(send("PATCH", "/restricted/orders/4", json, "{\"item\":\"Pen\"}").body()).contains("\"Pen\"");
		assertThat(send("DELETE", "/restricted/orders/4", Map.of(), null).statusCode()).isEqualTo(204);
		assertThat(send("GET", "/restricted/orders/4", Map.of(), null).statusCode()).isEqualTo(404);
	}

	@Test
	void listensOnEveryPortAndSaysSo() {
		assertThat(this.lab.ports()).hasSize(3).doesNotHaveDuplicates().allMatch((port) -> port > 0);
		this.lab.ports().forEach((port) -> {
			String config = send("GET", URI.create("http://localhost:" + port + "/lab/config"), Map.of(), null).body();
			assertThat(config).contains("\"stack\":\"" + this.stack + "\"").contains("\"ports\":" + ports());
		});
	}

	@Test
	void servesThePageAndEverythingThatItNames() {
		String page = send("GET", "/", Map.of("Accept", "text/html"), null).body();
		assertThat(page).contains("<title>CORS lab</title>")
			.doesNotContainPattern("<script(?![^>]*\\ssrc=)")
			.doesNotContainPattern("\\son[a-z]+=")
			.doesNotContain("<style");
		List<String> assets = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
			.matcher(page)
			.results()
			.map((MatchResult result) -> result.group(1))
			.toList();
		assertThat(assets).hasSizeGreaterThanOrEqualTo(3)
			.allSatisfy((asset) -> assertThat(status(asset)).isEqualTo(200));
		assertThat(status("/webjars/axios/dist/esm/axios.min.js")).isEqualTo(200);
	}

	@Test
	void remembersWhatAPageSentAndGot() {
		preflight("/restricted/orders?lab=plain-1", FOREIGN, "PUT", "content-type");
		send("GET", "/restricted/fail?x=1&lab=plain-1",
				Map.of("Origin", APP1, "Authorization", "Bearer secret", "Cookie", "a=secret"), null);
		List<Exchange> exchanges = this.lab.exchanges("plain-1");
		assertThat(exchanges).extracting(Exchange::method, Exchange::path, Exchange::status)
			.containsExactly(tuple("OPTIONS", "/restricted/orders", 403), tuple("GET", "/restricted/fail", 500));
		assertThat(exchanges.get(0).requestHeaders()).containsEntry("access-control-request-method", List.of("PUT"))
			.containsEntry("origin", List.of(FOREIGN));
		assertThat(exchanges.get(1).requestHeaders()).containsEntry("authorization", List.of("(present)"))
			.containsEntry("cookie", List.of("(present)"));
		assertThat(exchanges.get(1).responseHeaders()).containsEntry("access-control-allow-origin", List.of(APP1));
		assertThat(exchanges.toString()).doesNotContain("secret");
		assertThat(send("GET", "/lab/exchanges/plain-1", Map.of(), null).body()).contains("/restricted/fail");
	}

	@Test
	void showsItsRulesOnTheActuator() {
		String rules = send("GET", "/actuator/cors", Map.of(), null).body();
		assertThat(rules).contains("\"public\"", "\"restricted\"", "https://app1.yourdomain.com", "application.yml");
	}

	private String ports() {
		return this.lab.ports().toString().replace(" ", "");
	}

	private int status(String path) {
		return send("GET", path, Map.of(), null).statusCode();
	}

	private HttpResponse<String> get(String path, String origin) {
		return send("GET", path, Map.of("Origin", origin), null);
	}

	private HttpResponse<String> preflight(String path, String origin, String method, String headers) {
		return send("OPTIONS", path, Map.of("Origin", origin, "Access-Control-Request-Method", method,
				"Access-Control-Request-Headers", headers), null);
	}

	private HttpResponse<String> send(String method, String path, Map<String, String> headers, @Nullable String body) {
		return send(method, URI.create("http://localhost:" + this.lab.port(0) + path), headers, body);
	}

	private HttpResponse<String> send(String method, URI uri, Map<String, String> headers, @Nullable String body) {
		return this.client.send(method, uri, headers, body);
	}

	private static Map<String, List<String>> corsHeaders(HttpResponse<String> response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> {
			if (name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
				headers.put(name.toLowerCase(Locale.ROOT),
						values.stream().map((value) -> value.replaceAll(",\\s+", ",")).toList());
			}
		});
		return headers;
	}

	private static List<String> vary(HttpResponse<String> response) {
		return response.headers()
			.allValues("Vary")
			.stream()
			.flatMap((line) -> List.of(line.split(",\\s*")).stream())
			.toList();
	}

}
