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

package io.github.corsstarter.explain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Printable}.
 */
class PrintableTests {

	@Test
	void leavesWhatIsPrintable() {
		String origin = "https://shop.example.com:8443 <script>~";
		assertThat(Printable.of(origin)).isSameAs(origin);
		assertThat(Printable.of("")).isEmpty();
		assertThat(Printable.of("https://caf\u00e9.example \ud83d\ude00"))
			.isEqualTo("https://caf\u00e9.example \ud83d\ude00");
	}

	@ParameterizedTest
	@CsvSource({ "'\r', \\u000d", "'\n', \\u000a", "'\u001b', \\u001b", "'\u007f', \\u007f", "'\u0085', \\u0085",
			"'\u202e', \\u202e", "'\u2028', \\u2028", "'\0', \\u0000", "'\ud83d', \\ud83d", "'\t', \\u0009" })
	void escapesWhatATerminalTakesAsACommand(String character, String escaped) {
		assertThat(Printable.of("a" + character + "b")).isEqualTo("a" + escaped + "b");
	}

	@ParameterizedTest
	@ValueSource(ints = { 257, 512, 100_000 })
	void cutsWhatIsLong(int length) {
		assertThat(Printable.of("x".repeat(length))).isEqualTo("x".repeat(256) + "...");
	}

	@Test
	void doesNotCutWhatFits() {
		assertThat(Printable.of("x".repeat(256))).isEqualTo("x".repeat(256));
		assertThat(Printable.of("x".repeat(250) + "\n")).isEqualTo("x".repeat(250) + "\\u000a");
	}

	@Test
	void neverCutsAnEscape() {
		for (int i = 0; i < 12; i++) {
			assertThat(Printable.of("x".repeat(i) + "\n".repeat(100))).hasSizeLessThanOrEqualTo(256 + 3)
				.matches("x*(\\\\u000a)+\\.\\.\\.");
		}
	}

	@Test
	void cutsAtAnyLength() {
		assertThat(Printable.of("X-Very-Long-Name", 8)).isEqualTo("X-Very-L...");
		assertThat(Printable.of("X-Short", 8)).isEqualTo("X-Short");
	}

}
