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

package io.github.corsstarter.reactive;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link HeaderLines}.
 */
class HeaderLinesTests {

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void readsEveryLineWithoutRegardToCase() {
		this.headers.add("Origin", "a");
		this.headers.add("origin", "b");
		assertThat(HeaderLines.get(this.headers, "ORIGIN")).containsExactly("a", "b");
	}

	@Test
	void aFieldThatIsAbsentHasNoLines() {
		assertThat(HeaderLines.get(this.headers, "Origin")).isNull();
	}

	@Test
	void removesEveryLine() {
		this.headers.add("Vary", "a");
		this.headers.add("Vary", "b");
		HeaderLines.remove(this.headers, "vary");
		HeaderLines.remove(this.headers, "Origin");
		assertThat(this.headers.getFirst("Vary")).isNull();
	}

	@Test
	void reportsFieldsThatCannotBeChanged() {
		this.headers.add("Vary", "a");
		HttpHeaders readOnly = HttpHeaders.readOnlyHttpHeaders(this.headers);
		assertThatIllegalStateException().isThrownBy(() -> HeaderLines.remove(readOnly, "Vary"))
			.withCauseInstanceOf(UnsupportedOperationException.class);
		assertThatIllegalStateException().isThrownBy(() -> HeaderLines.get(null, "Vary"))
			.withCauseInstanceOf(NullPointerException.class);
	}

}
