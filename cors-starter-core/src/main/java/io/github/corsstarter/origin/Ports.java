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

import java.util.Arrays;
import java.util.SortedSet;

/**
 * Which ports a pattern takes: any, or some of them. The default port of the scheme is
 * {@link SerializedOrigin#NO_PORT}, as in an origin.
 */
final class Ports {

	static final Ports ANY = new Ports(new int[0]);

	private final int[] sorted;

	private Ports(int[] sorted) {
		this.sorted = sorted;
	}

	static Ports of(SortedSet<Integer> ports) {
		return new Ports(ports.stream().mapToInt(Integer::intValue).toArray());
	}

	boolean contains(int port) {
		return this == ANY || Arrays.binarySearch(this.sorted, port) >= 0;
	}

	Ports plus(Ports other) {
		if (this == ANY || other == ANY) {
			return ANY;
		}
		int[] union = Arrays.copyOf(this.sorted, this.sorted.length + other.sorted.length);
		System.arraycopy(other.sorted, 0, union, this.sorted.length, other.sorted.length);
		return new Ports(Arrays.stream(union).sorted().distinct().toArray());
	}

	/** Whether every port of the other is one of these. */
	boolean covers(Ports other) {
		return this == ANY || (other != ANY && Arrays.stream(other.sorted).allMatch(this::contains));
	}

}
