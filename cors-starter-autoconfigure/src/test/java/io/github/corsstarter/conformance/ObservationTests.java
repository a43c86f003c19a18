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

package io.github.corsstarter.conformance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.conformance.application.TestApplication;
import io.github.corsstarter.micrometer.CorsMetrics;
import io.github.corsstarter.support.LogCapture;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is counted, logged and remembered of requests over HTTP.
 */
class ObservationTests {

	private static final String ALLOWED = "https://app.example.com";

	private static final String FOREIGN = "https://other.example";

	@ParameterizedTest
	@EnumSource
	void aRuleThatOnlyReportsChangesNothingAndIsCountedLoggedAndRemembered(Stack stack) {
		try (TestServer server = start(stack);
				TestServer bare = start(stack, "false");
				LogCapture log = LogCapture.at("WARN")) {
			for (RawRequest.Builder request : List.of(get("/other/x", FOREIGN), get("/other/x", ALLOWED),
					preflight("/other/options", FOREIGN, "PUT"), preflight("/other/options", ALLOWED, "DELETE"))) {
				assertThat(answer(server, request)).isEqualTo(answer(bare, request));
			}
			assertThat(counts(server, "trial"))
				.isEqualTo(Map.of("actual reported allowed", 1.0, "actual reported origin-not-allowed", 1.0,
						"preflight reported origin-not-allowed", 1.0, "preflight reported method-not-allowed", 1.0));
			assertThat(log.starterMessages()).hasSize(2)
				.allSatisfy((line) -> assertThat(line)
					.startsWith("CORS: rule 'trial' only reports; it would have refused "));
			assertThat(rejections(server, "")).hasSize(3)
				.allSatisfy((rejection) -> assertThat(rejection).containsEntry("reported", true)
					.containsEntry("rule", "trial"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatIsRefusedIsCountedLoggedAndRemembered(Stack stack) {
		try (TestServer server = start(stack); LogCapture log = LogCapture.at("WARN")) {
			Instant start = Instant.now();
			assertThat(send(server, get("/api/data?token=SECRET", "http://app.example.com").header("Cookie", "a=SECRET")
				.header("Authorization", "Bearer SECRET")).status()).isEqualTo(403);
			send(server, get("/api/data", "http://app.example.com"));
			send(server, get("/api/data", ALLOWED));
			send(server, preflight("/api/data", ALLOWED, "DELETE"));
			assertThat(counts(server, "api")).isEqualTo(Map.of("actual rejected origin-not-allowed", 2.0,
					"actual allowed allowed", 1.0, "preflight rejected method-not-allowed", 1.0));
			assertThat(log.starterMessages("WARN")).hasSize(2).noneMatch((line) -> line.contains("SECRET"));
			List<Map<String, Object>> rejections = rejections(server, "");
			assertThat(rejections).hasSize(2);
			Map<String, Object> first = new LinkedHashMap<>(rejections.get(0));
			assertThat(Instant.parse((String) first.remove("first"))).isAfter(start.minusMillis(1));
			assertThat(Instant.parse((String) first.remove("last"))).isBefore(Instant.now().plusMillis(1));
			assertThat(first).isEqualTo(Map.of("origin", "http://app.example.com", "rule", "api", "kind", "actual",
					"reason", "origin-not-allowed", "reported", false, "count", 2, "nearest", ALLOWED));
			assertThat(rejections.get(1)).containsEntry("reason", "method-not-allowed").containsEntry("nearest", null);
			assertThat(rejections(server, "?limit=1")).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aBadLimitIsABadRequest(Stack stack) {
		try (TestServer server = start(stack)) {
			for (String limit : List.of("0", "-1", "100000", "x", "")) {
				RawResponse response = send(server, RawRequest.to("GET", "/actuator/corsrejections?limit=" + limit));
				assertThat(response.status()).as(limit).isEqualTo(limit.isEmpty() ? 200 : 400);
			}
			assertThat(send(server, RawRequest.to("GET", "/actuator/corsrejections/x")).status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@EnumSource
	void hostileOriginsHaveNoEffect(Stack stack) {
		List<String> origins = List.of("https://<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
				"https://evil.test\u001b]0;x\u0007", "https://evil.test\u202e", "https://evil.test\u2028forged",
				"https://" + "a".repeat(60_000) + ".test", "'); DROP TABLE", "${jndi:ldap://evil.test/x}",
				"%0d%0aforged", "\\u000a", "https://evil.test\u0085x");
		try (TestServer server = start(stack); LogCapture log = LogCapture.at("DEBUG")) {
			int meters = server.context().getBean(MeterRegistry.class).get(CorsMetrics.METER_NAME).counters().size();
			for (String origin : origins) {
				assertThat(send(server, get("/api/data", origin)).status()).as(origin).isIn(400, 403);
			}
			assertThat(log.starterMessages()).hasSizeBetween(6, origins.size())
				.allSatisfy((line) -> assertThat(line).hasSizeLessThan(1000)
					.doesNotContainPattern("\\p{Cntrl}|\u202e|\u2028"));
			RawResponse response = send(server, RawRequest.to("GET", "/actuator/corsrejections"));
			assertThat(response.line("Content-Type")).startsWith("application/vnd.spring-boot.actuator.v3+json");
			assertThat(response.body().length).isLessThan(10_000);
			assertThat(rejections(server, "")).hasSameSizeAs(log.starterMessages())
				.allSatisfy((rejection) -> assertThat((String) rejection.get("origin")).hasSizeLessThan(260)
					.doesNotContainPattern("\\p{Cntrl}|\u202e|\u2028"));
			assertThat(server.context().getBean(MeterRegistry.class).get(CorsMetrics.METER_NAME).counters())
				.hasSize(meters)
				.allSatisfy((counter) -> assertThat(counter.getId().toString()).doesNotContain("evil"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aHandlerThatWritesHeadersOfItsOwnIsNamedOnce(Stack stack) {
		try (TestServer server = start(stack); LogCapture log = LogCapture.at("WARN")) {
			for (String path : List.of("/api/data", "/api/error", "/api/async", "/api/stream", "/api/crossorigin",
					"/api/vary-star", "/api/nowhere")) {
				send(server, get(path, ALLOWED));
			}
			assertThat(log.starterMessages()).isEmpty();
			for (int i = 0; i < 3; i++) {
				send(server, get("/api/acao-star", ALLOWED));
				send(server, get("/api/acac-true", ALLOWED));
			}
			assertThat(log.starterMessages("WARN")).hasSize(2)
				.anySatisfy((line) -> assertThat(line)
					.startsWith("CORS: the handler of '/api/acao-star' writes Access-Control-Allow-Origin itself."))
				.anySatisfy((line) -> assertThat(line).startsWith("CORS: the handler of '/api/acac-true' writes "));
		}
	}

	private static TestServer start(Stack stack) {
		return start(stack, "true");
	}

	private static TestServer start(Stack stack, String enabled) {
		Map<String, Object> properties = new TreeMap<>();
		properties.put("server.max-http-request-header-size", TestServer.LARGE_HEADERS);
		properties.put("management.endpoints.web.exposure.include", "corsrejections");
		properties.put("cors.enabled", enabled);
		properties.put("cors.rules.api.paths", "/api/**");
		properties.put("cors.rules.api.allowed-origins", ALLOWED);
		properties.put("cors.rules.trial.paths", "/other/**");
		properties.put("cors.rules.trial.allowed-origins", ALLOWED);
		properties.put("cors.rules.trial.mode", "report-only");
		return TestServer.start(stack, properties, TestApplication.class);
	}

	private static RawRequest.Builder get(String path, String origin) {
		return RawRequest.to("GET", path).header("Origin", origin);
	}

	private static RawRequest.Builder preflight(String path, String origin, String method) {
		return RawRequest.to("OPTIONS", path).header("Origin", origin).header("Access-Control-Request-Method", method);
	}

	private static RawResponse send(TestServer server, RawRequest.Builder request) {
		return server.client().send(request.defaultHeader("Host", "localhost:" + server.port()).build());
	}

	/** All of an answer but the date. */
	private static List<Object> answer(TestServer server, RawRequest.Builder request) {
		server.spy().take();
		RawResponse response = server.client().send(request.defaultHeader("Host", "localhost").build());
		return List.of(response.status(),
				response.headers().stream().filter((header) -> !header.isNamed("Date")).toList(), response.text(),
				server.spy().take());
	}

	private static Map<String, Double> counts(TestServer server, String rule) {
		Map<String, Double> counts = new TreeMap<>();
		for (Counter counter : server.context()
			.getBean(MeterRegistry.class)
			.get(CorsMetrics.METER_NAME)
			.tag(CorsMetrics.RULE, rule)
			.counters()) {
			if (counter.count() > 0) {
				counts.put(counter.getId().getTag(CorsMetrics.KIND) + " " + counter.getId().getTag(CorsMetrics.OUTCOME)
						+ " " + counter.getId().getTag(CorsMetrics.REASON), counter.count());
			}
		}
		return counts;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rejections(TestServer server, String query) {
		RawResponse response = send(server, RawRequest.to("GET", "/actuator/corsrejections" + query));
		assertThat(response.status()).isEqualTo(200);
		Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(response.text());
		assertThat(json).containsOnlyKeys("refusals", "dropped", "evicted", "rejections");
		return (List<Map<String, Object>>) json.get("rejections");
	}

}
