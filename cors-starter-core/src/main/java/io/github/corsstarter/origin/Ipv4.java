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

import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses as the URL standard serializes them (section 3.5): four decimal numbers
 * without leading zeros.
 */
final class Ipv4 {

	private static final int PARTS = 4;

	private Ipv4() {
	}

	/**
	 * Whether a last label makes its host an IPv4 address in the eyes of a browser, the
	 * "ends in a number checker" of the URL standard.
	 */
	static boolean isNumber(String value, int start, int end) {
		if (value.startsWith("0x", start)) {
			return isAll(value, start + 2, end, true);
		}
		return end > start && isAll(value, start, end, false);
	}

	private static boolean isAll(String value, int start, int end, boolean hexadecimal) {
		for (int i = start; i < end; i++) {
			char c = value.charAt(i);
			if (!OriginSyntax.isDigit(c) && !(hexadecimal && c >= 'a' && c <= 'f')) {
				return false;
			}
		}
		return true;
	}

	static boolean isCanonical(String value, int start, int end) {
		int partStart = start;
		int parts = 0;
		for (int i = start; i <= end; i++) {
			if (i < end && value.charAt(i) != '.') {
				continue;
			}
			if (!isCanonicalPart(value, partStart, i)) {
				return false;
			}
			parts++;
			partStart = i + 1;
		}
		return parts == PARTS;
	}

	private static boolean isCanonicalPart(String value, int start, int end) {
		int length = end - start;
		if (length < 1 || length > 3 || (length > 1 && value.charAt(start) == '0')
				|| !isAll(value, start, end, false)) {
			return false;
		}
		return length < 3 || value.substring(start, end).compareTo("255") <= 0;
	}

	/**
	 * The serialization of an address that is written in any of the forms that browsers
	 * understand (URL, section 3.5, "IPv4 parser"): fewer parts, hexadecimal or octal
	 * numbers.
	 * @return the four decimal numbers, null when it is not an address
	 */
	static @Nullable String canonical(String value) {
		long address = 0;
		int start = 0;
		for (int i = 0; i < PARTS; i++) {
			int dot = value.indexOf('.', start);
			boolean last = dot < 0;
			long number = number(value.substring(start, last ? value.length() : dot));
			long limit = last ? 1L << (8 * (PARTS - i)) : 256;
			if (number < 0 || number >= limit) {
				return null;
			}
			if (last) {
				address += number;
				return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "."
						+ (address & 255);
			}
			address += number << (8 * (PARTS - 1 - i));
			start = dot + 1;
		}
		return null;
	}

	private static long number(String part) {
		try {
			if (!isNumber(part, 0, part.length())) {
				return -1;
			}
			if (part.startsWith("0x")) {
				return (part.length() == 2) ? 0 : Long.parseLong(part.substring(2), 16);
			}
			return (part.length() > 1 && part.startsWith("0")) ? Long.parseLong(part, 8) : Long.parseLong(part);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
