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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Origins and patterns as they are described, written for the reader and not for speed:
 * regular expressions, lists of labels, one pattern at a time.
 */
public final class NaiveOrigins {

	private static final Pattern ORIGIN = Pattern
		.compile("(?<scheme>[a-z][a-z0-9+.-]*)://(?<host>\\[[0-9a-f:]*\\]|[a-z0-9_.-]+)(:(?<port>[1-9][0-9]{0,4}))?");

	private static final Pattern PATTERN = Pattern.compile(
			"(?<scheme>[a-z][a-z0-9+.-]*)://(?<subdomains>\\*\\.)?(?<host>\\[[0-9a-f:]*\\]|[a-z0-9_.-]+)(:(?<port>\\*|[1-9][0-9]{0,4}|\\[.*\\]))?",
			Pattern.DOTALL);

	private static final String LABEL = "[a-z0-9_][a-z0-9_-]{0,62}";

	private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

	private static final Map<String, String> DEFAULT_PORTS = Map.of("http", "80", "https", "443");

	private NaiveOrigins() {
	}

	/**
	 * Whether a value is a serialized origin.
	 * @param value the value
	 * @return whether it is
	 */
	public static boolean isOrigin(String value) {
		Matcher origin = ORIGIN.matcher(value);
		return value.length() <= 512 && origin.matches() && isHost(origin.group("host"))
				&& (origin.group("port") == null || isPort(origin.group("port"))
						&& !origin.group("port").equals(DEFAULT_PORTS.get(origin.group("scheme"))));
	}

	/**
	 * Whether a value is an origin pattern or a serialized origin.
	 * @param value the value
	 * @return whether it is
	 */
	public static boolean isPattern(String value) {
		Matcher pattern = PATTERN.matcher(value);
		if (value.length() > 512 || !pattern.matches() || !isHost(pattern.group("host"))
				|| (pattern.group("subdomains") != null && isAddress(pattern.group("host")))) {
			return false;
		}
		String port = pattern.group("port");
		if (port == null || port.equals("*")) {
			return true;
		}
		if (port.startsWith("[")) {
			return ports(port).stream().allMatch(NaiveOrigins::isPort);
		}
		return isPort(port) && !port.equals(DEFAULT_PORTS.get(pattern.group("scheme")));
	}

	/**
	 * Whether a pattern stands for an origin.
	 * @param pattern the pattern
	 * @param value the origin
	 * @return whether both are well-formed and it does
	 */
	public static boolean matches(String pattern, String value) {
		Matcher expected = PATTERN.matcher(pattern);
		Matcher origin = ORIGIN.matcher(value);
		if (!isPattern(pattern) || !isOrigin(value) || !expected.matches() || !origin.matches()
				|| !expected.group("scheme").equals(origin.group("scheme"))) {
			return false;
		}
		List<String> labels = labels(origin.group("host"));
		List<String> suffix = labels(expected.group("host"));
		if (expected.group("subdomains") != null) {
			if (labels.size() <= suffix.size()) {
				return false;
			}
			labels = labels.subList(labels.size() - suffix.size(), labels.size());
		}
		return labels.equals(suffix) && takesPort(expected.group("port"), origin);
	}

	private static boolean takesPort(String expected, Matcher origin) {
		String defaultPort = DEFAULT_PORTS.get(origin.group("scheme"));
		String port = (origin.group("port") != null) ? origin.group("port") : defaultPort;
		if (expected == null) {
			return origin.group("port") == null;
		}
		return expected.equals("*") || expected.equals(port)
				|| (expected.startsWith("[") && ports(expected).contains(port));
	}

	private static List<String> ports(String list) {
		return Arrays.stream(list.substring(1, list.length() - 1).split(",", -1)).map(String::strip).toList();
	}

	private static boolean isPort(String port) {
		return port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65535;
	}

	private static List<String> labels(String host) {
		return Arrays.asList(host.split("\\.", -1));
	}

	private static boolean isHost(String host) {
		if (host.startsWith("[")) {
			return isAddress(host);
		}
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		List<String> labels = labels(name);
		boolean number = labels.get(labels.size() - 1).matches("[0-9]+|0x[0-9a-f]*");
		return name.length() <= 253 && labels.stream().allMatch((label) -> label.matches(LABEL))
				&& (!number || isAddress(host));
	}

	private static boolean isAddress(String host) {
		return host.startsWith("[") ? isIpv6(host.substring(1, host.length() - 1))
				: host.matches(BYTE + "(\\." + BYTE + "){3}");
	}

	private static boolean isIpv6(String address) {
		String[] halves = address.split("::", -1);
		List<String> pieces = new ArrayList<>(pieces(halves[0]));
		if (halves.length == 2) {
			List<String> tail = pieces(halves[1]);
			if (pieces.size() + tail.size() > 8) {
				return false;
			}
			pieces.addAll(Collections.nCopies(8 - pieces.size() - tail.size(), "0"));
			pieces.addAll(tail);
		}
		return halves.length <= 2 && pieces.size() == 8
				&& pieces.stream().allMatch((piece) -> piece.matches("0|[1-9a-f][0-9a-f]{0,3}"))
				&& compress(pieces).equals(address);
	}

	private static List<String> pieces(String half) {
		return half.isEmpty() ? List.of() : Arrays.asList(half.split(":", -1));
	}

	private static String compress(List<String> pieces) {
		for (int length = 8; length > 1; length--) {
			int run = Collections.indexOfSubList(pieces, Collections.nCopies(length, "0"));
			if (run >= 0) {
				return String.join(":", pieces.subList(0, run)) + "::"
						+ String.join(":", pieces.subList(run + length, 8));
			}
		}
		return String.join(":", pieces);
	}

}
