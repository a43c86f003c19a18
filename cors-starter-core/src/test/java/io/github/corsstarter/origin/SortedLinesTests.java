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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SortedLinesTests {

	private static final SortedLines LINES = read("# head\na\nab\nb!\nb.c\nd-e\nd.e\n");

	@ParameterizedTest
	@ValueSource(strings = { "", "#", "a", "a\n", "ab", "ab\n", "b!\n", "b.", "b.c\n", "d-", "d.", "d.e\n" })
	void findsALineByItsStart(String start) {
		assertThat(LINES.anyStartsWith(start)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\n", "!", "aa", "ab.", "abc", "b\n", "b.c.", "c", "d\n", "d.e\nf", "e", "\u0161", "\u00e4" })
	void findsNoLineWhereNoneStartsSo(String start) {
		assertThat(LINES.anyStartsWith(start)).isFalse();
	}

	@Test
	void findsNothingInAnEmptyFile() {
		assertThat(read("").anyStartsWith("a")).isFalse();
	}

	@Test
	void saysWhyAFileCannotBeRead() throws IOException {
		InputStream closed = InputStream.nullInputStream();
		closed.close();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SortedLines.read(closed))
			.withMessageContaining("Stream closed");
	}

	private static SortedLines read(String file) {
		return SortedLines.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)));
	}

}
