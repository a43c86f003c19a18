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

package io.github.corsstarter.law;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Strings of any content and of up to 10 000 characters, and small damage to others.
 */
public final class Noise {

	private static final String ORIGIN_CHARS = "https://:[]*.,-_019afzAZ@%?#\\";

	private static final String LIST_CHARS = "x-a, \t;:*\"\r\n";

	private Noise() {
	}

	/**
	 * Make a string.
	 * @param random the source
	 * @return a string that is well-formed in no respect: control characters, lone
	 * surrogates and any other
	 */
	public static String string(SplittableRandom random) {
		int length = random.nextInt(1 + oneOf(random, List.of(4, 20, 20, 64, 600, 10_000)));
		int sort = random.nextInt(6);
		StringBuilder noise = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			noise.append(character(random, (sort == 5) ? random.nextInt(5) : sort));
		}
		return noise.toString();
	}

	private static char character(SplittableRandom random, int sort) {
		return switch (sort) {
			case 0 -> (char) random.nextInt(Character.MAX_VALUE + 1);
			case 1 -> (char) random.nextInt(0x20);
			case 2 -> (char) random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
			case 3 -> ORIGIN_CHARS.charAt(random.nextInt(ORIGIN_CHARS.length()));
			default -> LIST_CHARS.charAt(random.nextInt(LIST_CHARS.length()));
		};
	}

	/**
	 * Damage a string in one place.
	 * @param random the source
	 * @param value the string
	 * @return the string with one character more, less, or another
	 */
	public static String damage(SplittableRandom random, String value) {
		int at = random.nextInt(value.length() + 1);
		String head = value.substring(0, at);
		String tail = value.substring(at);
		String rest = tail.isEmpty() ? "" : tail.substring(1);
		char c = character(random, random.nextInt(8) == 0 ? 0 : 3);
		return switch (random.nextInt(4)) {
			case 0 -> head + rest;
			case 1 -> head + c + rest;
			case 2 -> head + c + tail;
			default -> tail.isEmpty() ? value + value : head + tail.charAt(0) + tail;
		};
	}

	/**
	 * Choose.
	 * @param random the source
	 * @param choices what there is to choose from
	 * @param <T> its type
	 * @return one of them
	 */
	public static <T> T oneOf(SplittableRandom random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	/**
	 * Choose some.
	 * @param random the source
	 * @param choices what there is to choose from
	 * @param <T> its type
	 * @return some of them in their order, possibly none
	 */
	public static <T> List<T> someOf(SplittableRandom random, List<T> choices) {
		return choices.stream().filter((choice) -> random.nextBoolean()).toList();
	}

}
