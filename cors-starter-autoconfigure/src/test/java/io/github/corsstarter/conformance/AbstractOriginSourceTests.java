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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.conformance.application.Tenants;
import io.github.corsstarter.conformance.application.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Origin sources over HTTP: what a tenant gets, what others get, and what happens when a
 * source fails, hangs or is asked too much.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractOriginSourceTests {

	private static final String LISTED = "https://app.example.com";

	private static final String DATA = "/api/data";

	private static final int TIMEOUT_MILLIS = 2000;

	private static final int CALLS_PER_SECOND = 100;

	private final Stack stack;

	private TestServer server;

	private Tenants tenants;

	AbstractOriginSourceTests(Stack stack) {
		this.stack = stack;
	}

	@BeforeAll
	void start() {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("cors.origin-cache.timeout", TIMEOUT_MILLIS + "ms");
		settings.put("cors.origin-cache.maximum-calls-per-second", CALLS_PER_SECOND);
		settings.put("cors.defaults.allowed-origins", LISTED);
		settings.put("cors.defaults.allow-credentials", "true");
		settings.put("cors.defaults.exposed-headers", "X-Total-Count");
		settings.put("cors.defaults.allowed-methods", "PUT");
		settings.put("cors.defaults.allowed-headers", "*");
		settings.put("cors.rules.api.paths", "/api/**");
		settings.put("cors.rules.api.origin-source", "tenantOrigins");
		settings.put("cors.rules.public.paths", "/public/**");
		settings.put("cors.rules.public.origin-source", "reactiveTenantOrigins");
		this.server = TestServer.start(this.stack, settings, TestApplication.class, Tenants.class);
		this.tenants = this.server.context().getBean(Tenants.class);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { DATA, "/api/error", "/api/senderror", "/api/async", "/api/flush-early", "/public/x" })
	void aTenantGetsTheAnswerOfAListedOrigin(String path) {
		String tenant = "https://shop.tenants.example.org";
		assertThat(fields(get(path, tenant))).isEqualTo(fields(get(path, LISTED), tenant));
		assertThat(fields(preflight(path, tenant))).isEqualTo(fields(preflight(path, LISTED), tenant));
		assertThat(get(path, tenant).line("Access-Control-Allow-Origin")).isEqualTo(tenant);
		assertThat(preflight(path, tenant).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { DATA, "/public/x" })
	void nobodyElseGetsAnything(String path) {
		String foreign = "https://evil.example.net" + ":" + (1000 + path.length());
		int before = this.tenants.calls();
		this.server.spy().take();
		for (int i = 0; i < 5; i++) {
			assertThatIsRefused(get(path, foreign));
			assertThatIsRefused(preflight(path, foreign));
		}
		assertThat(this.server.spy().take()).isZero();
		assertThat(this.tenants.calls()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "https://a.tenants.example.org/", "https://A.tenants.example.org",
			"https://a.tenants.example.org, https://b.tenants.example.org", "http://a.tenants.example.org",
			"https://a.tenants.example.org:443", "a.tenants.example.org" })
	void nobodyIsAskedAboutWhatCannotBeAllowed(String origin) {
		int before = this.tenants.calls();
		assertThatIsRefused(get(DATA, origin));
		assertThatIsRefused(preflight(DATA, origin));
		assertThat(this.tenants.calls()).isEqualTo(before);
	}

	@Test
	void nobodyIsAskedAboutTheOwnOriginOrAListedOne() {
		int before = this.tenants.calls();
		assertThat(get(DATA, "http://localhost:" + this.server.port()).status()).isEqualTo(200);
		assertThat(get(DATA, LISTED).status()).isEqualTo(200);
		assertThat(this.tenants.calls()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { DATA, "/public/x" })
	void nothingIsAllowedWhileTheSourceFails(String path) {
		assertThatIsRefused(get(path, "https://failing.tenants.example.org"));
		assertThatIsRefused(preflight(path, "https://failing.tenants.example.org"));
	}

	@ParameterizedTest
	@ValueSource(strings = { DATA, "/public/x" })
	void aSourceThatHangsHoldsNobodyLongerThanTheTimeoutAndOthersNotAtAll(String path) throws Exception {
		CountDownLatch hang = this.tenants.hang();
		ExecutorService clients = Executors.newFixedThreadPool(32);
		try {
			int before = this.tenants.calls();
			long start = System.nanoTime();
			List<Future<RawResponse>> answers = new ArrayList<>();
			for (int i = 0; i < 32; i++) {
				String origin = "https://hanging" + (i % 4) + ".tenants.example.org";
				answers.add(clients.submit(() -> send(path, origin)));
			}
			while (this.tenants.calls() < before + 4) {
				Thread.onSpinWait();
			}
			// more connections wait than there are event loops, and each of them goes on
			for (int i = 0; i < 8; i++) {
				assertThat(send(path, LISTED).status()).isEqualTo(200);
			}
			assertThat(answers).noneMatch(Future::isDone);
			long others = millisSince(start);
			for (Future<RawResponse> answer : answers) {
				assertThatIsRefused(answer.get(20, TimeUnit.SECONDS));
			}
			long all = millisSince(start);
			TestServer.report("origin source that hangs", this.stack,
					"8 others answered after " + others + " ms, 32 who waited after " + all + " ms");
			assertThat(all).isGreaterThanOrEqualTo(TIMEOUT_MILLIS).isLessThan(5 * TIMEOUT_MILLIS);
			long again = System.nanoTime();
			for (int i = 0; i < 20; i++) {
				assertThatIsRefused(get(path, "https://hanging0.tenants.example.org"));
			}
			// those who come later are not held at all
			assertThat(millisSince(again)).isLessThan(5 * TIMEOUT_MILLIS);
		}
		finally {
			hang.countDown();
			clients.shutdownNow();
		}
	}

	@Test
	void aFloodOfOriginsReachesTheSourceAtABoundedRateAndLocksNoTenantOut() {
		assertThat(get(DATA, "https://good.tenants.example.org").status()).isEqualTo(200);
		int count = 2000;
		int before = this.tenants.calls();
		long start = System.nanoTime();
		// each over a connection of its own: Reactor Netty sometimes stops to read from
		// one
		// that another thread has answered on
		IntStream.range(0, count)
			.forEach((i) -> assertThatIsRefused(send(DATA, "https://" + i + ".flood.example.net")));
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		int calls = this.tenants.calls() - before;
		TestServer.report("flood of origins", this.stack,
				count + " requests in " + time.toMillis() + " ms, " + calls + " calls of the source");
		assertThat(calls).isBetween(1, (int) (CALLS_PER_SECOND * (time.toSeconds() + 2)));
		assertThat(get(DATA, "https://good.tenants.example.org").status()).isEqualTo(200);
	}

	@Test
	void sourcesAreNeverCalledOnThreadsOfTheServer() {
		get(DATA, "https://thread.tenants.example.org");
		get("/public/x", "https://thread.tenants.example.org");
		assertThat(this.tenants.threads()).isNotEmpty()
			.allMatch((name) -> name.startsWith("cors-origin-source-tenantOrigins-")
					|| name.startsWith("cors-origin-source-reactiveTenantOrigins-"));
	}

	private static long millisSince(long start) {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}

	private static void assertThatIsRefused(RawResponse response) {
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaderNames()).isEmpty();
		assertThat(response.members("Vary")).contains("Origin");
		assertThat(response.body()).isEmpty();
	}

	private static Map<String, List<String>> fields(RawResponse response) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		fields.put("status", List.of(Integer.toString(response.status())));
		response.corsHeaderNames().forEach((name) -> fields.put(name, response.lines(name)));
		fields.put("vary", response.members("Vary"));
		return fields;
	}

	private static Map<String, List<String>> fields(RawResponse response, String tenant) {
		Map<String, List<String>> fields = fields(response);
		fields.replace("access-control-allow-origin", List.of(LISTED), List.of(tenant));
		return fields;
	}

	private RawResponse get(String path, String origin) {
		return this.server.client().send(request("GET", path, origin).build());
	}

	private RawResponse preflight(String path, String origin) {
		return this.server.client()
			.send(request("OPTIONS", path, origin).header("Access-Control-Request-Method", "PUT")
				.header("Access-Control-Request-Headers", "x-b,x-a")
				.build());
	}

	/** Send over a connection of its own. */
	private RawResponse send(String path, String origin) {
		try (RawClient client = new RawClient(this.server.port())) {
			return client.send(request("GET", path, origin).build());
		}
	}

	private RawRequest.Builder request(String method, String path, String origin) {
		return RawRequest.to(method, path).header("Host", "localhost:" + this.server.port()).header("Origin", origin);
	}

}
