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

package io.github.corsstarter.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldLines}.
 */
class FieldLinesTests {

	@Test
	void takesTheFirstLineAsItIs() {
		assertThat(FieldLines.join(null, "a")).isEqualTo("a");
	}

	@Test
	void joinsLinesWithACommaAndASpace() {
		assertThat(FieldLines.join(FieldLines.join("a", "b"), "c")).isEqualTo("a, b, c");
	}

	@Test
	void keepsEmptyLinesVisible() {
		assertThat(FieldLines.join("", "")).isEqualTo(", ");
		assertThat(FieldLines.join("", "https://app.example.com")).isEqualTo(", https://app.example.com");
		assertThat(FieldLines.join("https://app.example.com", "")).isEqualTo("https://app.example.com, ");
	}

	@Test
	void joinsUpToTheBound() {
		String value = "a".repeat(FieldLines.MAX_JOINED_LENGTH);
		assertThat(FieldLines.join(value, "b")).isEqualTo(value + ", b");
	}

	@Test
	void leavesFurtherLinesOutOverTheBound() {
		String value = "a".repeat(FieldLines.MAX_JOINED_LENGTH + 1);
		assertThat(FieldLines.join(value, "b")).isSameAs(value);
	}

}
