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

package io.github.corsstarter.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.support.OpenLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that rules ask an origin source about the origins that it is there for and no
 * others, and answer what an entry would make them answer.
 */
class OriginSourceRuleTests {

	private static final String LISTED = "https://app.example.com";

	private static final String TENANT = "https://tenant.example.org";

	private static final PathContainer PATH = PathContainer.parsePath("/api/x");

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins(LISTED)
		.allowedOriginPatterns("https://*.example.com")
		.allowedMethods("PUT")
		.exposedHeaders("X-Total-Count")
		.allowCredentials(true)
		.build();

	private final OpenLookup lookup = new OpenLookup();

	private final List<String> told = new ArrayList<>();

	private final CorsEvaluator evaluator = new CorsEvaluator(
			CorsRuleSet.compile(
					List.of(CorsRule.of("api", POLICY, "/api/**").withOriginSource("tenants"),
							new CorsRule("trial", List.of("/trial"), POLICY, "tenants", Mode.REPORT_ONLY, true,
									Map.of()),
							CorsRule.of("none", POLICY, "/none")),
					null, (rule, name, problems) -> this.lookup),
			List.of((rule, request, decision) -> this.told.add(rule.name() + " " + decision.outcome())));

	private final CompiledRule api = this.evaluator.ruleSet().match(PATH);

	@ParameterizedTest
	@ValueSource(strings = { LISTED, "https://a.b.example.com", "null", "", "https://tenant.example.org/",
			"https://tenant.example.org:443", "HTTPS://tenant.example.org",
			"https://tenant.example.org, https://b.test", "tenant.example.org", "*", "http://tenant.example.org",
			"https://xn--\u00e4.example.org" })
	void asksAboutNoOriginThatIsListedOrCouldNotBe(String origin) {
		for (CorsRequest request : List.of(actual(origin).build(), preflight(origin).build())) {
			assertThat(this.evaluator.evaluateNow(this.api, request)).isNotNull();
			this.evaluator.evaluate("/api/x", request);
			this.evaluator.dryRun("/api/x", request);
		}
		assertThat(this.lookup.questions()).isEmpty();
	}

	@Test
	void asksAboutNoOriginOfAnyLength() {
		String origin = "https://" + "a.".repeat(300) + "example.org";
		assertThat(this.evaluator.evaluate("/api/x", actual(origin).build()).verdict())
			.isEqualTo(Verdict.ORIGIN_MALFORMED);
		assertThat(this.lookup.questions()).isEmpty();
	}

	static Stream<CorsRequest> requestsWithoutQuestion() {
		return Stream.of(CorsRequest.builder("GET").build(),
				actual(TENANT).header("Sec-Fetch-Site", "same-origin").build(),
				actual(TENANT).ownOrigin("https", "tenant.example.org", -1).build(),
				preflight(TENANT).header("Sec-Fetch-Site", "none").build(),
				actual(TENANT).header("Upgrade", "websocket").header("Connection", "Upgrade").build());
	}

	@ParameterizedTest
	@MethodSource("requestsWithoutQuestion")
	void asksAboutNoRequestThatIsNotCrossOrigin(CorsRequest request) {
		assertThat(this.evaluator.evaluateNow(this.api, request)).isNotNull();
		assertThat(this.lookup.questions()).isEmpty();
	}

	@Test
	void asksNobodyUnderARuleWithoutSource() {
		assertThat(this.evaluator.evaluate("/none", actual(TENANT).build()).verdict())
			.isEqualTo(Verdict.ORIGIN_NOT_ALLOWED);
		assertThat(this.evaluator.evaluate(PathContainer.parsePath("/elsewhere"), actual(TENANT).build()))
			.isSameAs(CorsDecision.notGoverned());
		assertThat(this.lookup.questions()).isEmpty();
	}

	static Stream<CorsRequest> requests() {
		return Stream.of(actual(TENANT).build(), preflight(TENANT).build(),
				preflight(TENANT).header("Access-Control-Request-Headers", "authorization,content-type").build(),
				preflight(TENANT).header("Access-Control-Request-Headers", "x-other").build(),
				CorsRequest.builder("OPTIONS").header("Origin", TENANT).build());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersAnAllowedOriginLikeAnEntry(CorsRequest request) {
		this.lookup.answer(TENANT, true);
		CorsDecision expected = CorsPolicy.compile(POLICY.toBuilder().allowedOrigins(LISTED, TENANT).build())
			.decide(request);
		for (CorsDecision decision : List.of(this.evaluator.evaluate("/api/x", request),
				this.evaluator.evaluate(PATH, request), this.evaluator.evaluateNow(this.api, request),
				this.evaluator.evaluateLater(this.api, request, Runnable::run).toCompletableFuture().getNow(null),
				this.evaluator.dryRun("/api/x", request).decision())) {
			assertThat(decision).hasToString(expected.toString());
			assertThat(decision.vary()).isEqualTo(expected.vary());
		}
		assertThat(this.told).hasSize(4).containsOnly("api " + expected.outcome());
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersAnOriginThatIsNotAllowedLikeEveryOther(CorsRequest request) {
		this.lookup.answer(TENANT, false);
		CorsDecision expected = CorsPolicy.compile(POLICY).decide(request);
		assertThat(this.evaluator.evaluate("/api/x", request)).hasToString(expected.toString());
		assertThat(this.evaluator.evaluateNow(this.api, request)).hasToString(expected.toString());
		assertThat(this.told).containsExactly("api " + expected.outcome(), "api " + expected.outcome());
	}

	@Test
	void doesNotDecideBeforeThereIsAnAnswerAndTellsOfTheFinalDecisionOnly() {
		CorsRequest request = actual(TENANT).build();
		assertThat(this.evaluator.evaluateNow(this.api, request)).isNull();
		CompletableFuture<CorsDecision> decision = this.evaluator.evaluateLater(this.api, request, Runnable::run)
			.toCompletableFuture();
		assertThat(decision).isNotDone();
		assertThat(this.told).isEmpty();
		this.lookup.answer(TENANT, true);
		assertThat(decision.getNow(null).allowOrigin()).isEqualTo(TENANT);
		assertThat(this.told).containsExactly("api ACTUAL_ALLOWED");
	}

	@Test
	void decidesLaterWithoutSourceAsWell() {
		assertThat(this.evaluator.evaluateLater(this.api, actual(LISTED).build(), Runnable::run).toCompletableFuture())
			.isCompletedWithValueMatching((decision) -> decision.outcome() == Outcome.ACTUAL_ALLOWED);
	}

	@Test
	void tellsListenersWhereItIsToldTo() {
		List<Runnable> tasks = new ArrayList<>();
		CompletableFuture<CorsDecision> decision = this.evaluator
			.evaluateLater(this.api, actual(TENANT).build(), tasks::add)
			.toCompletableFuture();
		this.lookup.answer(TENANT, true);
		assertThat(this.told).isEmpty();
		tasks.forEach(Runnable::run);
		assertThat(decision).isDone();
		assertThat(this.told).hasSize(1);
	}

	@Test
	void waitsForAnAnswerWhereThatIsAllowed() {
		CompletableFuture<CorsDecision> decision = CompletableFuture
			.supplyAsync(() -> this.evaluator.evaluate("/api/x", actual(TENANT).build()));
		while (this.lookup.waiting() == 0) {
			Thread.onSpinWait();
		}
		assertThat(decision).isNotDone();
		this.lookup.answer(TENANT, true);
		assertThat(decision.join().outcome()).isEqualTo(Outcome.ACTUAL_ALLOWED);
	}

	@Test
	void tellsNobodyOfADryRun() {
		this.lookup.answer(TENANT, true);
		assertThat(this.evaluator.dryRun("/api/x", actual(TENANT).build()).decision().outcome())
			.isEqualTo(Outcome.ACTUAL_ALLOWED);
		assertThat(this.told).isEmpty();
	}

	@Test
	void changesNothingUnderARuleThatOnlyReports() {
		this.lookup.answer(TENANT, true);
		assertThat(this.evaluator.evaluate("/trial", actual(TENANT).build()).isUntouched()).isTrue();
		assertThat(this.told).containsExactly("trial ACTUAL_ALLOWED");
	}

	@Test
	void aSourceIsPartOfTheFingerprint() {
		CorsRule rule = CorsRule.of("api", POLICY, "/api/**");
		OriginSources sources = (each, name, problems) -> this.lookup;
		assertThat(Stream.of(rule, rule.withOriginSource("a"), rule.withOriginSource("b"))
			.map((each) -> CorsRuleSet.compile(List.of(each), null, sources).fingerprint())).doesNotHaveDuplicates();
	}

	@Test
	void aSourceThatIsNotThereIsAProblem() {
		assertThatExceptionOfType(InvalidCorsRulesException.class)
			.isThrownBy(() -> CorsRuleSet
				.compile(List.of(CorsRule.of("api", POLICY, "/api/**").withOriginSource("tenants")), null))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(RuleProblem::code)
				.contains(ProblemCode.ORIGIN_SOURCE_MISSING));
	}

	@Test
	void aBlankNameIsNone() {
		assertThat(CorsRule.of("api", POLICY).withOriginSource(" ").originSource()).isNull();
		assertThat(CorsRule.of("api", POLICY).withOriginSource(" tenants ").originSource()).isEqualTo("tenants");
	}

	private static CorsRequestBuilder actual(String origin) {
		return CorsRequest.builder("GET").header("Origin", origin);
	}

	private static CorsRequestBuilder preflight(String origin) {
		return CorsRequest.builder("OPTIONS").header("Origin", origin).header("Access-Control-Request-Method", "PUT");
	}

}
