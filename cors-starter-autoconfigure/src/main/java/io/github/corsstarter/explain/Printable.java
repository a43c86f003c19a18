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

	/** The most characters that a shown value has before it is cut. */
	public static final int MAX_LENGTH = 256;

	private static final String CUT = "...";

	private Printable() {
	}

	/**
	 * A value with at most {@value #MAX_LENGTH} characters.
	 * @param value the value, of any length and content
	 * @return the value, escaped, and cut with three dots behind
	 */
	public static String of(String value) {
		return of(value, MAX_LENGTH);
	}

	/**
	 * A value with at most so many characters.
	 * @param value the value, of any length and content
	 * @param maxLength the most characters that are made of it
	 * @return the value, escaped, and cut with three dots behind
	 */
	public static String of(String value, int maxLength) {
		if (value.length() <= maxLength && isPlain(value)) {
			return value;
		}
		StringBuilder printable = new StringBuilder(Math.min(value.length(), maxLength) + CUT.length());
		int i = 0;
		while (i < value.length()) {
			int end = printable.length();
			int c = value.codePointAt(i);
			append(printable, c);
			if (printable.length() > maxLength) {
				printable.setLength(end);
				return printable.append(CUT).toString();
			}
			i += Character.charCount(c);
		}
		return printable.toString();
	}

	private static void append(StringBuilder printable, int c) {
		if (isPrintable(c)) {
			printable.appendCodePoint(c);
		}
		else {
			printable.append(String.format("\\u%04x", c));
		}
	}

	/** Whether there is nothing to do, as in everything that browsers send. */
	private static boolean isPlain(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
				return false;
			}
		}
		return true;
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
