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

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JoinedList}.
 */
class JoinedListTests {

	@ParameterizedTest
	@ValueSource(strings = { "a,b", "a;b", "a\nb", "a\r\nb", " a , b ", ",a,,b,", "a;\n,b;" })
	void splitsAtCommasSemicolonsAndLineBreaks(String item) {
		assertThat(JoinedList.split(item)).containsExactly("a", "b");
	}

	@Test
	void splitsAtNoCommaBetweenBrackets() {
		assertThat(JoinedList.split("http://localhost:[1,2],http://a:[3,4]")).containsExactly("http://localhost:[1,2]",
				"http://a:[3,4]");
		assertThat(JoinedList.split("[a;b]")).containsExactly("[a", "b]");
	}

	@Test
	void takesASingleValueForItself() {
		assertThat(JoinedList.split("a b")).containsExactly("a b");
		assertThat(JoinedList.split(",")).isEmpty();
	}

	@Test
	void countsInWordsUpToSix() {
		assertThat(JoinedList.count(List.of("a", "b"))).isEqualTo("two");
		assertThat(JoinedList.count(Collections.nCopies(6, "a"))).isEqualTo("six");
		assertThat(JoinedList.count(Collections.nCopies(7, "a"))).isEqualTo("7");
	}

}
