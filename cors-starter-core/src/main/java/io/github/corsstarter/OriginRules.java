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

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What holds for declared origins and for patterns alike, and relates them to
 * credentials. Each method reports the problem that it finds.
 */
final class OriginRules {

	private static final String HTTP = "http";

	private static final String SCHEME_SEPARATOR = "://";

	private final Problems problems;

	private final boolean credentials;

	private final boolean encrypted;

	OriginRules(CorsPolicyDefinition definition, Problems problems) {
		this.problems = problems;
		this.credentials = definition.allowCredentials();
		this.encrypted = isEncryptionNeeded(definition);
	}

	/** Whether no origin may be insecure. */
	static boolean isEncryptionNeeded(CorsPolicyDefinition definition) {
		return definition.allowCredentials() && !definition.dangerouslyTolerateInsecureOrigins();
	}

	/** Whether whoever controls the network can run script in an origin. */
	static boolean isInsecure(String scheme, boolean loopback) {
		return scheme.equals(HTTP) && !loopback;
	}

	/** Whether a part of a joined list looks like an origin, good or bad. */
	static boolean isOrigin(String part) {
		return part.contains(SCHEME_SEPARATOR) || part.equals(AllowedOrigins.ANY) || part.equals(SerializedOrigin.NULL);
	}

	boolean hasCredentials() {
		return this.credentials;
	}

	boolean isNull(PolicyField field, int index, String item) {
		if (!item.equalsIgnoreCase(SerializedOrigin.NULL)) {
			return false;
		}
		this.problems.add(field, index, item, ProblemCode.ORIGIN_NULL,
				"Every sandboxed frame of every site has the origin null; it names nobody.", null);
		return true;
	}

	boolean isInsecure(PolicyField field, int index, String item, String scheme, boolean loopback) {
		if (!this.encrypted || !isInsecure(scheme, loopback)) {
			return false;
		}
		this.problems.add(field, index, item, ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS,
				"Whoever controls the network of a user can run script in an http origin and read what the user may"
						+ " read.",
				secure(item));
		return true;
	}

	/** The same origin or pattern with https, unless it is then none any more. */
	private static @Nullable String secure(String item) {
		String secure = "https" + item.substring(HTTP.length());
		return (OriginPattern.parse(secure) != null) ? secure : null;
	}

	/**
	 * Whether a wildcard stands for every scheme or every host, and credentials are
	 * allowed.
	 */
	boolean isAnyOriginWithCredentials(PolicyField field, int index, String item) {
		if (!this.credentials || !isAnyOrigin(item)) {
			return false;
		}
		this.problems.add(field, index, item, ProblemCode.WILDCARD_WITH_CREDENTIALS,
				"Every site could read what a signed-in user may read, and browsers refuse * together with"
						+ " credentials; list the origins.",
				null);
		return true;
	}

	private static boolean isAnyOrigin(String item) {
		int schemeEnd = item.indexOf(SCHEME_SEPARATOR);
		if (schemeEnd < 0) {
			return item.chars().allMatch((c) -> c == '*' || c == ':');
		}
		int hostStart = schemeEnd + SCHEME_SEPARATOR.length();
		int port = item.indexOf(':', hostStart);
		String host = item.substring(hostStart, (port < 0) ? item.length() : port);
		return item.lastIndexOf('*', schemeEnd) >= 0 || isWildcard(host);
	}

	private static boolean isWildcard(String host) {
		return !host.isEmpty() && host.chars().allMatch((c) -> c == '*' || c == '.');
	}

	void warnOfTrailingDot(PolicyField field, int index, String item) {
		this.problems.add(field, index, item, ProblemCode.ORIGIN_TRAILING_DOT,
				"With the dot at its end the host is another origin than without, and hardly the one that is meant.",
				null);
	}

}
