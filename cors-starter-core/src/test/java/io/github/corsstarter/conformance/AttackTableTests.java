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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attack table on the bare engine: what a browser would make of the decision.
 */
class AttackTableTests {

	private static final String TABLE = "attacks";

	private static final Duration FAST = Duration.ofMillis(250);

	/** Handlers that answer in a way of their own, which no decision knows. */
	private static final Set<String> OWN_WAYS = Set.of("/api/secure", "/api/senderror", "/api/redirect", "/api/stream",
			"/api/flush-early", "/api/vary-origin", "/api/vary-star", "/api/acao-star", "/api/acac-true");

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void withstands(String id, JsonNode row) {
		CorsRequest request = AttackRequest.of(row.path("request"));
		Optional<ConformanceRule> rule = GoverningRule.of(row.path("request"), ConformanceRule.rulesOf(row));
		Function<CorsRequest, CorsDecision> engine = engine(rule);
		CorsDecision decision = engine.apply(request);
		boolean goesOn = new Browser(request, rule.isPresent() && rule.get().definition().allowCredentials())
			.goesOn(decision);
		switch (row.path("expect").textValue()) {
			case "must-allow" -> assertThat(goesOn || isNotRefused(row, decision)).as(id).isTrue();
			case "must-not-allow" -> assertThat(goesOn).as(id).isFalse();
			default -> assertThat(durationOf(() -> engine.apply(request))).as(id).isLessThan(FAST);
		}
		if (Set.of("duplicate-header", "header-injection").contains(row.path("class").textValue())
				&& row.path("expect").textValue().equals("must-not-allow")) {
			assertThat(decision.allowOrigin()).as(id).isNull();
		}
		new AttackAssertions(decision).hold(row.path("assert"));
	}

	private static Function<CorsRequest, CorsDecision> engine(Optional<ConformanceRule> rule) {
		return rule.map((governing) -> CorsPolicy.compile(governing.definition()))
			.<Function<CorsRequest, CorsDecision>>map((policy) -> policy::decide)
			.orElse((request) -> CorsDecision.notGoverned());
	}

	/** The best of three, since a busy machine may interrupt one. */
	private static Duration durationOf(Runnable runnable) {
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 3; i++) {
			long start = System.nanoTime();
			runnable.run();
			best = Math.min(best, System.nanoTime() - start);
		}
		return Duration.ofNanos(best);
	}

	static Stream<Arguments> withstands() {
		return ConformanceTable.read(TABLE)
			.stream()
			.filter(AttackTableTests::runs)
			.map((row) -> Arguments.of(row.path("id").textValue(), row));
	}

	@Test
	void leavesToOthersWhatNeedsMoreThanAnEngine() {
		LeftOut.isAsDeclared(TABLE, AttackTableTests::runs);
	}

	private static boolean runs(JsonNode row) {
		JsonNode request = row.path("request");
		return GoverningRule.isPlain(request, ConformanceRule.rulesOf(row))
				&& !row.path("class").textValue().equals("management") && !request.has("rawRequest")
				&& !request.has("loop") && !request.has("http") && !request.path("generator").has("pathSuffix")
				&& !row.path("assert").has("afterRequest")
				&& ConformanceTable.strings(row.path("needs")).stream().allMatch((need) -> need.contains("64 KiB"))
				&& !isAnsweredInAWayOfItsOwn(row);
	}

	private static boolean isAnsweredInAWayOfItsOwn(JsonNode row) {
		return OWN_WAYS.contains(row.path("request").path("path").textValue())
				&& !row.path("request").path("method").textValue().equals("OPTIONS")
				&& row.path("expect").textValue().equals("must-allow");
	}

	private static boolean isNotRefused(JsonNode row, CorsDecision decision) {
		return !row.path("assert").path("acaoRequired").asBoolean(true) && decision.proceeds();
	}

}
