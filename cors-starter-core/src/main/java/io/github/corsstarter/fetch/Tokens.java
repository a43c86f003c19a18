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

/**
 * The {@code token} of RFC 9110, section 5.6.2, which field names and methods are made
 * of.
 */
public final class Tokens {

	private static final boolean[] TOKEN_CHARS = new boolean[128];
	static {
		for (char c = '0'; c <= '9'; c++) {
			TOKEN_CHARS[c] = true;
		}
		for (char c = 'a'; c <= 'z'; c++) {
			TOKEN_CHARS[c] = true;
			TOKEN_CHARS[c - 'a' + 'A'] = true;
		}
		for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
			TOKEN_CHARS[c] = true;
		}
	}

	private Tokens() {
	}

	/**
	 * Whether a character may stand in a token.
	 * @param c the character
	 * @return whether it is a {@code tchar}
	 */
	public static boolean isTokenChar(char c) {
		return c < 128 && TOKEN_CHARS[c];
	}

	/**
	 * Whether a value is a token.
	 * @param value the value, of any length
	 * @return whether it is not empty and has token characters only
	 */
	public static boolean isToken(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (!isTokenChar(value.charAt(i))) {
				return false;
			}
		}
		return !value.isEmpty();
	}

	/**
	 * Whether a character is optional white space, the {@code OWS} of RFC 9110, section
	 * 5.6.3.
	 * @param c the character
	 * @return whether it is a space or a horizontal tab
	 */
	public static boolean isOptionalWhitespace(char c) {
		return c == ' ' || c == '\t';
	}

}
