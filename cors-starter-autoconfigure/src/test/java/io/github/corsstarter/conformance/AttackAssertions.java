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
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.support.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an attack asserts beyond the browser's point of view. A key that is not known here
 * fails, so that no assertion of the table is passed over.
 *
 * @param attack the attack
 * @param origin the origin that was sent
 * @param response the answer
 * @param chainCalled whether the request came to the application
 * @param log what was logged meanwhile
 */
record AttackAssertions(AttackCase attack, String origin, RawResponse response, boolean chainCalled, LogCapture log) {

	// Read elsewhere, or together with another key
	private static final Set<String> NOT_HERE = Set.of("acaoRequired", "thenPolicyOf", "heapGrowthBelowMiB",
			"meterCountGrowthBelow", "eachAnswerMatchesItsOwnOrigin");

	void check() {
		this.attack.assertions().properties().forEach((assertion) -> {
			if (!NOT_HERE.contains(assertion.getKey())) {
				check(assertion.getKey(), assertion.getValue());
			}
		});
	}

	private void check(String key, JsonNode value) {
		switch (key) {
			case "acao" -> assertLine("Access-Control-Allow-Origin", value);
			case "acac" -> assertLine("Access-Control-Allow-Credentials", value);
			case "aceh" -> assertLine("Access-Control-Expose-Headers", value);
			case "acaoNot" -> assertNot("Access-Control-Allow-Origin", value);
			case "acahNot" -> assertNot("Access-Control-Allow-Headers", value);
			case "acehNot" -> assertNot("Access-Control-Expose-Headers", value);
			case "acaoCount" -> assertCount("Access-Control-Allow-Origin", value);
			case "acacCount" -> assertCount("Access-Control-Allow-Credentials", value);
			case "acahMustBeTokens" -> assertTokens("Access-Control-Allow-Headers");
			case "acamMustBeTokens" -> assertTokens("Access-Control-Allow-Methods");
			case "acahMustNotContain" -> assertMissing("Access-Control-Allow-Headers", value);
			case "absentHeaders" ->
				Tables.texts(value).forEach((name) -> assertThat(this.response.lines(name)).as(name).isEmpty());
			case "absentHeaderPrefix" -> assertPrefixAbsent(value.asText());
			case "bodyEmpty" -> assertThat(this.response.body()).isEmpty();
			case "bodyMustNotContain" ->
				Tables.texts(value).forEach((text) -> assertThat(this.response.text()).doesNotContain(text));
			case "responseHeaderBytesBelow" -> assertThat(this.response.headerBytes()).isLessThan(value.asInt());
			default -> checkBehaviour(key, value);
		}
	}

	private void checkBehaviour(String key, JsonNode value) {
		switch (key) {
			case "status" -> assertThat(this.response.status()).isEqualTo(value.asInt());
			case "statusIn" -> assertThat(Tables.texts(value)).contains(Integer.toString(this.response.status()));
			case "statusBelow" -> assertThat(this.response.status()).isLessThan(value.asInt());
			case "handler" -> assertThat(handler()).isEqualTo(value.asText());
			case "handlerRuns" -> assertHandlerRuns(value.asBoolean());
			case "ifHandler" -> assertPolicyOfHandler(value.asText());
			case "varyContains" -> assertThat(vary()).containsAll(Tables.texts(value).map(this::lowerCase).toList());
			case "varyMustNotContain" ->
				assertThat(vary()).doesNotContainAnyElementsOf(Tables.texts(value).map(this::lowerCase).toList());
			case "varyTokenCount" -> assertVaryCounts(value);
			case "logLinesPerRequestAtMost" ->
				assertThat(this.log.starterMessages()).hasSizeLessThanOrEqualTo(value.asInt());
			case "logMustNotContain",
					"logMustNotContainRaw" ->
				Tables.texts(value)
					.forEach((text) -> assertThat(this.log.starterMessages())
						.noneMatch((message) -> message.contains(text)));
			case "logValueMaxLength" -> assertCut(value.asInt());
			default -> throw new IllegalArgumentException("The table asserts something new: " + key);
		}
	}

	private void assertLine(String name, JsonNode value) {
		assertThat(this.response.lines(name)).as(name).isEqualTo(value.isNull() ? List.of() : List.of(value.asText()));
	}

	private void assertNot(String name, JsonNode value) {
		assertThat(this.response.lines(name)).as(name).doesNotContain(value.asText());
	}

	private void assertCount(String name, JsonNode value) {
		assertThat(this.response.lines(name)).as(name).hasSize(value.asInt());
	}

	private void assertTokens(String name) {
		assertThat(Browser.areTokens(this.response.members(name))).as(name).isTrue();
	}

	private void assertMissing(String name, JsonNode values) {
		List<String> members = this.response.members(name).stream().map(this::lowerCase).toList();
		assertThat(members).as(name).doesNotContainAnyElementsOf(Tables.texts(values).toList());
	}

	private void assertPrefixAbsent(String prefix) {
		String lowerCase = lowerCase(prefix);
		assertThat(this.response.headers()).noneMatch((header) -> lowerCase(header.name()).startsWith(lowerCase));
	}

	private void assertHandlerRuns(boolean runs) {
		assertThat(this.chainCalled).as("application called").isEqualTo(runs);
		if (!runs) {
			assertThat(handler()).isNull();
		}
		// Spring's own router takes an empty Access-Control-Request-Method for a
		// preflight
		else if (!this.attack.hasHeader("Access-Control-Request-Method")) {
			assertThat(handler()).isNotNull();
		}
	}

	private void assertPolicyOfHandler(String name) {
		if (name.equals(handler())) {
			JsonNode rule = GoverningRule.withPattern(this.attack.rules(),
					this.attack.assertions().get("thenPolicyOf").asText());
			HandlerPolicy.of(rule).assertGoverns(this.origin, this.response);
		}
	}

	private void assertVaryCounts(JsonNode counts) {
		counts.properties()
			.forEach((count) -> assertThat(vary()).filteredOn(count.getKey()::equals)
				.as(count.getKey())
				.hasSize(count.getValue().asInt()));
	}

	private void assertCut(int length) {
		if (this.origin.length() > length) {
			String tooLong = this.origin.substring(0, length + 1);
			assertThat(this.log.starterMessages()).noneMatch((message) -> message.contains(tooLong));
		}
	}

	private String handler() {
		return this.response.line("X-Handler");
	}

	private List<String> vary() {
		return this.response.members("Vary").stream().map(this::lowerCase).toList();
	}

	private String lowerCase(String value) {
		return value.toLowerCase(Locale.ROOT);
	}

}
