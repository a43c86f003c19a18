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

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What patterns that begin with the same segments have in common: which of them match
 * here, and the nodes below. Written while the index is built, read ever after.
 */
final class PathNode {

	/** The rank of the pattern that ends here. */
	int end = PathIndex.NONE;

	/** The rank of the pattern that ends in a slash after this node. */
	int slash = PathIndex.NONE;

	/** The rank of the pattern that takes whatever follows. */
	int rest = PathIndex.NONE;

	private final String name;

	private final int length;

	private final int hash;

	private @Nullable PathNode sibling;

	private @Nullable PathNode any;

	private @Nullable PathNode[] children = new @Nullable PathNode[0];

	private int size;

	private int segment = PathIndex.NONE;

	private boolean leaf = true;

	private @Nullable PathNode onlyChild;

	private @Nullable List<Other> others;

	PathNode(String name) {
		this.name = name;
		this.length = name.length();
		this.hash = hash(name, 0, name.length());
	}

	private static int hash(String value, int start, int end) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + value.charAt(i);
		}
		return hash;
	}

	/** Whether no segment leads further. */
	boolean isLeaf() {
		return this.leaf;
	}

	/** The node below the one segment that leads further, where there is but one. */
	@Nullable PathNode onlyChild() {
		return this.onlyChild;
	}

	private void lead(@Nullable PathNode child) {
		this.onlyChild = this.leaf ? child : null;
		this.leaf = false;
	}

	/** The rank of the pattern that has one more segment, of any content or none. */
	int segment() {
		return this.segment;
	}

	void addSegment(int rank) {
		this.segment = Math.min(this.segment, rank);
		lead(null);
	}

	/** Whether the name of this node is the segment of a path that starts somewhere. */
	boolean isAt(String path, int start) {
		int end = start + this.length;
		return end <= path.length() && (end == path.length() || path.charAt(end) == '/')
				&& path.startsWith(this.name, start);
	}

	int length() {
		return this.length;
	}

	/** The node below any segment with content. */
	@Nullable PathNode any() {
		return this.any;
	}

	PathNode addAny() {
		if (this.any == null) {
			this.any = new PathNode("*");
			lead(null);
		}
		return this.any;
	}

	/** The node below a segment that is a region of a longer value. */
	@Nullable PathNode child(String value, int start, int end) {
		if (this.onlyChild != null) {
			PathNode only = this.onlyChild;
			return (only.length == end - start && value.startsWith(only.name, start)) ? only : null;
		}
		if (this.size == 0) {
			return null;
		}
		int hash = hash(value, start, end);
		for (PathNode node = this.children[slot(hash)]; node != null; node = node.sibling) {
			if (node.hash == hash && node.length == end - start && value.startsWith(node.name, start)) {
				return node;
			}
		}
		return null;
	}

	PathNode addChild(String value) {
		PathNode present = child(value, 0, value.length());
		if (present != null) {
			return present;
		}
		if (this.size == this.children.length) {
			grow();
		}
		PathNode node = new PathNode(value);
		link(node);
		this.size++;
		lead(node);
		return node;
	}

	private void grow() {
		@Nullable PathNode[] before = this.children;
		this.children = new @Nullable PathNode[Math.max(2, before.length * 2)];
		for (PathNode first : before) {
			PathNode node = first;
			while (node != null) {
				PathNode next = node.sibling;
				link(node);
				node = next;
			}
		}
	}

	private void link(PathNode node) {
		int slot = slot(node.hash);
		node.sibling = this.children[slot];
		this.children[slot] = node;
	}

	private int slot(int hash) {
		return (hash ^ (hash >>> 16)) & (this.children.length - 1);
	}

	/** Add a pattern that goes on in a way that it alone knows. */
	void addOther(PathPattern pattern, int rank) {
		if (this.others == null) {
			this.others = new ArrayList<>(1);
		}
		this.others.add(new Other(pattern, rank));
	}

	boolean hasOthers() {
		return this.others != null;
	}

	/** The lowest rank of those of them that match and are below a limit, or none. */
	int matchOthers(PathContainer path, int limit) {
		if (this.others == null) {
			return PathIndex.NONE;
		}
		for (Other other : this.others) {
			if (other.rank() >= limit) {
				break;
			}
			if (other.pattern().matches(path)) {
				return other.rank();
			}
		}
		return PathIndex.NONE;
	}

	private record Other(PathPattern pattern, int rank) {

	}

}
