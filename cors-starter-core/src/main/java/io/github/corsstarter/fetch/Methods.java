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

package io.github.corsstarter.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * The methods that the Fetch standard treats in a way of their own (section 2.2.1).
 */
public final class Methods {

	/** The method of a CORS-preflight request. */
	public static final String OPTIONS = "OPTIONS";

	/** The method of a WebSocket handshake, among others. */
	public static final String GET = "GET";

	private static final Set<String> FORBIDDEN = Set.of("CONNECT", "TRACE", "TRACK");

	private static final Set<String> NORMALIZED = Set.of("DELETE", GET, "HEAD", OPTIONS, "POST", "PUT");

	private static final Set<String> NOT_NORMALIZED = Set.of("PATCH", "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY",
			"MOVE", "LOCK", "UNLOCK", "SEARCH", "REPORT", "MERGE", "ACL", "BIND", "LINK", "UNLINK");

	private Methods() {
	}

	/**
	 * Whether a method is a CORS-safelisted method, which passes a preflight whatever the
	 * policy lists.
	 * @param method the method, compared with its case
	 * @return whether it is {@code GET}, {@code HEAD} or {@code POST}
	 */
	public static boolean isSafelisted(String method) {
		return method.equals(GET) || method.equals("POST") || method.equals("HEAD");
	}

	/**
	 * Whether a method is a forbidden method, which no script can send.
	 * @param method the method, in any case
	 * @return whether it is {@code CONNECT}, {@code TRACE} or {@code TRACK}
	 */
	public static boolean isForbidden(String method) {
		return method.length() <= "CONNECT".length() && FORBIDDEN.contains(method.toUpperCase(Locale.ROOT));
	}

	/**
	 * Normalize a method as browsers do before they send it.
	 * @param method the method
	 * @return the method in upper case when it is one of the six that browsers normalize
	 * (so not {@code patch}), otherwise as it is
	 */
	public static String normalize(String method) {
		String upperCase = method.toUpperCase(Locale.ROOT);
		return NORMALIZED.contains(upperCase) ? upperCase : method;
	}

	/**
	 * Whether a method is a registered one in a case that makes it another method, since
	 * methods are case-sensitive and browsers do not normalize this one.
	 * @param method the method
	 * @return whether it is, for instance, {@code patch}
	 */
	public static boolean isWrongCase(String method) {
		String upperCase = method.toUpperCase(Locale.ROOT);
		return !method.equals(upperCase) && NOT_NORMALIZED.contains(upperCase);
	}

}
