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

package io.github.corsstarter.rule;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Says why a path pattern can never match a request, and what its author may have meant.
 */
final class PathSyntax {

	private PathSyntax() {
	}

	/** One sentence that says why, null if the pattern can match. */
	static @Nullable String flaw(String pattern) {
		if (pattern.indexOf('\\') >= 0 && pattern.indexOf('{') < 0) {
			return "Paths are separated by slashes.";
		}
		if (pattern.contains("://")) {
			return "A pattern is for the path alone; scheme and host are not part of it.";
		}
		if (!pattern.startsWith("/")) {
			return "The path of a request starts with a slash.";
		}
		if (pattern.indexOf('{') >= 0) {
			return null;
		}
		if (pattern.indexOf('#') >= 0 || isQuery(pattern)) {
			return "A query or a fragment is no part of the path.";
		}
		if (pattern.indexOf(';') >= 0) {
			return "Matrix parameters do not take part in the match.";
		}
		if (pattern.indexOf('%') >= 0) {
			return "Patterns are matched against decoded segments.";
		}
		if (pattern.contains("//")) {
			return "An empty segment matches nothing that a router takes.";
		}
		return hasDotSegment(pattern) ? "Browsers resolve dot segments before they send a path." : null;
	}

	/** The pattern without what keeps it from matching, null if it cannot be told. */
	static @Nullable String repaired(String pattern) {
		String path = pattern.replace('\\', '/');
		int scheme = path.indexOf("://");
		if (scheme >= 0) {
			int slash = path.indexOf('/', scheme + 3);
			path = (slash < 0) ? CorsRule.ALL_PATHS : path.substring(slash);
		}
		path = path.startsWith("/") ? path : "/" + path;
		if (path.indexOf('{') >= 0) {
			return path;
		}
		path = cut(path, path.indexOf('#'));
		path = isQuery(path) ? cut(path, path.indexOf('?')) : path;
		try {
			path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		String normalized = normalized(path);
		return (flaw(normalized) == null) ? normalized : null;
	}

	private static String cut(String path, int position) {
		return (position < 0) ? path : path.substring(0, position);
	}

	/** A question mark alone stands for one character. */
	private static boolean isQuery(String pattern) {
		int mark = pattern.indexOf('?');
		return mark >= 0 && pattern.indexOf('=', mark) > 0;
	}

	private static boolean hasDotSegment(String pattern) {
		return (pattern + "/").contains("/./") || (pattern + "/").contains("/../");
	}

	private static String normalized(String path) {
		Deque<String> segments = new ArrayDeque<>();
		for (String segment : path.split("/")) {
			String name = cut(segment, segment.indexOf(';'));
			if (name.equals("..")) {
				segments.pollLast();
			}
			else if (!name.isEmpty() && !name.equals(".")) {
				segments.add(name);
			}
		}
		return "/" + String.join("/", segments);
	}

}
