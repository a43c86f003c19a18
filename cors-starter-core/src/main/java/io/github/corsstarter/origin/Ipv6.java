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
 * IPv6 addresses as the URL standard serializes them (section 3.5): lower case, no
 * leading zeros, the first longest run of zero pieces compressed.
 */
final class Ipv6 {

	private static final int PIECES = 8;

	/** Eight pieces of four digits and their seven colons. */
	private static final int MAX_LENGTH = 39;

	private Ipv6() {
	}

	/**
	 * Whether what stands between the brackets is an address in its one serialization.
	 */
	static boolean isCanonical(String value, int start, int end) {
		if (end - start > MAX_LENGTH) {
			return false;
		}
		String address = value.substring(start, end);
		int[] pieces = parse(address);
		return pieces != null && serialize(pieces).equals(address);
	}

	/** The eight pieces of an address, null when it is none. */
	static int @Nullable [] parse(String address) {
		int compression = address.indexOf("::");
		if (compression < 0) {
			int[] pieces = new int[PIECES];
			return (pieces(address, pieces) == PIECES) ? pieces : null;
		}
		int[] head = new int[PIECES];
		int[] tail = new int[PIECES];
		int heads = pieces(address.substring(0, compression), head);
		int tails = pieces(address.substring(compression + 2), tail);
		if (heads < 0 || tails < 0 || heads + tails >= PIECES) {
			return null;
		}
		System.arraycopy(tail, 0, head, PIECES - tails, tails);
		return head;
	}

	/**
	 * How many pieces a part has, which may be empty; -1 when it is not made of pieces.
	 */
	private static int pieces(String part, int[] pieces) {
		if (part.isEmpty()) {
			return 0;
		}
		int count = 0;
		int start = 0;
		while (start <= part.length()) {
			int colon = part.indexOf(':', start);
			int end = (colon < 0) ? part.length() : colon;
			if (count == PIECES || end == start || end - start > 4) {
				return -1;
			}
			int piece = 0;
			for (int i = start; i < end; i++) {
				int digit = Character.digit(part.charAt(i), 16);
				if (digit < 0 || part.charAt(i) > 'f') {
					return -1;
				}
				piece = piece * 16 + digit;
			}
			pieces[count++] = piece;
			start = end + 1;
		}
		return count;
	}

	static String serialize(int[] pieces) {
		int compressedFrom = -1;
		int compressed = 1;
		for (int i = 0; i < PIECES; i++) {
			int run = zeros(pieces, i);
			if (run > compressed) {
				compressedFrom = i;
				compressed = run;
			}
		}
		StringBuilder address = new StringBuilder(MAX_LENGTH);
		for (int i = 0; i < PIECES; i++) {
			if (i == compressedFrom) {
				address.append((i == 0) ? "::" : ":");
				i += compressed - 1;
			}
			else {
				address.append(Integer.toHexString(pieces[i]));
				if (i < PIECES - 1) {
					address.append(':');
				}
			}
		}
		return address.toString();
	}

	private static int zeros(int[] pieces, int from) {
		int i = from;
		while (i < PIECES && pieces[i] == 0) {
			i++;
		}
		return i - from;
	}

}
