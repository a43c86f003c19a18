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

import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A set of field names that is asked with a region of a longer value and without regard
 * to case, so that nothing is cut out of the value.
 */
final class NameTable {

	private final @Nullable Entry[] table;

	NameTable(Collection<String> names) {
		this.table = new @Nullable Entry[Math.max(4, Integer.highestOneBit(names.size()) << 2)];
		for (String name : names) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			int slot = slot(lowerCase, 0, lowerCase.length());
			this.table[slot] = new Entry(lowerCase, this.table[slot]);
		}
	}

	boolean contains(String value, int start, int end) {
		for (Entry entry = this.table[slot(value, start, end)]; entry != null; entry = entry.next) {
			// browsers send names in lower case
			if (entry.name.length() == end - start && (value.startsWith(entry.name, start)
					|| value.regionMatches(true, start, entry.name, 0, end - start))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A hash over the length and some characters. One over all of them would cost more
	 * than the comparison; the few names of a policy do not need it.
	 * @param start where the name starts, which is not empty
	 */
	private int slot(String value, int start, int end) {
		int hash = 31 * (end - start) + (value.charAt(start) | 0x20);
		hash = 31 * hash + (value.charAt((start + end) >>> 1) | 0x20);
		hash = 31 * hash + (value.charAt(end - 1) | 0x20);
		return (hash ^ (hash >>> 8)) & (this.table.length - 1);
	}

	private record Entry(String name, @Nullable Entry next) {

	}

}
