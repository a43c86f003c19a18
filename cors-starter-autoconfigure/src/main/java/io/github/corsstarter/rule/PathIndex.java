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

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.PathContainer.Separator;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds, among any number of patterns, the most specific one that matches a path: a tree
 * over the segments of the patterns, so that the cost depends on the path and not on how
 * many patterns there are. Segments that are one literal, one variable or one asterisk
 * are compared in place; a pattern with any other segment is asked itself, where the
 * segments before that one have led to it.
 */
final class PathIndex {

	/** The rank that stands for no pattern. */
	static final int NONE = Integer.MAX_VALUE;

	/** The answer to a raw path that says that the parsed one is needed. */
	static final int UNDECIDED = -1;

	/** What comes behind it in a segment takes no part in the match. */
	private static final char PARAMETERS = ';';

	private final PathNode root = new PathNode("");

	/**
	 * Add a pattern.
	 * @param pattern a pattern that starts with a slash
	 * @param rank its place among all patterns, higher than those of the ones before
	 */
	void add(PathPattern pattern, int rank) {
		String value = pattern.getPatternString();
		PathNode node = this.root;
		int start = 1;
		for (int end = end(value, start); end < value.length(); end = end(value, start)) {
			PathNode next = next(node, value.substring(start, end));
			if (next == null) {
				node.addOther(pattern, rank);
				return;
			}
			node = next;
			start = end + 1;
		}
		String last = value.substring(start);
		if (last.isEmpty()) {
			node.slash = Math.min(node.slash, rank);
		}
		else if (last.equals("*")) {
			node.addSegment(rank);
		}
		else if (last.equals("**") || isVariable(last, "{*")) {
			node.rest = Math.min(node.rest, rank);
		}
		else {
			PathNode next = next(node, last);
			if (next == null) {
				node.addOther(pattern, rank);
			}
			else {
				next.end = Math.min(next.end, rank);
			}
		}
	}

	/**
	 * What every path without percent-encoding starts with that a pattern matches. It is
	 * the first segment at most: parameters may stand behind it.
	 */
	static String literalStart(PathPattern pattern) {
		String first = pattern.getPatternString().substring(0, end(pattern.getPatternString(), 1));
		return isLiteral(first.substring(1)) ? first : "";
	}

	private static int end(String pattern, int start) {
		int slash = pattern.indexOf('/', start);
		return (slash < 0) ? pattern.length() : slash;
	}

	/** The node below a segment, null when only the pattern knows what matches it. */
	private static @Nullable PathNode next(PathNode node, String segment) {
		if (isLiteral(segment)) {
			return node.addChild(segment);
		}
		return (segment.equals("*") || isVariable(segment, "{")) ? node.addAny() : null;
	}

	/** Whether a segment stands for nothing but itself, in a raw path as well. */
	static boolean isLiteral(String segment) {
		for (int i = 0; i < segment.length(); i++) {
			if ("*?{}\\%;".indexOf(segment.charAt(i)) >= 0) {
				return false;
			}
		}
		return !segment.isEmpty();
	}

	private static boolean isVariable(String segment, String start) {
		return segment.startsWith(start) && segment.endsWith("}")
				&& isLiteral(segment.substring(start.length(), segment.length() - 1)) && segment.indexOf(':') < 0;
	}

	/**
	 * Find a pattern without looking at anything but the characters of the path.
	 * @param path a raw path without percent-encoding, so that its segments are what they
	 * are matched by, but for their parameters
	 * @return the lowest rank of the patterns that match, {@link #NONE}, or
	 * {@link #UNDECIDED}
	 */
	int find(String path) {
		return find(this.root, path, 0, NONE);
	}

	/**
	 * Go down from a node.
	 * @param slash where the slash before the next segment is, or the end of the path
	 */
	private static int find(PathNode start, String path, int slash, int best) {
		int length = path.length();
		int position = slash;
		PathNode node = start;
		int rank = best;
		while (true) {
			if (node.hasOthers()) {
				return UNDECIDED;
			}
			rank = Math.min(rank, node.rest);
			if (position == length) {
				return Math.min(rank, node.end);
			}
			int segment = position + 1;
			if (segment == length) {
				return Math.min(rank, Math.min(node.slash, node.segment()));
			}
			if (node.isLeaf()) {
				return rank;
			}
			PathNode only = node.onlyChild();
			if (only != null && only.isAt(path, segment)) {
				node = only;
				position = segment + only.length();
				continue;
			}
			int end = segmentEnd(path, segment);
			if (end == UNDECIDED) {
				return UNDECIDED;
			}
			if (end == segment) {
				return rank;
			}
			if (end == length) {
				rank = Math.min(rank, node.segment());
			}
			PathNode any = node.any();
			if (any != null) {
				rank = find(any, path, end, rank);
				if (rank == UNDECIDED) {
					return UNDECIDED;
				}
			}
			PathNode child = node.child(path, segment, end);
			if (child == null) {
				return rank;
			}
			node = child;
			position = end;
		}
	}

	/** The end of a segment, unless it has parameters. */
	private static int segmentEnd(String path, int segment) {
		int end = segment;
		while (end < path.length() && path.charAt(end) != '/') {
			if (path.charAt(end) == PARAMETERS) {
				return UNDECIDED;
			}
			end++;
		}
		return end;
	}

	/**
	 * Find a pattern.
	 * @param path a parsed path that starts with a slash or is empty
	 * @return the lowest rank of the patterns that match, or {@link #NONE}
	 */
	int find(PathContainer path) {
		return find(this.root, path, path.elements(), 0, NONE);
	}

	private static int find(PathNode start, PathContainer path, List<Element> elements, int slash, int best) {
		int size = elements.size();
		int position = slash;
		PathNode node = start;
		int rank = best;
		while (true) {
			rank = Math.min(rank, node.matchOthers(path, rank));
			if (position < size && !(elements.get(position) instanceof Separator)) {
				return rank;
			}
			rank = Math.min(rank, node.rest);
			if (position == size) {
				return Math.min(rank, node.end);
			}
			if (position + 1 == size) {
				return Math.min(rank, Math.min(node.slash, node.segment()));
			}
			if (!(elements.get(position + 1) instanceof PathSegment segment)) {
				return rank;
			}
			position += 2;
			if (position == size) {
				rank = Math.min(rank, node.segment());
			}
			// without its parameters a segment can be empty
			String value = segment.valueToMatch();
			PathNode any = node.any();
			if (any != null && !value.isEmpty()) {
				rank = find(any, path, elements, position, rank);
			}
			PathNode child = node.child(value, 0, value.length());
			if (child == null) {
				return rank;
			}
			node = child;
		}
	}

}
