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
			int hash = 0;
			for (int i = 0; i < name.length(); i++) {
				hash = mix(hash, name.charAt(i));
			}
			int slot = slot(hash);
			this.table[slot] = new Entry(hash, name, this.table[slot]);
		}
	}

	/** The hash of a name with one more character; 0 is the hash of the empty name. */
	static int mix(int hash, char c) {
		return 31 * hash + (c | 0x20);
	}

	boolean contains(String value, int start, int end, int hash) {
		for (Entry entry = this.table[slot(hash)]; entry != null; entry = entry.next) {
			if (entry.hash == hash && entry.name.length() == end - start
					&& value.regionMatches(true, start, entry.name, 0, end - start)) {
				return true;
			}
		}
		return false;
	}

	private int slot(int hash) {
		return (hash ^ (hash >>> 16)) & (this.table.length - 1);
	}

	private record Entry(int hash, String name, @Nullable Entry next) {

	}

}
