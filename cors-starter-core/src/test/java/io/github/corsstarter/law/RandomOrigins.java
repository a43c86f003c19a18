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

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Origins and patterns of so few parts that they often meet, and near misses of both.
 */
public final class RandomOrigins {

	/** "ai" and "c+", "na" and "0c" have the same hash for the matcher. */
	private static final List<String> SCHEMES = List.of("https", "https", "https", "http", "http", "ai", "c+", "ac",
			"a");

	private static final List<String> LABELS = List.of("a", "b", "ab", "bc", "na", "0c", "a_b", "xn--a", "1", "0x1",
			"com", "example", "localhost");

	private static final List<String> ADDRESSES = List.of("127.0.0.1", "1.2.3.4", "[::1]", "[2001:db8::1]", "[1:2::]",
			"256.1.1.1", "1.2.3", "[0:0:0:0:0:0:0:1]", "[1:0:0:4:0:0:0:8]", "[1:0:0:4::8]", "[1::4:0:0:8]");

	private static final List<String> PORTS = List.of("", "", "", ":80", ":443", ":8080", ":1", ":65535", ":65536",
			":0");

	private static final List<String> PORT_PATTERNS = List.of("", "", "", ":*", ":*", ":8080", ":[80,8080]", ":[443]",
			":[443, 1 ,65535]", ":[]", ":[80,]", ":[0]");

	private RandomOrigins() {
	}

	/**
	 * Make an origin.
	 * @param random the source
	 * @return most often an origin, sometimes nearly one
	 */
	public static String origin(SplittableRandom random) {
		return Noise.oneOf(random, SCHEMES) + "://" + host(random) + Noise.oneOf(random, PORTS);
	}

	/**
	 * Make a pattern.
	 * @param random the source
	 * @return most often a pattern, sometimes nearly one
	 */
	public static String pattern(SplittableRandom random) {
		return Noise.oneOf(random, SCHEMES) + "://" + (random.nextBoolean() ? "*." : "") + host(random)
				+ Noise.oneOf(random, PORT_PATTERNS);
	}

	/**
	 * Make an origin for a pattern.
	 * @param random the source
	 * @param pattern the pattern
	 * @return an origin that it often matches, and often nearly
	 */
	public static String originFor(SplittableRandom random, String pattern) {
		String origin = pattern.replace("*.", Noise.oneOf(random, List.of("a.", "b.a.", "", "a", "a.com.")));
		int port = Math.max(origin.indexOf(":*"), origin.indexOf(":[", origin.indexOf(']') + 1));
		if (port > 0 || random.nextInt(4) == 0) {
			origin = ((port > 0) ? origin.substring(0, port) : origin) + Noise.oneOf(random, PORTS);
		}
		return (random.nextInt(3) == 0) ? Noise.damage(random, origin) : origin;
	}

	private static String host(SplittableRandom random) {
		if (random.nextInt(6) == 0) {
			return Noise.oneOf(random, ADDRESSES);
		}
		List<String> labels = new ArrayList<>();
		for (int i = random.nextInt(3); i >= 0; i--) {
			labels.add(Noise.oneOf(random, LABELS));
		}
		return String.join(".", labels) + ((random.nextInt(12) == 0) ? "." : "");
	}

}
