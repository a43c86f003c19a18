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

/**
 * Values of requests and configurations as they may stand in a log or an answer: on one
 * line, of bounded length, without what a terminal takes as a command.
 */
public final class Printable {

	/** The most characters that are shown of a value. */
	public static final int MAX_LENGTH = 256;

	private Printable() {
	}

	/**
	 * A value with at most {@value #MAX_LENGTH} characters.
	 * @param value the value, of any length and content
	 * @return the value, cut and escaped
	 */
	public static String of(String value) {
		return of(value, MAX_LENGTH);
	}

	/**
	 * A value with at most so many characters.
	 * @param value the value, of any length and content
	 * @param maxLength the most characters that are shown of it
	 * @return the value, cut and escaped
	 */
	public static String of(String value, int maxLength) {
		StringBuilder printable = new StringBuilder(Math.min(value.length(), maxLength) + 3);
		int shown = 0;
		int i = 0;
		while (i < value.length() && shown < maxLength) {
			int c = value.codePointAt(i);
			if (isPrintable(c)) {
				printable.appendCodePoint(c);
			}
			else {
				printable.append(String.format("\\u%04x", c));
			}
			i += Character.charCount(c);
			shown++;
		}
		return (i < value.length()) ? printable.append("...").toString() : printable.toString();
	}

	private static boolean isPrintable(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
