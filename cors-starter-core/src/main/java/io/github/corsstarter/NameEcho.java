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

	private final StringBuilder value = new StringBuilder();

	private final int[] hashes = new int[MAX_NAMES];

	private final int[] starts = new int[MAX_NAMES];

	private final int[] ends = new int[MAX_NAMES];

	private int count;

	/**
	 * Add a name that has been checked.
	 * @return false when a bound is reached
	 */
	boolean add(String list, int start, int end, int hash) {
		if (contains(list, start, end, hash)) {
			return true;
		}
		String separator = this.value.isEmpty() ? "" : ", ";
		if (this.count == MAX_NAMES || this.value.length() + separator.length() + (end - start) > MAX_LENGTH) {
			return false;
		}
		this.hashes[this.count] = hash;
		this.starts[this.count] = start;
		this.ends[this.count] = end;
		this.count++;
		this.value.append(separator).append(list, start, end);
		return true;
	}

	private boolean contains(String list, int start, int end, int hash) {
		for (int i = 0; i < this.count; i++) {
			if (this.hashes[i] == hash && this.ends[i] - this.starts[i] == end - start
					&& list.regionMatches(true, start, list, this.starts[i], end - start)) {
				return true;
			}
		}
		return false;
	}

	/** The names, null when there is none. */
	@Nullable String value() {
		return this.value.isEmpty() ? null : this.value.toString();
	}

}
