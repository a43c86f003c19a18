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

package io.github.corsstarter.origin;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.corsstarter.law.Law;
import io.github.corsstarter.law.NaiveOrigins;
import io.github.corsstarter.law.Noise;
import io.github.corsstarter.law.RandomOrigins;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws of origins, patterns and their matcher.
 */
class OriginLawTests {

	private static final int ROUNDS = 10_000;

	@Test
	void whatIsParsedAsAnOriginIsWhatTheGrammarSays() {
		AtomicInteger origins = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			String value = damaged(random, RandomOrigins.origin(random));
			SerializedOrigin origin = SerializedOrigin.parse(value);
			assertThat(origin != null).as(value).isEqualTo(NaiveOrigins.isOrigin(value));
			if (origin != null) {
				origins.incrementAndGet();
				String port = (origin.port() != SerializedOrigin.NO_PORT) ? ":" + origin.port() : "";
				assertThat(origin.scheme() + "://" + origin.host() + port).isEqualTo(value)
					.hasToString(origin.toString());
			}
		});
		Law.happened(origins, ROUNDS / 20);
	}

	@Test
	void whatIsParsedAsAPatternIsWhatTheGrammarSays() {
		AtomicInteger patterns = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			String value = damaged(random, RandomOrigins.pattern(random));
			boolean expected = NaiveOrigins.isPattern(value);
			assertThat(OriginPattern.parse(value) != null).as(value).isEqualTo(expected);
			patterns.addAndGet(expected ? 1 : 0);
		});
		Law.happened(patterns, ROUNDS / 20);
	}

	@Test
	void everyOriginIsAPatternForItselfAlone() {
		Law.holds(ROUNDS, (random) -> {
			String value = damaged(random, RandomOrigins.origin(random));
			SerializedOrigin origin = SerializedOrigin.parse(value);
			if (origin != null) {
				OriginPattern pattern = OriginPattern.parse(value);
				assertThat(pattern).as(value).isNotNull();
				assertThat(pattern.hasWildcard()).as(value).isFalse();
				SerializedOrigin other = SerializedOrigin.parse(RandomOrigins.originFor(random, value));
				assertThat(other != null && pattern.matches(other)).isEqualTo(origin.equals(other));
			}
		});
	}

	@Test
	void theMatcherEqualsTheNaiveOne() {
		AtomicInteger hits = new AtomicInteger();
		AtomicInteger misses = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			List<String> patterns = patterns(random);
			OriginSet set = OriginSet.of(patterns.stream().map(OriginPattern::parse).toList());
			for (int i = 0; i < 8; i++) {
				String value = RandomOrigins.originFor(random,
						random.nextBoolean() ? Noise.oneOf(random, patterns) : RandomOrigins.pattern(random));
				SerializedOrigin origin = SerializedOrigin.parse(value);
				boolean expected = patterns.stream().anyMatch((pattern) -> NaiveOrigins.matches(pattern, value));
				assertThat(origin != null && set.contains(origin)).as("%s in %s", value, patterns).isEqualTo(expected);
				(expected ? hits : misses).incrementAndGet();
			}
		});
		Law.happened(hits, ROUNDS / 20);
		Law.happened(misses, ROUNDS / 20);
	}

	@Test
	void aPatternMatchesWhatTheNaiveOneMatches() {
		AtomicInteger hits = new AtomicInteger();
		Law.holds(ROUNDS, (random) -> {
			String pattern = patterns(random).get(0);
			String value = RandomOrigins.originFor(random, pattern);
			SerializedOrigin origin = SerializedOrigin.parse(value);
			boolean expected = NaiveOrigins.matches(pattern, value);
			assertThat(origin != null && OriginPattern.parse(pattern).matches(origin)).as("%s for %s", pattern, value)
				.isEqualTo(expected);
			hits.addAndGet(expected ? 1 : 0);
		});
		Law.happened(hits, ROUNDS / 20);
	}

	@Test
	void aPatternThatCoversAnotherMatchesWhatTheOtherMatches() {
		AtomicInteger covered = new AtomicInteger();
		Law.holds(ROUNDS / 2, (random) -> {
			String pattern = patterns(random).get(0);
			String other = damaged(random, random.nextBoolean() ? pattern : pattern.replace("*.", "*.a."));
			if (!NaiveOrigins.isPattern(other) || !OriginPattern.parse(pattern).covers(OriginPattern.parse(other))) {
				return;
			}
			covered.incrementAndGet();
			for (int i = 0; i < 5; i++) {
				String value = RandomOrigins.originFor(random, other);
				assertThat(NaiveOrigins.matches(other, value) && !NaiveOrigins.matches(pattern, value))
					.as("%s covers %s but not %s", pattern, other, value)
					.isFalse();
			}
		});
		Law.happened(covered, ROUNDS / 40);
	}

	@Test
	void parsersTakeAnyString() {
		Law.holds(ROUNDS, (random) -> {
			String noise = Noise.string(random);
			for (String value : List.of(noise, "https://" + noise, "https://[" + noise + "]",
					"https://example.com:" + noise, "https://*." + noise, "http://localhost:[" + noise + "]")) {
				assertThat(SerializedOrigin.parse(value) != null).isEqualTo(NaiveOrigins.isOrigin(value));
				assertThat(OriginPattern.parse(value) != null).isEqualTo(NaiveOrigins.isPattern(value));
			}
		});
	}

	private static List<String> patterns(SplittableRandom random) {
		return Stream.generate(() -> RandomOrigins.pattern(random))
			.filter(NaiveOrigins::isPattern)
			.limit(1 + random.nextInt(6))
			.toList();
	}

	private static String damaged(SplittableRandom random, String value) {
		return random.nextBoolean() ? value : Noise.damage(random, value);
	}

}
