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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tokens}.
 */
class TokensTests {

	private static final String SIGNS = "!#$%&'*+-.^_`|~";

	@Test
	void acceptsLettersDigitsAndFifteenSigns() {
		for (int i = 0; i <= Character.MAX_VALUE; i++) {
			char c = (char) i;
			boolean expected = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
					|| SIGNS.indexOf(c) >= 0;
			assertThat(Tokens.isTokenChar(c)).as("U+%04X", i).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Content-Type", "X_1.2", "*", "!#$%&'*+-.^_`|~" })
	void acceptsATokenOfTokenCharacters(String value) {
		assertThat(Tokens.isToken(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", " a", "a ", "a,b", "a:", "a/b", "\u00e9", "x-\u212aey", "a\u0000", "\r\n",
			"\ud800", "a\u007f" })
	void refusesWhatHasAnyOtherCharacterOrNone(String value) {
		assertThat(Tokens.isToken(value)).isFalse();
	}

	@Test
	void takesSpaceAndTabAloneForOptionalWhitespace() {
		for (int i = 0; i <= Character.MAX_VALUE; i++) {
			assertThat(Tokens.isOptionalWhitespace((char) i)).as("U+%04X", i).isEqualTo(i == ' ' || i == '\t');
		}
	}

}
