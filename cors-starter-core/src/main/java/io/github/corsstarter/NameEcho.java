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

package io.github.corsstarter;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Puts together the names that an answer has to repeat, each once. Bounded, since a
 * server cannot send fields of any length.
 */
final class NameEcho {

	/** The most names that are repeated. */
	static final int MAX_NAMES = 64;

	/** The longest value, in characters. */
	static final int MAX_LENGTH = 4096;

	private static final int FIRST_NAMES = 8;

	private final StringBuilder value = new StringBuilder();

	/** Of each name its hash, its length, and where it starts in the list. */
	private long[] names = new long[FIRST_NAMES];

	private int count;

	/**
	 * Add a name that has been checked.
	 * @return false when a bound is reached
	 */
	boolean add(String list, int start, int end) {
		long name = (long) hash(list, start, end) << 32 | (long) (end - start) << 16 | start;
		if (contains(list, name)) {
			return true;
		}
		String separator = this.value.isEmpty() ? "" : ", ";
		if (this.count == MAX_NAMES || this.value.length() + separator.length() + (end - start) > MAX_LENGTH) {
			return false;
		}
		if (this.count == this.names.length) {
			this.names = Arrays.copyOf(this.names, MAX_NAMES);
		}
		this.names[this.count++] = name;
		this.value.append(separator).append(list, start, end);
		return true;
	}

	/** A hash without regard to case. */
	private static int hash(String list, int start, int end) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + (list.charAt(i) | 0x20);
		}
		return hash;
	}

	private boolean contains(String list, long name) {
		for (int i = 0; i < this.count; i++) {
			// hash and length
			if (this.names[i] >>> 16 == name >>> 16
					&& list.regionMatches(true, start(name), list, start(this.names[i]), length(name))) {
				return true;
			}
		}
		return false;
	}

	private static int start(long name) {
		return (int) name & 0xffff;
	}

	private static int length(long name) {
		return (int) name >>> 16;
	}

	/** The names, null when there is none. */
	@Nullable String value() {
		return this.value.isEmpty() ? null : this.value.toString();
	}

}
