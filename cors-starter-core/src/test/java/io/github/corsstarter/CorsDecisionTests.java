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

package io.github.corsstarter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CorsDecision}, {@link Outcome} and {@link Verdict}.
 */
class CorsDecisionTests {

	private final CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder()
		.allowedOrigins("https://app.example.com")
		.exposedHeaders("X-Total-Count")
		.allowCredentials(true)
		.build());

	@Test
	void isAViewOfTheHeadersThatAreToBeSet() {
		CorsDecision decision = decide("GET", "https://app.example.com");
		assertThat(decision.headers()).containsExactly(entry("Access-Control-Allow-Origin", "https://app.example.com"),
				entry("Access-Control-Allow-Credentials", "true"),
				entry("Access-Control-Expose-Headers", "X-Total-Count"));
		assertThat(decision.allowOrigin()).isEqualTo("https://app.example.com");
		List<Map.Entry<String, String>> fields = new ArrayList<>();
		decision.forEachHeader((name, value) -> fields.add(entry(name, value)));
		assertThat(fields).containsExactlyElementsOf(decision.headers().entrySet());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> decision.headers().put("Access-Control-Allow-Origin", "*"));
	}

	@Test
	void isAViewOfTheMembersOfVary() {
		CorsDecision actual = decide("GET", "https://app.example.com");
		assertThat(actual.vary()).containsExactly("Origin");
		assertThat(actual.varyValue()).isEqualTo("Origin");
		CorsDecision preflight = this.policy.decide(CorsRequest.builder("OPTIONS")
			.header("Origin", "https://app.example.com")
			.header("Access-Control-Request-Method", "GET")
			.build());
		assertThat(preflight.vary()).containsExactly("Origin", "Access-Control-Request-Method",
				"Access-Control-Request-Headers");
		assertThat(preflight.varyValue())
			.isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> actual.vary().add("Accept-Encoding"));
	}

	@Test
	void touchesNothingWithoutAPolicy() {
		CorsDecision decision = CorsDecision.notGoverned();
		assertThat(decision.outcome()).isEqualTo(Outcome.UNTOUCHED);
		assertThat(decision.verdict()).isEqualTo(Verdict.NOT_GOVERNED);
		assertThat(decision.isUntouched()).isTrue();
		assertThat(decision.proceeds()).isTrue();
		assertThat(decision.headers()).isEmpty();
		assertThat(decision.allowOrigin()).isNull();
		assertThat(decision.vary()).isEmpty();
		assertThat(decision.varyValue()).isNull();
	}

	@Test
	void readsAsOutcomeVerdictAndHeaders() {
		assertThat(decide("GET", "https://app.example.com")).hasToString("ACTUAL_ALLOWED (ALLOWED)"
				+ " {Access-Control-Allow-Origin=https://app.example.com, Access-Control-Allow-Credentials=true,"
				+ " Access-Control-Expose-Headers=X-Total-Count}");
		assertThat(decide("GET", "https://evil.example")).hasToString("ACTUAL_REFUSED (ORIGIN_NOT_ALLOWED) {}");
	}

	@ParameterizedTest
	@CsvSource({ "UNTOUCHED, true, 0", "NOT_CORS, true, 0", "SAME_ORIGIN, true, 0", "PREFLIGHT_ALLOWED, false, 204",
			"PREFLIGHT_REFUSED, false, 403", "ACTUAL_ALLOWED, true, 0", "ACTUAL_REFUSED, false, 403",
			"ACTUAL_PASSED_THROUGH, true, 0" })
	void proceedsOrRespondsAsItsOutcomeSays(Outcome outcome, boolean proceeds, int status) {
		CorsDecision decision = new CorsDecision(outcome, Verdict.ALLOWED, null, HeaderFields.NONE, Varying.NONE);
		assertThat(decision.proceeds()).isEqualTo(proceeds);
		assertThat(decision.status()).isEqualTo(status);
		assertThat(decision.isUntouched()).isEqualTo(outcome == Outcome.UNTOUCHED);
	}

	@Test
	void refusesByTheVerdictsThatNameAFailedCheck() {
		Set<Verdict> refusals = EnumSet.of(Verdict.ORIGIN_MALFORMED, Verdict.ORIGIN_NOT_ALLOWED,
				Verdict.METHOD_MALFORMED, Verdict.METHOD_NOT_ALLOWED, Verdict.REQUEST_HEADERS_MALFORMED,
				Verdict.REQUEST_HEADERS_OVER_LIMIT, Verdict.REQUEST_HEADER_NOT_ALLOWED);
		assertThat(Verdict.values()).allMatch((verdict) -> verdict.isRefusal() == refusals.contains(verdict));
	}

	private CorsDecision decide(String method, String origin) {
		return this.policy.decide(CorsRequest.builder(method).header("Origin", origin).build());
	}

}
