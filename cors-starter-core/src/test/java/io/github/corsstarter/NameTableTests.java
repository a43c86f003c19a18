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
	}

	@Test
	void readsARegion() {
		NameTable table = new NameTable(List.of("X-Token"));
		assertThat(table.contains("a,x-token,b", 2, 9)).isTrue();
	}

	@Test
	void keepsApartNamesThatLookAlike() {
		NameTable table = new NameTable(List.of("x-first-id"));
		assertThat(contains(table, "x-farst-id")).isFalse();
		assertThat(contains(table, "X-FARST-ID")).isFalse();
		assertThat(contains(new NameTable(List.of("x-first-id", "x-farst-id")), "x-first-id")).isTrue();
		assertThat(contains(new NameTable(List.of("x-first-id", "x-farst-id")), "x-farst-id")).isTrue();
	}

	@Test
	void keepsApartNamesOfOneSlot() {
		NameTable table = new NameTable(List.of("x-token"));
		assertThat(IntStream.range(1, 100).mapToObj("a"::repeat)).noneMatch((name) -> contains(table, name));
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
		return table.contains(name, 0, name.length());
	}

}
