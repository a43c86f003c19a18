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

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Many origin patterns as one matcher whose cost depends on the origin and not on how
 * many patterns there are: a hash table over scheme and host, asked once for every label
 * of the origin, with the hash carried along from right to left so that nothing is cut
 * out of the origin. Immutable, safe for use by several threads.
 */
public final class OriginSet {

	private static final OriginSet EMPTY = new OriginSet(List.of());

	private final @Nullable Entry[] table;

	/** How long the hosts of the patterns are: no other part of an origin is hashed. */
	private final BitSet hostLengths = new BitSet();

	private OriginSet(Collection<OriginPattern> patterns) {
		this.table = new @Nullable Entry[tableSize(patterns.size())];
		patterns.forEach(this::add);
	}

	/**
	 * Make a matcher.
	 * @param patterns the patterns, in any order
	 * @return what stands for all origins of all of them
	 */
	public static OriginSet of(Collection<OriginPattern> patterns) {
		return patterns.isEmpty() ? EMPTY : new OriginSet(patterns);
	}

	private static int tableSize(int patterns) {
		return Math.max(4, Integer.highestOneBit(patterns) << 2);
	}

	private void add(OriginPattern pattern) {
		int hash = hash(pattern.scheme(), pattern.scheme().length());
		String host = pattern.host();
		for (int i = host.length() - 1; i >= 0; i--) {
			hash = mix(hash, host.charAt(i));
		}
		Entry entry = find(hash, pattern.scheme(), pattern.scheme().length(), host, 0, host.length());
		if (entry == null) {
			int slot = slot(hash);
			entry = new Entry(hash, pattern.scheme(), host, this.table[slot]);
			this.table[slot] = entry;
			this.hostLengths.set(host.length());
		}
		entry.add(pattern);
	}

	/**
	 * Whether a pattern stands for the origin.
	 * @param origin the origin
	 * @return whether there is one
	 */
	public boolean contains(SerializedOrigin origin) {
		// as short as it is, so that a compiler can do without the object
		return this != EMPTY
				&& contains(origin.toString(), origin.schemeEnd(), origin.hostStart(), origin.hostEnd(), origin.port());
	}

	private boolean contains(String value, int schemeEnd, int hostStart, int hostEnd, int port) {
		int hash = 0;
		int hashed = hostEnd;
		for (int i = hostEnd - 1; i >= hostStart; i--) {
			if ((i > hostStart && value.charAt(i - 1) != '.') || !this.hostLengths.get(hostEnd - i)) {
				continue;
			}
			if (hashed == hostEnd) {
				hash = hash(value, schemeEnd);
			}
			while (hashed > i) {
				hash = mix(hash, value.charAt(--hashed));
			}
			Entry entry = find(hash, value, schemeEnd, value, i, hostEnd);
			if (entry != null && entry.contains(port, i > hostStart)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether another of the patterns stands for every origin that one of them stands
	 * for.
	 * @param pattern one of the patterns of this set
	 * @return whether the set would be the same without it
	 */
	public boolean isRedundant(OriginPattern pattern) {
		String scheme = pattern.scheme();
		String host = pattern.host();
		int hash = hash(scheme, scheme.length());
		for (int i = host.length() - 1; i >= 0; i--) {
			hash = mix(hash, host.charAt(i));
			if (i == 0 || host.charAt(i - 1) == '.') {
				Entry entry = find(hash, scheme, scheme.length(), host, i, host.length());
				if (entry != null && entry.covers(pattern)) {
					return true;
				}
			}
		}
		return false;
	}

	private @Nullable Entry find(int hash, String scheme, int schemeEnd, String host, int hostStart, int hostEnd) {
		for (Entry entry = this.table[slot(hash)]; entry != null; entry = entry.next) {
			if (entry.is(hash, scheme, schemeEnd, host, hostStart, hostEnd)) {
				return entry;
			}
		}
		return null;
	}

	private int slot(int hash) {
		return (hash ^ (hash >>> 16)) & (this.table.length - 1);
	}

	private static int hash(String value, int end) {
		int hash = 0;
		for (int i = 0; i < end; i++) {
			hash = mix(hash, value.charAt(i));
		}
		return hash;
	}

	private static int mix(int hash, char c) {
		return 31 * hash + c;
	}

	/** What the patterns of one scheme and host take. */
	private static final class Entry {

		private final int hash;

		private final String scheme;

		private final String host;

		private final @Nullable Entry next;

		private @Nullable Ports hostPorts;

		private @Nullable Ports subdomainPorts;

		private final List<OriginPattern> patterns = new ArrayList<>(1);

		Entry(int hash, String scheme, String host, @Nullable Entry next) {
			this.hash = hash;
			this.scheme = scheme;
			this.host = host;
			this.next = next;
		}

		void add(OriginPattern pattern) {
			this.patterns.add(pattern);
			if (pattern.hasSubdomains()) {
				this.subdomainPorts = plus(this.subdomainPorts, pattern.ports());
			}
			else {
				this.hostPorts = plus(this.hostPorts, pattern.ports());
			}
		}

		private static Ports plus(@Nullable Ports ports, Ports more) {
			return (ports != null) ? ports.plus(more) : more;
		}

		boolean is(int hash, String scheme, int schemeEnd, String host, int hostStart, int hostEnd) {
			return this.hash == hash && this.scheme.length() == schemeEnd && scheme.startsWith(this.scheme)
					&& this.host.length() == hostEnd - hostStart && host.startsWith(this.host, hostStart);
		}

		boolean covers(OriginPattern pattern) {
			int index = this.patterns.indexOf(pattern);
			for (int i = 0; i < this.patterns.size(); i++) {
				OriginPattern other = this.patterns.get(i);
				// of two that stand for the same, the second adds nothing
				if (i != index && other.covers(pattern) && (i < index || !pattern.covers(other))) {
					return true;
				}
			}
			return false;
		}

		boolean contains(int port, boolean below) {
			Ports ports = below ? this.subdomainPorts : this.hostPorts;
			return ports != null && ports.contains(port);
		}

	}

}
