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

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static io.github.corsstarter.CompileProblems.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CorsPolicy}. What it decides is the subject of the tables in
 * {@code io.github.corsstarter.conformance}, too.
 */
class CorsPolicyTests {

	private static final String APP = "https://app.example.com";

	@Test
	void reportsAllProblemsOfAllFieldsAtOnce() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOrigins("https://a.example/", "null", " https://b.example")
			.allowedOriginPatterns("https://*", "https://c.example")
			.allowedMethods("get", "TRACE")
			.allowedHeaders("Cookie", "X A")
			.exposedHeaders("Set-Cookie", "*")
			.allowCredentials(true)
			.maxAge(Duration.ofSeconds(-1))).containsExactly(
					error("allowed-origins[0]", "https://a.example/", ProblemCode.ORIGIN_HAS_PATH, "https://a.example"),
					error("allowed-origins[1]", "null", ProblemCode.ORIGIN_NULL, null),
					warning("allowed-origins[2]", " https://b.example", ProblemCode.VALUE_TRIMMED, "https://b.example"),
					error("allowed-origin-patterns[0]", "https://*", ProblemCode.WILDCARD_WITH_CREDENTIALS, null),
					warning("allowed-origin-patterns[1]", "https://c.example", ProblemCode.PATTERN_WITHOUT_WILDCARD,
							null),
					warning("allowed-methods[0]", "get", ProblemCode.METHOD_NORMALIZED, "GET"),
					error("allowed-methods[1]", "TRACE", ProblemCode.METHOD_FORBIDDEN, null),
					error("allowed-headers[0]", "Cookie", ProblemCode.HEADER_FORBIDDEN, null),
					error("allowed-headers[1]", "X A", ProblemCode.HEADER_NOT_A_TOKEN, null),
					error("exposed-headers[0]", "Set-Cookie", ProblemCode.EXPOSED_FORBIDDEN, null),
					error("exposed-headers[1]", "*", ProblemCode.EXPOSED_WILDCARD_WITH_CREDENTIALS, null),
					error("max-age", "PT-1S", ProblemCode.MAX_AGE_NEGATIVE, "0"));
	}

	@Test
	void cannotBeCompiledWithAnError() {
		assertThatExceptionOfType(InvalidCorsPolicyException.class)
			.isThrownBy(() -> CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins("null").build()))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(1));
	}

	@Test
	void keepsItsWarnings() {
		CorsPolicy policy = CorsPolicy
			.compile(CorsPolicyDefinition.builder().allowedOrigins(APP, APP).allowedMethods("get").build());
		assertThat(policy.warnings()).extracting(PolicyProblem::code)
			.containsExactly(ProblemCode.DUPLICATE_ENTRY, ProblemCode.METHOD_NORMALIZED);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> policy.warnings().clear());
	}

	@Test
	void givesItsDefinitionBackInNormalForm() {
		CorsPolicyDefinition declared = CorsPolicyDefinition.builder()
			.allowedOrigins(" https://b.example", "https://a.example", "https://b.example")
			.allowedOriginPatterns("https://*.c.example ", "https://*.c.example")
			.allowedMethods("put", "PUT", "DELETE")
			.allowedHeaders("X-B", "x-b", "X-A")
			.exposedHeaders("X-D", "X-d")
			.allowCredentials(true)
			.maxAge(Duration.ofSeconds(7))
			.disallowedRequests(DisallowedRequests.PASS_THROUGH)
			.build();
		CorsPolicy policy = CorsPolicy.compile(declared);
		assertThat(policy.definition()).isEqualTo(CorsPolicyDefinition.builder()
			.allowedOrigins("https://b.example", "https://a.example")
			.allowedOriginPatterns("https://*.c.example")
			.allowedMethods("PUT", "DELETE")
			.allowedHeaders("X-B", "X-A")
			.exposedHeaders("X-D")
			.allowCredentials(true)
			.maxAge(Duration.ofSeconds(7))
			.disallowedRequests(DisallowedRequests.PASS_THROUGH)
			.build());
		CorsPolicy again = CorsPolicy.compile(policy.definition());
		assertThat(again).isEqualTo(policy);
		assertThat(again.warnings()).isEmpty();
	}

	@Test
	void equalsAPolicyWithTheSameNormalForm() {
		CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins(APP).build());
		CorsPolicy same = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins(" " + APP, APP).build());
		CorsPolicy other = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins("*").build());
		assertThat(policy).isEqualTo(same)
			.hasSameHashCodeAs(same)
			.hasToString(policy.definition().toString())
			.isNotEqualTo(other)
			.isNotEqualTo(policy.definition())
			.isNotEqualTo(null);
		assertThat(policy.hashCode()).isNotEqualTo(other.hashCode());
	}

	@Test
	void leavesAWebSocketHandshakeWithoutOriginUntouched() {
		for (String origins : List.of("https://app.example.com", "*")) {
			CorsDecision decision = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins(origins).build())
				.decide(CorsRequest.builder("GET")
					.header("Upgrade", "websocket")
					.header("Connection", "Upgrade")
					.build());
			assertThat(decision.verdict()).isEqualTo(Verdict.WEBSOCKET_HANDSHAKE);
			assertThat(decision.isUntouched()).isTrue();
			assertThat(decision.vary()).isEmpty();
		}
	}

	@Test
	void leavesAWebSocketHandshakeUntouchedWhateverItsOrigin() {
		CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins("*").build());
		CorsDecision decision = policy.decide(CorsRequest.builder("GET")
			.header("Origin", "https://evil.example")
			.header("Upgrade", "websocket")
			.header("Connection", "Upgrade")
			.build());
		assertThat(decision.verdict()).isEqualTo(Verdict.WEBSOCKET_HANDSHAKE);
		assertThat(decision.isUntouched()).isTrue();
		assertThat(decision.headers()).isEmpty();
		assertThat(decision.vary()).isEmpty();
	}

	@Test
	void saysWhyItRefuses() {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder().allowedOrigins(APP);
		assertThat(preflight(definition, "https://evil.example", "PUT", "x-a").verdict())
			.isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(preflight(definition, "null", "PUT", "x-a").verdict()).isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(preflight(definition, APP + "/", "PUT", "x-a").verdict()).isEqualTo(Verdict.ORIGIN_MALFORMED);
		assertThat(preflight(definition, APP, "PUT", "x-a").verdict()).isEqualTo(Verdict.METHOD_NOT_ALLOWED);
		assertThat(preflight(definition, APP, "P T", "x-a").verdict()).isEqualTo(Verdict.METHOD_MALFORMED);
		assertThat(preflight(definition, APP, "GET", "x-a").verdict()).isEqualTo(Verdict.REQUEST_HEADER_NOT_ALLOWED);
		assertThat(preflight(definition, APP, "GET", "x a").verdict()).isEqualTo(Verdict.REQUEST_HEADERS_MALFORMED);
		assertThat(preflight(definition, APP, "GET", ",".repeat(8193)).verdict())
			.isEqualTo(Verdict.REQUEST_HEADERS_OVER_LIMIT);
		assertThat(preflight(definition, APP, "GET", "authorization").verdict()).isEqualTo(Verdict.ALLOWED);
	}

	@Test
	void repeatsMethodAndNamesUnderAsterisksWithCredentials() {
		CorsDecision decision = preflight(CorsPolicyDefinition.builder()
			.allowedOriginPatterns("https://*.example.com")
			.allowedMethods("*")
			.allowedHeaders("*")
			.allowCredentials(true), APP, "PATCH", "x-b,x-a,X-B");
		assertThat(decision.headers()).containsExactly(entry("Access-Control-Allow-Origin", APP),
				entry("Access-Control-Allow-Credentials", "true"), entry("Access-Control-Allow-Methods", "PATCH"),
				entry("Access-Control-Allow-Headers", "x-b, x-a"), entry("Access-Control-Max-Age", "1800"));
	}

	@Test
	void repeatsTheMethodAloneWhereNamesAreListed() {
		CorsDecision decision = preflight(CorsPolicyDefinition.builder()
			.allowedOrigins(APP)
			.allowedMethods("*")
			.allowedHeaders("X-A", "X-B")
			.allowCredentials(true), APP, "PATCH", "x-a");
		assertThat(decision.headers()).containsEntry("Access-Control-Allow-Methods", "PATCH")
			.containsEntry("Access-Control-Allow-Headers", "X-A, X-B");
	}

	@Test
	void repeatsTheNamesAloneWhereMethodsAreListed() {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder()
			.allowedOrigins(APP)
			.allowedMethods("PATCH", "PUT")
			.allowedHeaders("*")
			.allowCredentials(true);
		assertThat(preflight(definition, APP, "PATCH", "x-a").headers())
			.containsEntry("Access-Control-Allow-Methods", "PATCH, PUT")
			.containsEntry("Access-Control-Allow-Headers", "x-a");
		assertThat(preflight(definition, APP, "PATCH", "").headers()).doesNotContainKey("Access-Control-Allow-Headers");
	}

	@Test
	void answersWithTheConfiguredOriginAndNotWithTheOneThatWasSent() {
		String configured = new String(APP);
		CorsPolicy policy = CorsPolicy
			.compile(CorsPolicyDefinition.builder().allowedOrigins(List.of(configured)).build());
		CorsDecision decision = policy.decide(CorsRequest.builder("GET").header("Origin", new String(APP)).build());
		assertThat(decision.allowOrigin()).isSameAs(configured);
	}

	@Test
	void givesAnOriginThatSomebodyElseAllowsTheAnswerOfAnEntry() {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder()
			.allowedMethods("*")
			.allowedHeaders("*")
			.exposedHeaders("X-A")
			.allowCredentials(true);
		CorsPolicy without = CorsPolicy.compile(definition.build());
		CorsPolicy with = CorsPolicy.compile(definition.allowedOrigins(APP).build());
		for (CorsRequest request : List.of(actual(APP), preflight(APP, "PUT", "x-a"), preflight(APP, "P T", "x-a"),
				preflight(APP, "PUT", "x a"), CorsRequest.builder("GET").build(), actual("https://evil.example/"))) {
			assertThat(without.decide(request, true)).hasToString(with.decide(request).toString());
			assertThat(without.decide(request, true).vary()).isEqualTo(with.decide(request).vary());
			assertThat(with.decide(request, true)).hasToString(with.decide(request).toString());
		}
		assertThat(without.decide(actual(APP)).verdict()).isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(without.decide(actual(APP), false)).isSameAs(without.decide(actual(APP)));
	}

	@Test
	void nobodyElseCanAllowWhatNoEntryCould() {
		CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder().build());
		assertThat(policy.decide(actual("null"), true).verdict()).isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(policy.decide(actual("HTTPS://a.example"), true).verdict()).isEqualTo(Verdict.ORIGIN_MALFORMED);
		assertThat(policy.decide(actual("https://" + "a".repeat(600)), true).verdict())
			.isEqualTo(Verdict.ORIGIN_MALFORMED);
	}

	@Test
	void nobodyElseCanCombineAnInsecureOriginWithCredentials() {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder();
		assertThat(verdictIfAllowed(definition, "http://a.example")).isEqualTo(Verdict.ALLOWED);
		definition.allowCredentials(true);
		assertThat(verdictIfAllowed(definition, "http://a.example")).isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(verdictIfAllowed(definition, "http://localhost:3000")).isEqualTo(Verdict.ALLOWED);
		assertThat(verdictIfAllowed(definition, "https://a.example")).isEqualTo(Verdict.ALLOWED);
		definition.dangerouslyTolerateInsecureOrigins(true);
		assertThat(verdictIfAllowed(definition, "http://a.example")).isEqualTo(Verdict.ALLOWED);
	}

	private static Verdict verdictIfAllowed(CorsPolicyDefinition.Builder definition, String origin) {
		return CorsPolicy.compile(definition.build()).decide(actual(origin), true).verdict();
	}

	@Test
	void sharesTheDecisionsThatDoNotDependOnTheRequest() {
		CorsPolicy policy = CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins(APP).build());
		CorsRequest allowed = CorsRequest.builder("GET").header("Origin", APP).build();
		CorsRequest refused = CorsRequest.builder("GET").header("Origin", "https://evil.example").build();
		assertThat(policy.decide(allowed)).isSameAs(policy.decide(allowed));
		assertThat(policy.decide(refused)).isSameAs(policy.decide(refused));
	}

	private static CorsDecision preflight(CorsPolicyDefinition.Builder definition, String origin, String method,
			String names) {
		return CorsPolicy.compile(definition.build()).decide(preflight(origin, method, names));
	}

	private static CorsRequest preflight(String origin, String method, String names) {
		return CorsRequest.builder("OPTIONS")
			.header("Origin", origin)
			.header("Access-Control-Request-Method", method)
			.header("Access-Control-Request-Headers", names)
			.build();
	}

	private static CorsRequest actual(String origin) {
		return CorsRequest.builder("GET").header("Origin", origin).build();
	}

}
