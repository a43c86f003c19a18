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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.law.Law;
import io.github.corsstarter.law.NaiveOrigins;
import io.github.corsstarter.law.Noise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws of policies and their decisions.
 */
class PolicyLawTests {

	private static final int ROUNDS = 10_000;

	@Test
	void aRequestIsAllowedWhenTheNaiveCheckAllowsItsOrigin() {
		Map<Outcome, AtomicInteger> outcomes = new EnumMap<>(Outcome.class);
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			CorsRequest request = RandomPolicies.request(random, policy.definition());
			CorsDecision decision = policy.decide(request);
			outcomes.computeIfAbsent(decision.outcome(), (outcome) -> new AtomicInteger()).incrementAndGet();
			switch (decision.outcome()) {
				case ACTUAL_ALLOWED, PREFLIGHT_ALLOWED ->
					assertThat(isAllowed(policy.definition(), request.origin())).isTrue();
				case ACTUAL_REFUSED, ACTUAL_PASSED_THROUGH ->
					assertThat(isAllowed(policy.definition(), request.origin())).isFalse();
				case PREFLIGHT_REFUSED -> assertThat(isAllowed(policy.definition(), request.origin()))
					.isEqualTo(decision.verdict().compareTo(Verdict.ORIGIN_NOT_ALLOWED) > 0);
				case NOT_CORS -> assertThat(request.origin()).isNull();
				case SAME_ORIGIN -> assertThat(request.secFetchSite() != null || request.ownHost() != null).isTrue();
				case UNTOUCHED -> assertThat(request.upgrade()).isNotNull();
			}
		});
		assertThat(outcomes).containsOnlyKeys(Outcome.values());
		outcomes.values().forEach((count) -> Law.happened(count, ROUNDS / 200));
	}

	@Test
	void anAllowedPreflightMeansAnAllowedActualRequestOfTheSameOrigin() {
		AtomicInteger allowed = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			CorsRequest request = RandomPolicies.request(random, policy.definition());
			CorsDecision preflight = policy.decide(request);
			if (preflight.outcome() != Outcome.PREFLIGHT_ALLOWED) {
				return;
			}
			allowed.incrementAndGet();
			CorsDecision actual = policy.decide(CorsRequest.builder(request.accessControlRequestMethod())
				.header("Origin", request.origin())
				.build());
			assertThat(actual.outcome()).isEqualTo(Outcome.ACTUAL_ALLOWED);
			assertThat(actual.allowOrigin()).isEqualTo(preflight.allowOrigin());
			assertThat(actual.headers().get("Access-Control-Allow-Credentials"))
				.isEqualTo(preflight.headers().get("Access-Control-Allow-Credentials"));
		});
		Law.happened(allowed, ROUNDS / 20);
	}

	@Test
	void whatIsNotAllowedNeverSeesAHeader() {
		AtomicInteger withoutHeaders = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			boolean anyOrigin = policy.definition().allowedOrigins().contains("*");
			CorsRequest request = RandomPolicies.request(random, policy.definition());
			CorsDecision decision = policy.decide(request);
			Map<String, String> headers = decision.headers();
			if (decision.verdict().isRefusal() || (!anyOrigin && !isAllowed(policy.definition(), request.origin()))) {
				withoutHeaders.incrementAndGet();
				assertThat(headers).isEmpty();
				assertThat(decision.allowOrigin()).isNull();
			}
			else if (!headers.isEmpty()) {
				assertThat(headers).containsEntry("Access-Control-Allow-Origin",
						anyOrigin ? "*" : Objects.requireNonNull(request.origin()));
			}
			assertThat(decision.allowOrigin()).isEqualTo(headers.get("Access-Control-Allow-Origin"));
		});
		Law.happened(withoutHeaders, ROUNDS / 20);
	}

	@Test
	void headersHaveTheValuesThatTheyCanHave() {
		AtomicInteger preflights = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			CorsDecision decision = policy.decide(RandomPolicies.request(random, policy.definition()));
			Map<String, String> headers = decision.headers();
			boolean preflight = decision.outcome() == Outcome.PREFLIGHT_ALLOWED;
			preflights.addAndGet(preflight ? 1 : 0);
			assertThat(headers).doesNotContainValue("");
			assertThat(headers.keySet()).isSubsetOf(preflight
					? List.of("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
							"Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age")
					: List.of("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
							"Access-Control-Expose-Headers"));
			assertThat(headers.getOrDefault("Access-Control-Allow-Credentials", "true")).isEqualTo("true");
			for (String list : List.of("Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
					"Access-Control-Expose-Headers")) {
				assertThat(Stream.of(headers.getOrDefault(list, "x").split(", ", -1))).allMatch(Tokens::isToken)
					.doesNotHaveDuplicates();
			}
		});
		Law.happened(preflights, ROUNDS / 20);
	}

	@Test
	void answersThatDifferByOriginSaySo() {
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			CorsPolicyDefinition definition = policy.definition();
			CorsDecision one = policy.decide(RandomPolicies.request(random, definition));
			CorsDecision other = policy.decide(RandomPolicies.request(random, definition));
			if (!one.isUntouched() && !other.isUntouched() && one.proceeds() && other.proceeds()
					&& !one.headers().equals(other.headers())) {
				assertThat(one.vary()).contains("Origin");
				assertThat(other.vary()).contains("Origin");
			}
		});
	}

	@Test
	void aDefinitionInNormalFormComesBackAsItWas() {
		Law.holds(ROUNDS, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			CorsPolicy again = CorsPolicy.compile(policy.definition());
			assertThat(again.definition()).isEqualTo(policy.definition());
			assertThat(again).isEqualTo(policy).hasSameHashCodeAs(policy);
			assertThat(again.warnings()).extracting(PolicyProblem::code)
				.doesNotContain(ProblemCode.DUPLICATE_ENTRY, ProblemCode.VALUE_TRIMMED, ProblemCode.METHOD_NORMALIZED);
			CorsRequest request = RandomPolicies.request(random, policy.definition());
			assertThat(again.decide(request)).hasToString(policy.decide(request).toString());
			assertThat(again.decide(request).vary()).isEqualTo(policy.decide(request).vary());
		});
	}

	@Test
	void noDefinitionMakesCompilingThrowAnythingElse() {
		AtomicInteger invalid = new AtomicInteger();
		Law.holds(ROUNDS / 2, (random) -> {
			CorsPolicyDefinition definition = CorsPolicyDefinition.builder()
				.allowedOrigins(noise(random, "https://example.com"))
				.allowedOriginPatterns(noise(random, "https://*.example.com:[80,81]"))
				.allowedMethods(noise(random, "PATCH"))
				.allowedHeaders(noise(random, "X-A"))
				.exposedHeaders(noise(random, "X-A"))
				.allowCredentials(random.nextBoolean())
				.maxAge(Duration.ofSeconds(random.nextLong(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000)))
				.build();
			try {
				CorsPolicy.compile(definition);
			}
			catch (InvalidCorsPolicyException ex) {
				invalid.incrementAndGet();
				assertThat(ex.problems()).anyMatch((problem) -> problem.severity() == Severity.ERROR);
			}
		});
		Law.happened(invalid, ROUNDS / 20);
	}

	@Test
	void noRequestMakesDecidingThrow() {
		Law.holds(ROUNDS / 2, (random) -> {
			CorsPolicy policy = RandomPolicies.policy(random);
			String any = Noise.string(random);
			CorsRequest request = CorsRequest.builder(random.nextBoolean() ? any : "OPTIONS")
				.header("Origin", random.nextBoolean() ? Noise.string(random) : originOf(policy, any))
				.header("Access-Control-Request-Method", random.nextBoolean() ? Noise.string(random) : "PUT")
				.header("Access-Control-Request-Headers", Noise.string(random))
				.header("Access-Control-Request-Headers", Noise.string(random))
				.header("Sec-Fetch-Site", any)
				.header("Upgrade", any)
				.header("Connection", Noise.string(random))
				.ownOrigin(any, Noise.string(random), random.nextInt())
				.build();
			CorsDecision decision = policy.decide(request);
			assertThat(decision.headers().values())
				.allMatch((value) -> value.chars().allMatch((c) -> c >= ' ' && c <= '~'));
		});
	}

	private static List<String> noise(SplittableRandom random, String example) {
		return List.of(Noise.string(random), Noise.damage(random, example), "https://" + Noise.string(random),
				"https://*." + Noise.string(random) + ".example");
	}

	private static String originOf(CorsPolicy policy, String other) {
		return policy.definition().allowedOrigins().stream().findFirst().orElse(other);
	}

	private static boolean isAllowed(CorsPolicyDefinition definition, @Nullable String origin) {
		if (origin == null || definition.allowedOrigins().contains("*")) {
			return definition.allowedOrigins().contains("*");
		}
		return definition.allowedOrigins().contains(origin) || definition.allowedOriginPatterns()
			.stream()
			.anyMatch((pattern) -> NaiveOrigins.matches(pattern, origin));
	}

}
