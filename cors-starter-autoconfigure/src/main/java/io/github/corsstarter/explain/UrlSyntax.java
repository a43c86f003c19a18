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

package io.github.corsstarter.explain;

import java.util.Locale;
import java.util.Set;

/**
 * Tells what a browser's URL parser takes from what it does not (URL, section 4.4), as
 * far as it takes to tell two failures apart.
 */
final class UrlSyntax {

	private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp");

	/** "Forbidden domain code point", without those that end a host. */
	private static final String FORBIDDEN_IN_HOSTS = " #<>?@[\\]^|%";

	private static final int MAX_PORT = 65535;

	private UrlSyntax() {
	}

	static boolean isUrl(String value) {
		int colon = value.indexOf(':');
		if (colon <= 0 || !isScheme(value.substring(0, colon)) || value.chars().anyMatch((c) -> c < ' ')) {
			return false;
		}
		if (!SPECIAL.contains(value.substring(0, colon).toLowerCase(Locale.ROOT))) {
			return true;
		}
		int start = colon + 1;
		while (start < value.length() && (value.charAt(start) == '/' || value.charAt(start) == '\\')) {
			start++;
		}
		int end = start;
		while (end < value.length() && "/\\?#".indexOf(value.charAt(end)) < 0) {
			end++;
		}
		return isAuthority(value.substring(start, end));
	}

	private static boolean isScheme(String scheme) {
		return isLetter(scheme.charAt(0))
				&& scheme.chars().allMatch((c) -> isLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
	}

	private static boolean isLetter(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

	private static boolean isAuthority(String authority) {
		String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
		int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : -1;
		int colon = hostAndPort.indexOf(':', Math.max(bracket, 0));
		String host = (colon < 0) ? hostAndPort : hostAndPort.substring(0, colon);
		return isPort((colon < 0) ? "" : hostAndPort.substring(colon + 1)) && (bracket > 0 || isHost(host));
	}

	private static boolean isPort(String port) {
		if (!port.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return false;
		}
		return port.isEmpty() || (port.length() < 10 && Integer.parseInt(port) <= MAX_PORT);
	}

	private static boolean isHost(String host) {
		if (host.isEmpty() || host.chars().anyMatch((c) -> FORBIDDEN_IN_HOSTS.indexOf(c) >= 0)) {
			return false;
		}
		String last = host.substring(host.lastIndexOf('.') + 1);
		boolean address = !last.isEmpty() && last.chars().allMatch((c) -> c >= '0' && c <= '9');
		return !address || isAddress(host);
	}

	private static boolean isAddress(String host) {
		String[] parts = host.split("\\.");
		for (String part : parts) {
			if (part.length() > 3 || part.isEmpty() || !part.chars().allMatch((c) -> c >= '0' && c <= '9')
					|| Integer.parseInt(part) > 255) {
				return false;
			}
		}
		return parts.length <= 4;
	}

}
