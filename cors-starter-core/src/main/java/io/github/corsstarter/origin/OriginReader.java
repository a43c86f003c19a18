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

import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads what its author may have meant, and collects what is wrong with it.
 */
final class OriginReader {

	private static final Set<String> OPAQUE_SCHEMES = Set.of("about", "blob", "data", "file", "filesystem",
			"javascript", "mailto", "ws", "wss");

	private static final String QUOTES = "\"'`\u201c\u201d\u2018\u2019";

	/** Characters that IDNA 2003, which the JDK has, maps to others than browsers do. */
	private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

	private final Set<OriginFlaw> flaws = EnumSet.noneOf(OriginFlaw.class);

	private boolean repairable = true;

	OriginRepair read(String value) {
		String candidate = (value.length() <= SerializedOrigin.MAX_LENGTH) ? repair(value) : null;
		if (this.repairable && candidate != null && SerializedOrigin.parse(candidate) == null) {
			unrepairable(OriginFlaw.HOST);
		}
		if (this.flaws.isEmpty()) {
			flaw(OriginFlaw.SYNTAX);
		}
		return new OriginRepair(this.flaws, this.repairable ? candidate : null);
	}

	static boolean isOpaqueScheme(String scheme) {
		return OPAQUE_SCHEMES.contains(scheme);
	}

	private void flaw(OriginFlaw flaw) {
		this.flaws.add(flaw);
	}

	private void unrepairable(OriginFlaw flaw) {
		this.flaws.add(flaw);
		this.repairable = false;
	}

	private @Nullable String repair(String value) {
		String unquoted = unquote(value);
		if (unquoted.isEmpty() || unquoted.chars().anyMatch((c) -> c <= ' ' || c == 0x7f)) {
			unrepairable(OriginFlaw.SYNTAX);
			return null;
		}
		int colon = unquoted.indexOf(':');
		String scheme = (colon < 0) ? "" : unquoted.substring(0, colon).toLowerCase(Locale.ROOT);
		if (OPAQUE_SCHEMES.contains(scheme)) {
			flaw(OriginFlaw.OPAQUE_SCHEME);
			return opaque(scheme, unquoted.substring(colon + 1));
		}
		if (unquoted.startsWith("//")) {
			flaw(OriginFlaw.NO_SCHEME);
			return repair("https", unquoted.substring(2));
		}
		if (unquoted.startsWith(OriginSyntax.SCHEME_SEPARATOR, colon) && colon > 0) {
			if (!unquoted.startsWith(scheme)) {
				flaw(OriginFlaw.UPPER_CASE);
			}
			if (OriginSyntax.schemeEnd(scheme + OriginSyntax.SCHEME_SEPARATOR) < 0) {
				unrepairable(OriginFlaw.SYNTAX);
			}
			return repair(scheme, unquoted.substring(colon + OriginSyntax.SCHEME_SEPARATOR.length()));
		}
		if (scheme.equals("http") || scheme.equals("https")) {
			flaw(OriginFlaw.SYNTAX);
			return repair(scheme, withoutLeadingSlashes(unquoted.substring(colon + 1)));
		}
		flaw(OriginFlaw.NO_SCHEME);
		String secure = repair("https", unquoted);
		return OriginSyntax.isLoopback(hostOf(secure)) ? "http" + secure.substring("https".length()) : secure;
	}

	private @Nullable String opaque(String scheme, String rest) {
		return switch (scheme) {
			case "ws" -> repair("http", withoutLeadingSlashes(rest));
			case "wss" -> repair("https", withoutLeadingSlashes(rest));
			case "blob" -> {
				int end = rest.indexOf('/', rest.indexOf("//") + 2);
				yield (end > 0) ? rest.substring(0, end) : rest;
			}
			default -> null;
		};
	}

	private String repair(String scheme, String rest) {
		int end = 0;
		while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
			end++;
		}
		String tail = rest.substring(end);
		if (!tail.isEmpty() && (tail.charAt(0) == '/' || tail.charAt(0) == '\\')) {
			flaw(OriginFlaw.PATH);
		}
		if (tail.indexOf('?') >= 0 || tail.indexOf('#') >= 0) {
			flaw(OriginFlaw.QUERY_OR_FRAGMENT);
		}
		String authority = rest.substring(0, end);
		int at = authority.lastIndexOf('@');
		if (at >= 0) {
			flaw(OriginFlaw.USER_INFO);
			authority = authority.substring(at + 1);
		}
		int port = portSeparator(authority);
		String host = host(authority.substring(0, port));
		return scheme + OriginSyntax.SCHEME_SEPARATOR + host + port(authority.substring(port), scheme);
	}

	/** Where the colon of the port is, or the end. */
	private static int portSeparator(String authority) {
		int colon = authority.lastIndexOf(':');
		if (colon < 0 || authority.startsWith("[")) {
			int bracket = authority.lastIndexOf(']');
			return (colon > bracket) ? colon : authority.length();
		}
		if (authority.indexOf(':') == colon) {
			return colon;
		}
		boolean hostAndPort = Ipv6.parse(authority.substring(0, colon)) != null
				&& OriginSyntax.port(authority, colon + 1, authority.length()) > 0;
		return hostAndPort ? colon : authority.length();
	}

	private String port(String colonAndPort, String scheme) {
		if (colonAndPort.isEmpty()) {
			return "";
		}
		String digits = colonAndPort.substring(1);
		int zeros = 0;
		while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
			zeros++;
		}
		int port = OriginSyntax.port(digits, zeros, digits.length());
		if (port < 0) {
			unrepairable(OriginFlaw.PORT);
			return "";
		}
		if (zeros > 0) {
			flaw(OriginFlaw.PORT);
		}
		if (port == OriginSyntax.defaultPort(scheme, scheme.length())) {
			flaw(OriginFlaw.DEFAULT_PORT);
			return "";
		}
		return ":" + port;
	}

	private String host(String declared) {
		if (declared.indexOf(':') >= 0) {
			return ipv6(declared);
		}
		String host = declared;
		if (host.chars().anyMatch((c) -> c > 127)) {
			flaw(OriginFlaw.NOT_ASCII);
			host = punycode(host);
		}
		String lowerCase = host.toLowerCase(Locale.ROOT);
		if (!lowerCase.equals(host)) {
			flaw(OriginFlaw.UPPER_CASE);
		}
		String name = lowerCase.endsWith(".") ? lowerCase.substring(0, lowerCase.length() - 1) : lowerCase;
		if (!Ipv4.isNumber(name, name.lastIndexOf('.') + 1, name.length())) {
			return lowerCase;
		}
		String address = Ipv4.canonical(name);
		if (address == null) {
			unrepairable(OriginFlaw.ADDRESS);
			return lowerCase;
		}
		if (!address.equals(lowerCase)) {
			flaw(OriginFlaw.ADDRESS);
		}
		return address;
	}

	private String ipv6(String declared) {
		boolean brackets = declared.startsWith("[") && declared.endsWith("]");
		String address = brackets ? declared.substring(1, declared.length() - 1) : declared;
		int[] pieces = Ipv6.parse(address.toLowerCase(Locale.ROOT));
		if (pieces == null) {
			unrepairable(OriginFlaw.ADDRESS);
			return declared;
		}
		String canonical = "[" + Ipv6.serialize(pieces) + "]";
		if (!canonical.equals(declared)) {
			flaw(OriginFlaw.ADDRESS);
		}
		return canonical;
	}

	private String punycode(String host) {
		if (host.chars().anyMatch((c) -> DEVIATIONS.indexOf(c) >= 0)) {
			this.repairable = false;
			return host;
		}
		try {
			return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			this.repairable = false;
			return host;
		}
	}

	private String unquote(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && QUOTES.indexOf(value.charAt(start)) >= 0) {
			start++;
		}
		while (end > start && QUOTES.indexOf(value.charAt(end - 1)) >= 0) {
			end--;
		}
		if (end - start < value.length()) {
			flaw(OriginFlaw.SYNTAX);
		}
		return value.substring(start, end);
	}

	private static String withoutLeadingSlashes(String value) {
		int start = 0;
		while (start < value.length() && (value.charAt(start) == '/' || value.charAt(start) == '\\')) {
			start++;
		}
		return value.substring(start);
	}

	private static String hostOf(String origin) {
		SerializedOrigin parsed = SerializedOrigin.parse(origin);
		return (parsed != null) ? parsed.host() : "";
	}

}
