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

/**
 * The grammar of serialized origins (Fetch, section 3.2; URL, sections 3.5 and 4.3), read
 * in place: nothing is copied from the value and every loop is bounded by it.
 */
final class OriginSyntax {

	static final String SCHEME_SEPARATOR = "://";

	/** What nearly all origins start with. */
	private static final String SECURE = "https" + SCHEME_SEPARATOR;

	/** RFC 1035, section 2.3.4. */
	static final int MAX_LABEL_LENGTH = 63;

	/** RFC 1035, section 2.3.4, written with dots. */
	static final int MAX_HOST_LENGTH = 253;

	private static final int MAX_PORT = 65535;

	private static final boolean[] LABEL_CHARS = new boolean[128];
	static {
		for (char c : "abcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
			LABEL_CHARS[c] = true;
		}
	}

	private OriginSyntax() {
	}

	/**
	 * The end of the scheme, or -1 when the value does not start with a scheme and a
	 * separator.
	 */
	static int schemeEnd(String value) {
		if (value.startsWith(SECURE)) {
			return SECURE.length() - SCHEME_SEPARATOR.length();
		}
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (isLowerCaseLetter(c) || (i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'))) {
				continue;
			}
			return (i > 0 && value.startsWith(SCHEME_SEPARATOR, i)) ? i : -1;
		}
		return -1;
	}

	/**
	 * The end of the host: the colon of the port or the end of the value; -1 when there
	 * is no host in the form that browsers send.
	 */
	static int hostEnd(String value, int start) {
		if (start < value.length() && value.charAt(start) == '[') {
			int end = value.indexOf(']', start);
			return (end > 0 && Ipv6.isCanonical(value, start + 1, end)) ? end + 1 : -1;
		}
		int end = nameEnd(value, start);
		if (end < 0) {
			return -1;
		}
		int nameEnd = (value.charAt(end - 1) == '.') ? end - 1 : end;
		int lastLabel = Math.max(start, value.lastIndexOf('.', nameEnd - 1) + 1);
		if (nameEnd - start > MAX_HOST_LENGTH) {
			return -1;
		}
		if (Ipv4.isNumber(value, lastLabel, nameEnd)) {
			return Ipv4.isCanonical(value, start, end) ? end : -1;
		}
		return end;
	}

	/** The end of a host that consists of labels, -1 when one of them is not a label. */
	private static int nameEnd(String value, int start) {
		int labelStart = start;
		int length = value.length();
		int i = start;
		for (; i < length; i++) {
			char c = value.charAt(i);
			if (c < 128 && LABEL_CHARS[c]) {
				continue;
			}
			if (c == ':') {
				break;
			}
			if (c != '.' || !isLabel(value, labelStart, i)) {
				return -1;
			}
			labelStart = i + 1;
		}
		return (i > start && (i == labelStart || isLabel(value, labelStart, i))) ? i : -1;
	}

	private static boolean isLabel(String value, int start, int end) {
		return end > start && end - start <= MAX_LABEL_LENGTH && value.charAt(start) != '-';
	}

	/**
	 * The port that stands between two positions, -1 when it is not one in the form that
	 * browsers send: 1 to 65535 without leading zeros.
	 */
	static int port(String value, int start, int end) {
		if (end <= start || end - start > 5 || value.charAt(start) == '0') {
			return -1;
		}
		int port = 0;
		for (int i = start; i < end; i++) {
			char c = value.charAt(i);
			if (!isDigit(c)) {
				return -1;
			}
			port = port * 10 + (c - '0');
		}
		return (port <= MAX_PORT) ? port : -1;
	}

	/** The default port of a scheme, 0 for a scheme that has none. */
	static int defaultPort(String value, int schemeEnd) {
		if (schemeEnd == 5 && value.startsWith("https")) {
			return 443;
		}
		return (schemeEnd == 4 && value.startsWith("http")) ? 80 : 0;
	}

	static boolean isLoopback(String host) {
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]")
				|| (name.startsWith("127.") && Ipv4.isCanonical(name, 0, name.length()));
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isLowerCaseLetter(char c) {
		return c >= 'a' && c <= 'z';
	}

}
