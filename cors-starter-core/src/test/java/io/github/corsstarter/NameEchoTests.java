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

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameEcho}.
 */
class NameEchoTests {

	private final NameEcho echo = new NameEcho();

	private final StringBuilder list = new StringBuilder();

	@Test
	void isNothingWithoutNames() {
		assertThat(this.echo.value()).isNull();
	}

	@Test
	void joinsNamesAsTheyWereWritten() {
		assertThat(add("x-a")).isTrue();
		assertThat(add("X-B")).isTrue();
		assertThat(this.echo.value()).isEqualTo("x-a, X-B");
	}

	@Test
	void repeatsEachNameOnceWhateverItsCase() {
		assertThat(add("x-a")).isTrue();
		assertThat(add("X-A")).isTrue();
		assertThat(add("x-b")).isTrue();
		assertThat(add("x-a")).isTrue();
		assertThat(this.echo.value()).isEqualTo("x-a, x-b");
	}

	@Test
	void keepsApartNamesWithTheSameHash() {
		assertThat(add("an")).isTrue();
		assertThat(add("c0")).isTrue();
		assertThat(add("sys9bs82")).isTrue();
		assertThat(add("imkrvua")).isTrue();
		assertThat(this.echo.value()).isEqualTo("an, c0, sys9bs82, imkrvua");
	}

	@Test
	void takes64NamesAndNoMore() {
		assertThat(IntStream.range(0, 64)).allMatch((i) -> add("x-" + i));
		assertThat(add("x-64")).isFalse();
		assertThat(add("x-63")).isTrue();
		assertThat(this.echo.value())
			.isEqualTo(IntStream.range(0, 64).mapToObj((i) -> "x-" + i).collect(Collectors.joining(", ")));
	}

	@Test
	void takesNamesUpToItsLengthAndNoMore() {
		assertThat(add("a".repeat(NameEcho.MAX_LENGTH - 4))).isTrue();
		assertThat(add("bbb")).isFalse();
		assertThat(add("bb")).isTrue();
		assertThat(this.echo.value()).hasSize(NameEcho.MAX_LENGTH);
	}

	@Test
	void takesOneNameUpToItsLengthAndNoLongerOne() {
		assertThat(add("a".repeat(NameEcho.MAX_LENGTH + 1))).isFalse();
		assertThat(add("a".repeat(NameEcho.MAX_LENGTH))).isTrue();
		assertThat(this.echo.value()).hasSize(NameEcho.MAX_LENGTH);
	}

	private boolean add(String name) {
		int start = this.list.length();
		this.list.append(name).append(',');
		return this.echo.add(this.list.toString(), start, start + name.length());
	}

}
