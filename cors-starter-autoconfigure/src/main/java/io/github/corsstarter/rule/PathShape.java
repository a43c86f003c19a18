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

import java.util.ArrayList;
import java.util.List;

/**
 * A path pattern without the names of its variables, which make no difference to what it
 * matches, to be compared with others: {@code /a/{id}} and {@code /a/*} have the same
 * shape. In the middle of a pattern the two differ, where Spring's order prefers the
 * variable.
 */
record PathShape(List<String> segments, boolean open) {

	private static final String ANY = "*";

	private static final String VARIABLE = "{}";

	static PathShape of(String pattern) {
		List<String> segments = new ArrayList<>();
		List<String> all = split(pattern);
		boolean open = false;
		for (int i = 0; i < all.size(); i++) {
			String segment = all.get(i);
			if (segment.equals("**") || segment.startsWith("{*")) {
				open = true;
			}
			else if (isVariable(segment)) {
				// before the last segment, a variable is more specific than an asterisk
				segments.add((i == all.size() - 1) ? ANY : VARIABLE);
			}
			else {
				segments.add(segment);
			}
		}
		return new PathShape(List.copyOf(segments), open);
	}

	/** The segments between slashes, where slashes between braces do not count. */
	private static List<String> split(String pattern) {
		List<String> segments = new ArrayList<>();
		int depth = 0;
		int start = 1;
		for (int i = 1; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			depth += (c == '{') ? 1 : (c == '}') ? -1 : 0;
			if (c == '/' && depth == 0) {
				segments.add(pattern.substring(start, i));
				start = i + 1;
			}
		}
		segments.add(pattern.substring(Math.min(start, pattern.length())));
		return segments;
	}

	private static boolean isVariable(String segment) {
		return segment.startsWith("{") && segment.indexOf('}') == segment.length() - 1 && segment.indexOf(':') < 0;
	}

	/** Whether every path that the other matches is matched by this, too. */
	boolean covers(PathShape other) {
		if (this.open ? other.segments.size() < this.segments.size()
				: other.open || other.segments.size() != this.segments.size()) {
			return false;
		}
		for (int i = 0; i < this.segments.size(); i++) {
			String segment = this.segments.get(i);
			if (!isAny(segment) && !segment.equals(other.segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** Whether there may be a path that both match. */
	boolean overlaps(PathShape other) {
		int common = Math.min(this.segments.size(), other.segments.size());
		if ((this.segments.size() > common && !other.open) || (other.segments.size() > common && !this.open)) {
			return false;
		}
		for (int i = 0; i < common; i++) {
			String a = this.segments.get(i);
			String b = other.segments.get(i);
			if (!a.equals(b) && isLiteral(a) && isLiteral(b)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAny(String segment) {
		return segment.equals(ANY) || segment.equals(VARIABLE);
	}

	private static boolean isLiteral(String segment) {
		// no stream: asked for every pair of patterns of the same specificity
		return segment.indexOf('*') < 0 && segment.indexOf('?') < 0 && segment.indexOf('{') < 0;
	}

}
