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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.fetch.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code assert} of an attack, as far as a decision has an answer to it.
 */
final class AttackAssertions {

	/** About the server, the application, its log or its memory: asked elsewhere. */
	private static final Set<String> NOT_OF_THE_ENGINE = Set.of("acaoRequired", "ifHandler", "thenPolicyOf", "handler",
			"bodyEmpty", "bodyMustNotContain", "logLinesPerRequestAtMost", "logMustNotContain", "logMustNotContainRaw",
			"logValueMaxLength");

	private final CorsDecision decision;

	private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	AttackAssertions(CorsDecision decision) {
		this.decision = decision;
		this.headers.putAll(decision.headers());
	}

	void hold(JsonNode assertions) {
		assertions.properties().forEach((assertion) -> holds(assertion.getKey(), assertion.getValue()));
	}

	private void holds(String name, JsonNode expected) {
		switch (name) {
			case "acao" -> hasValue("Access-Control-Allow-Origin", expected);
			case "acac" -> hasValue("Access-Control-Allow-Credentials", expected);
			case "aceh" -> hasValue("Access-Control-Expose-Headers", expected);
			case "acaoNot" -> hasNotValue("Access-Control-Allow-Origin", expected);
			case "acahNot" -> hasNotValue("Access-Control-Allow-Headers", expected);
			case "acehNot" -> hasNotValue("Access-Control-Expose-Headers", expected);
			case "acaoCount" -> hasCount("Access-Control-Allow-Origin", expected);
			case "acacCount" -> hasCount("Access-Control-Allow-Credentials", expected);
			case "absentHeaders" ->
				assertThat(this.headers).doesNotContainKeys(ConformanceTable.strings(expected).toArray(String[]::new));
			case "absentHeaderPrefix" ->
				assertThat(this.headers.keySet()).noneMatch((header) -> header.startsWith(expected.textValue()));
			case "acahMustBeTokens" -> areTokens("Access-Control-Allow-Headers");
			case "acamMustBeTokens" -> areTokens("Access-Control-Allow-Methods");
			case "acahMustNotContain" -> assertThat(members("Access-Control-Allow-Headers"))
				.doesNotContainAnyElementsOf(lowerCase(strings(expected)));
			case "status" -> status((status) -> assertThat(status).isEqualTo(expected.intValue()));
			case "statusIn" ->
				status((status) -> assertThat(expected).anyMatch((accepted) -> accepted.intValue() == status));
			case "statusBelow" -> status((status) -> assertThat(status).isLessThan(expected.intValue()));
			case "handlerRuns" -> assertThat(this.decision.proceeds()).isEqualTo(expected.booleanValue());
			case "varyContains" ->
				assertThat(lowerCase(this.decision.vary())).containsAll(lowerCase(strings(expected)));
			case "varyMustNotContain" ->
				assertThat(lowerCase(this.decision.vary())).doesNotContainAnyElementsOf(lowerCase(strings(expected)));
			case "varyTokenCount" -> expected.properties()
				.forEach((count) -> assertThat(lowerCase(this.decision.vary()))
					.filteredOn((member) -> member.equals(count.getKey()))
					.hasSize(count.getValue().intValue()));
			case "responseHeaderBytesBelow" -> assertThat(bytes()).isLessThan(expected.intValue());
			default -> assertThat(NOT_OF_THE_ENGINE).contains(name);
		}
	}

	private void hasValue(String header, JsonNode expected) {
		assertThat(this.headers.get(header)).isEqualTo(expected.textValue());
	}

	private void hasNotValue(String header, JsonNode expected) {
		assertThat(members(header)).doesNotContain(expected.textValue());
	}

	private void hasCount(String header, JsonNode expected) {
		assertThat(this.headers.containsKey(header) ? 1 : 0).isEqualTo(expected.intValue());
	}

	private void areTokens(String header) {
		assertThat(members(header)).allMatch(Tokens::isToken);
	}

	/** Where the request goes on, the application gives the status. */
	private void status(StatusAssertion assertion) {
		if (!this.decision.proceeds()) {
			assertion.holds(this.decision.status());
		}
	}

	private int bytes() {
		return this.headers.entrySet()
			.stream()
			.mapToInt((header) -> header.getKey().length() + header.getValue().length() + 4)
			.sum();
	}

	private List<String> members(String header) {
		return lowerCase(Browser.members(this.headers, header));
	}

	private static List<String> strings(JsonNode expected) {
		return expected.isTextual() ? List.of(expected.textValue()) : ConformanceTable.strings(expected);
	}

	private static List<String> lowerCase(List<String> values) {
		return values.stream().map((value) -> value.toLowerCase(Locale.ROOT)).toList();
	}

	private interface StatusAssertion {

		void holds(int status);

	}

}
