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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The path invariant: whatever a path looks like, the policy on its answer is that of the
 * handler that gives the answer. Which handler that is, is not assumed but found out, by
 * the same request without {@code Origin}.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractPathInvariantTests {

	private static final String ADMIN = "https://admin.example.com";

	private static final String APP = "https://app.example.com";

	private static final String LEGACY = "https://legacy.example.com";

	private static final List<String> ORIGINS = List.of(ADMIN, APP, LEGACY, "https://evil.test");

	private static final Map<String, HandlerPolicy> POLICIES = Map.of("admin", new HandlerPolicy(Set.of(ADMIN), true),
			"closed", new HandlerPolicy(Set.of(), false), "public", new HandlerPolicy(Set.of("*"), false), "legacy",
			new HandlerPolicy(Set.of(LEGACY), false));

	private static final Set<String> WITHOUT_RULE = Set.of("other", "plus", "space");

	private static final HandlerPolicy API = new HandlerPolicy(Set.of(APP), true);

	private final Stack stack;

	private final AtomicInteger paths = new AtomicInteger();

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger ungoverned = new AtomicInteger();

	private TestServer server;

	AbstractPathInvariantTests(Stack stack) {
		this.stack = stack;
	}

	@BeforeAll
	void prepare() {
		this.server = TestServer.shared(this.stack);
		Map<String, Object> properties = new TreeMap<>();
		rule(properties, "admin", "/api/admin/**", ADMIN, true);
		rule(properties, "closed", "/api/closed/**", "", false);
		rule(properties, "api", "/api/**", APP, true);
		rule(properties, "public", "/public/**", "*", false);
		rule(properties, "legacy", "/legacy/**", LEGACY, false);
		new Rules(properties).install(this.server);
		this.server.script().answerWith(null);
	}

	private void rule(Map<String, Object> properties, String name, String path, String origin, boolean credentials) {
		properties.put("cors.rules." + name + ".paths", path);
		properties.put("cors.rules." + name + ".allowed-origins", origin);
		properties.put("cors.rules." + name + ".allow-credentials", credentials);
	}

	@Test
	void thePolicyIsThatOfTheHandlerForThePathsOfTheTables() {
		assertHolds(OddPaths.ofTheTables());
	}

	@Test
	void thePolicyIsThatOfTheHandlerForPathsThatHop() {
		assertHolds(OddPaths.thatHop());
	}

	@Test
	void thePolicyIsThatOfTheHandlerForOddSpellings() {
		assertHolds(OddPaths.inOddSpelling());
	}

	private void assertHolds(Stream<String> candidates) {
		List<String> violations = new ArrayList<>();
		candidates.forEach((path) -> {
			this.paths.incrementAndGet();
			RawResponse bare = send("GET", path, null);
			String handler = bare.line("X-Handler");
			// Whoever asks for the error page itself gets it, with the status of an error
			boolean failed = bare.status() >= 500 && !path.equals("/error");
			if (bare.status() == RawResponse.DROPPED || failed) {
				violations.add(path + " fails: " + bare);
			}
			// A handler that forwards is not the one that the path leads to
			else if (handler != null && !path.contains("forward")) {
				this.answered.incrementAndGet();
				check(path, handler, violations);
			}
		});
		assertThat(violations).isEmpty();
	}

	private void check(String path, String handler, List<String> violations) {
		HandlerPolicy policy = WITHOUT_RULE.contains(handler) ? null : POLICIES.getOrDefault(handler, API);
		List<String> mismatches = new ArrayList<>();
		boolean untouched = true;
		for (String origin : ORIGINS) {
			for (String method : List.of("GET", "OPTIONS")) {
				RawResponse response = send(method, path, origin);
				untouched &= response.corsHeaderNames().isEmpty() && response.lines("Vary").isEmpty()
						&& (!method.equals("GET") || handler.equals(response.line("X-Handler")));
				if (!isThatOf(policy, handler, method, origin, response)) {
					mismatches.add(method + " " + path + " is answered by " + handler + ", and " + origin + " gets "
							+ response.status() + " " + response.lines("Access-Control-Allow-Origin"));
				}
			}
		}
		if (untouched && OddPaths.mayBeUngoverned(path)) {
			this.ungoverned.incrementAndGet();
		}
		else {
			violations.addAll(mismatches);
		}
	}

	private boolean isThatOf(HandlerPolicy policy, String handler, String method, String origin, RawResponse response) {
		boolean handled = handler.equals(response.line("X-Handler"));
		if (policy == null) {
			return response.corsHeaderNames().isEmpty() && (handled || method.equals("OPTIONS"));
		}
		List<String> expected = policy.allowedOrigin(origin);
		boolean passes = method.equals("OPTIONS") ? response.status() == 204 : handled;
		return response.lines("Access-Control-Allow-Origin").equals(expected)
				&& (expected.isEmpty() ? response.status() == 403 : passes);
	}

	private RawResponse send(String method, String path, String origin) {
		RawRequest.Builder request = RawRequest.to(method, path).header("Host", "localhost:" + this.server.port());
		if (origin != null) {
			request.header("Origin", origin);
		}
		if (method.equals("OPTIONS")) {
			request.header("Access-Control-Request-Method", "GET");
		}
		return this.server.client().send(request.build());
	}

	@AfterAll
	void report() {
		TestServer.report("Paths", this.stack,
				"%d paths, %d answered by a handler, with its policy, %d of these without any"
					.formatted(this.paths.get(), this.answered.get(), this.ungoverned.get()));
	}

}
