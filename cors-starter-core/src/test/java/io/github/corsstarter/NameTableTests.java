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

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameTable}.
 */
class NameTableTests {

	@Test
	void containsItsNamesInAnyCase() {
		NameTable table = new NameTable(List.of("Content-Type", "X-Token"));
		assertThat(contains(table, "content-type")).isTrue();
		assertThat(contains(table, "CONTENT-TYPE")).isTrue();
		assertThat(contains(table, "x-Token")).isTrue();
	}

	@Test
	void containsNoPartOfANameAndNoLongerOne() {
		NameTable table = new NameTable(List.of("X-Token"));
		assertThat(contains(table, "X-Toke")).isFalse();
		assertThat(contains(table, "X-Tokens")).isFalse();
		assertThat(contains(table, "Token")).isFalse();
		assertThat(contains(table, "")).isFalse();
	}

	@Test
	void readsARegion() {
		NameTable table = new NameTable(List.of("X-Token"));
		assertThat(table.contains("a,x-token,b", 2, 9, hash("x-token"))).isTrue();
	}

	@Test
	void keepsApartNamesWithTheSameHash() {
		// both pairs mix to the same number, see NameTable.mix
		assertThat(hash("sys9bs82")).isEqualTo(hash("imkrvua"));
		assertThat(contains(new NameTable(List.of("sys9bs82")), "imkrvua")).isFalse();
		assertThat(hash("an")).isEqualTo(hash("c0"));
		assertThat(contains(new NameTable(List.of("an")), "c0")).isFalse();
		assertThat(contains(new NameTable(List.of("an", "c0")), "an")).isTrue();
		assertThat(contains(new NameTable(List.of("an", "c0")), "c0")).isTrue();
	}

	@Test
	void findsEveryOneOfManyNames() {
		NameTable table = new NameTable(IntStream.range(0, 1000).mapToObj((i) -> "X-" + i).toList());
		assertThat(IntStream.range(0, 1000)).allMatch((i) -> contains(table, "x-" + i));
		assertThat(contains(table, "x-1000")).isFalse();
	}

	@Test
	void containsNothingWithoutNames() {
		assertThat(contains(new NameTable(List.of()), "x")).isFalse();
	}

	private static boolean contains(NameTable table, String name) {
		return table.contains(name, 0, name.length(), hash(name));
	}

	static int hash(String name) {
		return name.chars().reduce(0, (hash, c) -> NameTable.mix(hash, (char) c));
	}

}
