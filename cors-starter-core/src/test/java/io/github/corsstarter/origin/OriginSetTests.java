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
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginSet}.
 */
class OriginSetTests {

	@Test
	void containsNothingWithoutPatterns() {
		assertThat(contains(set(), "https://a.example.com")).isFalse();
		assertThat(OriginSet.of(List.of())).isSameAs(OriginSet.of(List.of()));
	}

	@Test
	void containsWhatOneOfThePatternsMatches() {
		OriginSet set = set("https://*.example.com", "http://localhost:*", "https://app.example.org:[8080,8081]");
		assertThat(contains(set, "https://a.b.example.com")).isTrue();
		assertThat(contains(set, "http://localhost:5173")).isTrue();
		assertThat(contains(set, "https://app.example.org:8081")).isTrue();
		assertThat(contains(set, "https://example.com")).isFalse();
		assertThat(contains(set, "https://localhost:5173")).isFalse();
		assertThat(contains(set, "https://app.example.org")).isFalse();
		assertThat(contains(set, "https://a.app.example.org:8081")).isFalse();
	}

	@Test
	void addsThePortsOfPatternsForTheSameHosts() {
		OriginSet set = set("https://*.example.com:[1,2]", "https://*.example.com:[2,3]", "https://example.com:[4]",
				"http://*.example.com:[1]", "http://*.example.com:*", "http://*.example.com:[2]");
		assertThat(ports(set, "https://a.example.com")).containsExactly(1, 2, 3);
		assertThat(ports(set, "https://example.com")).containsExactly(4);
		assertThat(ports(set, "http://a.example.com")).containsExactly(1, 2, 3, 4, 5);
		assertThat(ports(set, "http://example.com")).isEmpty();
	}

	@Test
	void keepsApartSchemesAndHostsWithTheSameHash() {
		// all pairs below mix to the same number, see OriginSet.mix
		OriginSet schemesOfOneLength = set("ai://*.example");
		assertThat(contains(schemesOfOneLength, "ai://a.example")).isTrue();
		assertThat(contains(schemesOfOneLength, "c+://a.example")).isFalse();
		OriginSet schemesOfTwoLengths = set("ac://*.b", "ac://*.zz");
		assertThat(contains(schemesOfTwoLengths, "ac://x.b")).isTrue();
		assertThat(contains(schemesOfTwoLengths, "a://x.bc")).isFalse();
		OriginSet hostsOfOneLength = set("https://*.na");
		assertThat(contains(hostsOfOneLength, "https://x.na")).isTrue();
		assertThat(contains(hostsOfOneLength, "https://x.0c")).isFalse();
		OriginSet hostsOfTwoLengths = set("https://*.7goroi1o", "https://*.zzzzzzz");
		assertThat(contains(hostsOfTwoLengths, "https://x.7goroi1o")).isTrue();
		assertThat(contains(hostsOfTwoLengths, "https://x.f7env2a")).isFalse();
	}

	@Test
	void findsEveryOneOfManyPatterns() {
		OriginSet set = OriginSet.of(IntStream.range(0, 1000)
			.mapToObj((i) -> OriginPattern.parse("https://*.tenant" + i + ".example.com"))
			.toList());
		assertThat(IntStream.range(0, 1000)).allMatch((i) -> contains(set, "https://a.tenant" + i + ".example.com"))
			.noneMatch((i) -> contains(set, "https://a.xtenant" + i + ".example.com"));
	}

	@Test
	void knowsPatternsThatAddNothing() {
		OriginSet set = set("https://*.example.com", "https://*.a.example.com", "https://b.example.com:*",
				"https://b.example.com", "http://*.a.example.com", "https://example.com", "https://*.badexample.com");
		assertThat(Stream
			.of("https://*.example.com", "https://*.a.example.com", "https://b.example.com:*", "https://b.example.com",
					"http://*.a.example.com", "https://example.com", "https://*.badexample.com")
			.filter((pattern) -> set.isRedundant(OriginPattern.parse(pattern))))
			.containsExactly("https://*.a.example.com", "https://b.example.com");
	}

	private static OriginSet set(String... patterns) {
		return OriginSet.of(Stream.of(patterns).map(OriginPattern::parse).toList());
	}

	private static boolean contains(OriginSet set, String origin) {
		SerializedOrigin parsed = SerializedOrigin.parse(origin);
		assertThat(parsed).as(origin).isNotNull();
		return set.contains(parsed);
	}

	private static List<Integer> ports(OriginSet set, String origin) {
		return IntStream.rangeClosed(1, 5).filter((port) -> contains(set, origin + ":" + port)).boxed().toList();
	}

}
