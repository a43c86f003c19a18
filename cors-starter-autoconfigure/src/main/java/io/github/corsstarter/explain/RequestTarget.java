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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Path and query of a request, with everything percent-encoded that a browser encodes
 * (URL, section 4.4, "path state").
 *
 * @param path the raw path
 * @param query the question mark and what follows it, or nothing
 */
record RequestTarget(String path, String query) {

	static final int MAX_LENGTH = 4096;

	private static final String ENCODED_IN_PATHS = " \"#<>?^`{}";

	private static final String ENCODED_IN_QUERIES = " \"#<>'";

	static RequestTarget parse(@Nullable String value, List<String> notes) {
		if (value == null || value.isEmpty()) {
			throw new InvalidExplainQueryException("path",
					"The path of a request is needed, for instance /api/orders.");
		}
		if (value.charAt(0) != '/' || value.length() > MAX_LENGTH) {
			throw new InvalidExplainQueryException("path",
					"A path starts with a slash, without scheme and host, and has at" + " most " + MAX_LENGTH
							+ " characters: " + Printable.of(value));
		}
		int fragment = value.indexOf('#');
		String target = (fragment < 0) ? value : value.substring(0, fragment);
		int mark = target.indexOf('?');
		String path = encode((mark < 0) ? target : target.substring(0, mark), ENCODED_IN_PATHS);
		String query = (mark < 0) ? "" : "?" + encode(target.substring(mark + 1), ENCODED_IN_QUERIES);
		if (fragment >= 0) {
			notes.add("A fragment is never sent.");
		}
		if (hasDotSegment(path) || path.indexOf('\\') >= 0) {
			notes.add("A browser resolves dot segments and backslashes before it sends a path; this one is what another"
					+ " client may send.");
		}
		return new RequestTarget(path, query);
	}

	private static String encode(String value, String encoded) {
		StringBuilder result = new StringBuilder(value.length());
		for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (octet & 0xff);
			if (c < ' ' || c > '~' || encoded.indexOf(c) >= 0) {
				result.append(String.format(Locale.ROOT, "%%%02X", (int) c));
			}
			else {
				result.append(c);
			}
		}
		return result.toString();
	}

	private static boolean hasDotSegment(String path) {
		String normalized = path.toLowerCase(Locale.ROOT).replace("%2e", ".") + "/";
		return normalized.contains("/./") || normalized.contains("/../");
	}

	boolean needsToBeSentAsItIs() {
		return hasDotSegment(this.path);
	}

	/** The same inside a context path. */
	RequestTarget inside(String contextPath, List<String> notes) {
		if (contextPath.isEmpty() || !(this.path + "/").startsWith(contextPath + "/")) {
			return this;
		}
		notes.add("Rules are matched inside the context path " + Printable.of(contextPath) + ".");
		String inside = this.path.substring(contextPath.length());
		return new RequestTarget(inside.isEmpty() ? "/" : inside, this.query);
	}

	@Override
	public String toString() {
		return this.path + this.query;
	}

}
