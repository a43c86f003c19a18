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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decision table on the bare engine.
 */
class DecisionTableTests {

	private static final String TABLE = "decisions";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void decides(String id, JsonNode row) {
		JsonNode expected = row.path("expect");
		Optional<ConformanceRule> rule = GoverningRule.of(row.path("request"), ConformanceRule.rulesOf(row));
		CorsRequest request = request(row.path("request"));
		CorsDecision decision = rule.map((governing) -> CorsPolicy.compile(governing.definition()).decide(request))
			.orElseGet(CorsDecision::notGoverned);
		if (rule.isPresent() && rule.get().reportOnly()) {
			assertThat(decision.outcome()).as(id).isEqualTo(outcome(expected.path("reported")));
			return;
		}
		assertThat(decision.outcome()).as(id).isEqualTo(outcome(expected.path("decision")));
		assertThat(decision.status()).as(id).isEqualTo(expected.path("status").asInt(0));
		assertThat(decision.proceeds()).as(id).isEqualTo(expected.path("chainCalled").booleanValue());
		assertThat(comparable(decision.headers(), expected.path("headers"))).as(id)
			.isEqualTo(comparable(expected.path("headers")));
		assertThat(decision.vary()).as(id)
			.containsExactlyInAnyOrderElementsOf(ConformanceTable.strings(expected.path("vary")));
		assertThat(decision.isUntouched()).as(id).isEqualTo(decision.outcome() == Outcome.UNTOUCHED);
	}

	static Stream<Arguments> decides() {
		return ConformanceTable.read(TABLE)
			.stream()
			.filter(DecisionTableTests::runs)
			.map((row) -> Arguments.of(row.path("id").textValue(), row));
	}

	@Test
	void leavesToOthersWhatNeedsMoreThanAnEngine() {
		LeftOut.isAsDeclared(TABLE, DecisionTableTests::runs);
	}

	private static boolean runs(JsonNode row) {
		return !ConformanceTable.strings(row.path("needs")).contains("actuator")
				&& GoverningRule.isPlain(row.path("request"), ConformanceRule.rulesOf(row));
	}

	private static CorsRequest request(JsonNode request) {
		CorsRequestBuilder builder = CorsRequest.builder(request.path("method").textValue());
		request.path("headers").forEach((pair) -> builder.header(pair.path(0).textValue(), pair.path(1).textValue()));
		if (request.has("host")) {
			builder.ownOrigin(request.path("scheme").textValue(), request.path("host").textValue(),
					request.path("port").intValue());
		}
		return builder.build();
	}

	private static Outcome outcome(JsonNode decision) {
		return Outcome.valueOf(decision.textValue().toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static Map<String, Object> comparable(JsonNode expected) {
		Map<String, Object> headers = new TreeMap<>();
		expected.properties()
			.forEach((field) -> headers.put(field.getKey(),
					field.getValue().isArray() ? tokens(field.getKey(), ConformanceTable.strings(field.getValue()))
							: field.getValue().textValue()));
		return headers;
	}

	/** A list is a set of tokens where the table has a list, and a value elsewhere. */
	private static Map<String, Object> comparable(Map<String, String> actual, JsonNode expected) {
		Map<String, Object> headers = new TreeMap<>();
		actual.forEach((name, value) -> headers.put(name,
				expected.path(name).isArray() ? tokens(name, Arrays.asList(value.split(",\\s*"))) : value));
		return headers;
	}

	private static TreeSet<String> tokens(String name, List<String> tokens) {
		TreeSet<String> set = name.equals("Access-Control-Allow-Methods") ? new TreeSet<>()
				: new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		tokens.forEach((token) -> assertThat(set.add(token)).as("%s stands once in %s", token, name).isTrue());
		return set;
	}

}
