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
 * Says what is wrong with declared origins and origin patterns.
 */
final class OriginCheck {

	private static final String INSECURE = "http";

	private final Problems problems;

	private final boolean credentials;

	private final boolean tolerateInsecure;

	private final boolean alone;

	OriginCheck(CorsPolicyDefinition definition, Problems problems) {
		this.problems = problems;
		this.credentials = definition.allowCredentials();
		this.tolerateInsecure = definition.dangerouslyTolerateInsecureOrigins();
		this.alone = definition.allowedOrigins().size() == 1 && definition.allowedOriginPatterns().isEmpty();
	}

	/** Whether an item of the list of origins can be used. */
	boolean origin(int index, String item) {
		PolicyField field = PolicyField.ALLOWED_ORIGINS;
		if (item.equals(AllowedOrigins.ANY)) {
			return any(index);
		}
		if (item.equals(SerializedOrigin.NULL)) {
			return nullOrigin(field, index);
		}
		if (isJoined(item)) {
			return joined(field, index, item);
		}
		if (item.indexOf('*') >= 0
				|| OriginPattern.parse(item) != null && item.endsWith("]") && SerializedOrigin.parse(item) == null) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_IN_ALLOWED_ORIGINS,
					"A pattern belongs in allowed-origin-patterns; here it would match nothing.",
					"allowed-origin-patterns: " + item);
			return false;
		}
		SerializedOrigin origin = SerializedOrigin.parse(item);
		if (origin == null) {
			return malformed(field, index, item);
		}
		return !isInsecure(origin.scheme(), origin.isLoopback()) || insecure(field, index, item);
	}

	/** The pattern of an item of the list of patterns, if it can be used. */
	@Nullable OriginPattern pattern(int index, String item) {
		PolicyField field = PolicyField.ALLOWED_ORIGIN_PATTERNS;
		OriginPattern pattern = OriginPattern.parse(item);
		if (pattern == null) {
			explainPattern(field, index, item);
			return null;
		}
		if (isInsecure(pattern.scheme(), pattern.isLoopback())) {
			insecure(field, index, item);
			return null;
		}
		if (!pattern.hasWildcard()) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_WITHOUT_WILDCARD,
					"Without a wildcard this is an origin and belongs in allowed-origins.", null);
		}
		return pattern;
	}

	private void explainPattern(PolicyField field, int index, String item) {
		if (item.equals(SerializedOrigin.NULL)) {
			nullOrigin(field, index);
		}
		else if (isAnyOrigin(item) && this.credentials) {
			this.problems.add(field, index, item, ProblemCode.WILDCARD_WITH_CREDENTIALS,
					"Every site could read what a signed-in user may read; list the origins.", null);
		}
		else if (item.equals(AllowedOrigins.ANY)) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_ANY_ORIGIN,
					"Any origin is not a pattern; it is the single value of allowed-origins.",
					"allowed-origins: \"*\"");
		}
		else if (isJoined(item)) {
			joined(field, index, item);
		}
		else if (item.contains(":[") && item.indexOf('[') == item.lastIndexOf('[')) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_BAD_PORT_LIST,
					"A port list is one or more ports from 1 to 65535 between brackets, such as :[8080,8081].", null);
		}
		else if (isOverAddress(item)) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_OVER_IP,
					"An IP address has no names below it; list the addresses.", null);
		}
		else if (item.indexOf('*') >= 0) {
			this.problems.add(field, index, item, ProblemCode.PATTERN_WILDCARD_POSITION,
					"A wildcard stands for the whole left-most labels (https://*.example.com) or for the port"
							+ " (http://localhost:*), nowhere else.",
					null);
		}
		else {
			malformed(field, index, item);
		}
	}

	private boolean any(int index) {
		if (this.credentials) {
			this.problems.add(PolicyField.ALLOWED_ORIGINS, index, AllowedOrigins.ANY,
					ProblemCode.WILDCARD_WITH_CREDENTIALS,
					"Browsers refuse any origin together with credentials, and every site could read what a signed-in"
							+ " user may read; list the origins.",
					null);
			return false;
		}
		if (!this.alone) {
			this.problems.add(PolicyField.ALLOWED_ORIGINS, index, AllowedOrigins.ANY, ProblemCode.WILDCARD_NOT_ALONE,
					"Beside any origin the others have no effect; leave either out.", AllowedOrigins.ANY);
			return false;
		}
		return true;
	}

	private boolean nullOrigin(PolicyField field, int index) {
		this.problems.add(field, index, SerializedOrigin.NULL, ProblemCode.ORIGIN_NULL,
				"Every sandboxed frame of every site has the origin null; it names nobody.", null);
		return false;
	}

	private boolean joined(PolicyField field, int index, String item) {
		this.problems.add(field, index, item, ProblemCode.JOINED_LIST,
				"One list item holds several values; make each an item of its own.", null);
		return false;
	}

	private boolean malformed(PolicyField field, int index, String item) {
		this.problems.add(field, index, item, ProblemCode.ORIGIN_MALFORMED,
				"Browsers never send this as an origin: it is scheme://host or scheme://host:port in lower case, without"
						+ " path, and without the default port.",
				null);
		return false;
	}

	private boolean insecure(PolicyField field, int index, String item) {
		this.problems.add(field, index, item, ProblemCode.INSECURE_ORIGIN_WITH_CREDENTIALS,
				"Whoever controls the network of a user can run script in an http origin and read what the user may"
						+ " read.",
				"https" + item.substring(INSECURE.length()));
		return false;
	}

	private boolean isInsecure(String scheme, boolean loopback) {
		return this.credentials && !this.tolerateInsecure && scheme.equals(INSECURE) && !loopback;
	}

	/** Whether the wildcard stands for every scheme or for every host. */
	private static boolean isAnyOrigin(String item) {
		int schemeEnd = item.indexOf("://");
		if (schemeEnd < 0) {
			return item.equals(AllowedOrigins.ANY);
		}
		return item.lastIndexOf('*', schemeEnd) >= 0 || item.endsWith("://*") || item.contains("://*:");
	}

	private static boolean isOverAddress(String item) {
		int wildcard = item.indexOf('*');
		if (wildcard < 0) {
			return false;
		}
		String rest = item.replace("*.", "").replace(".*", "");
		int host = rest.indexOf("://") + 3;
		return host > 2 && host < rest.length()
				&& rest.chars().skip(host).allMatch((c) -> (c >= '0' && c <= '9') || c == '.' || c == ':');
	}

	/** Whether a separator of lists stands outside the brackets of a port list. */
	private static boolean isJoined(String item) {
		int depth = 0;
		for (int i = 0; i < item.length(); i++) {
			char c = item.charAt(i);
			if (c == '[' || c == ']') {
				depth += (c == '[') ? 1 : -1;
			}
			else if (c == ';' || c == '\n' || c == '\r' || (c == ',' && depth == 0)) {
				return true;
			}
		}
		return false;
	}

}
