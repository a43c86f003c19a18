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

package io.github.corsstarter.autoconfigure.layer;

import java.util.Arrays;

/**
 * Whether two path patterns can match the same path. Errs towards yes: what follows
 * {@code **} is not looked at, and variables match whatever they are restricted to.
 */
final class PathOverlap {

	private PathOverlap() {
	}

	static boolean exists(String pattern, String other) {
		String[] left = segments(pattern);
		String[] right = segments(other);
		int shorter = Math.min(left.length, right.length);
		for (int i = 0; i < shorter; i++) {
			if (isOpen(left[i]) || isOpen(right[i])) {
				return true;
			}
			if (!isCompatible(left[i], right[i])) {
				return false;
			}
		}
		String[] longer = (left.length > shorter) ? left : right;
		return longer.length == shorter || isOpen(longer[shorter]);
	}

	private static String[] segments(String pattern) {
		return Arrays.stream(pattern.split("/")).filter((segment) -> !segment.isEmpty()).toArray(String[]::new);
	}

	/** Whether a segment stands for any number of segments. */
	private static boolean isOpen(String segment) {
		return segment.equals("**") || segment.startsWith("{*");
	}

	private static boolean isCompatible(String left, String right) {
		String leftStart = literalStart(left);
		String rightStart = literalStart(right);
		if (leftStart.length() == left.length() && rightStart.length() == right.length()) {
			return left.equals(right);
		}
		return leftStart.startsWith(rightStart) || rightStart.startsWith(leftStart);
	}

	private static String literalStart(String segment) {
		for (int i = 0; i < segment.length(); i++) {
			if ("*?{".indexOf(segment.charAt(i)) >= 0) {
				return segment.substring(0, i);
			}
		}
		return segment;
	}

}
