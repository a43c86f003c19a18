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

	/** The rank of the pattern that has one more segment, of any content or none. */
	int segment = PathIndex.NONE;

	/** The rank of the pattern that takes whatever follows. */
	int rest = PathIndex.NONE;

	private final String name;

	private final int hash;

	private @Nullable PathNode sibling;

	private @Nullable PathNode any;

	private @Nullable PathNode[] children = new @Nullable PathNode[0];

	private int size;

	private final List<Other> others = new ArrayList<>(0);

	PathNode(String name) {
		this.name = name;
		int hash = 0;
		for (int i = 0; i < name.length(); i++) {
			hash = mix(hash, name.charAt(i));
		}
		this.hash = hash;
	}

	/** The hash of a name with one more character; 0 is the hash of the empty name. */
	static int mix(int hash, char c) {
		return 31 * hash + c;
	}

	/** Whether no segment leads further. */
	boolean isLeaf() {
		return this.size == 0 && this.any == null && this.segment == PathIndex.NONE;
	}

	/** The node below any segment with content. */
	@Nullable PathNode any() {
		return this.any;
	}

	PathNode addAny() {
		if (this.any == null) {
			this.any = new PathNode("*");
		}
		return this.any;
	}

	/** The node below a segment that is a region of a longer value. */
	@Nullable PathNode child(String value, int start, int end, int hash) {
		if (this.size == 0) {
			return null;
		}
		for (PathNode node = this.children[slot(hash)]; node != null; node = node.sibling) {
			if (node.hash == hash && node.name.length() == end - start && value.startsWith(node.name, start)) {
				return node;
			}
		}
		return null;
	}

	@Nullable PathNode child(String value) {
		int hash = 0;
		for (int i = 0; i < value.length(); i++) {
			hash = mix(hash, value.charAt(i));
		}
		return child(value, 0, value.length(), hash);
	}

	PathNode addChild(String value) {
		PathNode present = child(value);
		if (present != null) {
			return present;
		}
		if (this.size == this.children.length) {
			grow();
		}
		PathNode node = new PathNode(value);
		link(node);
		this.size++;
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
		this.others.add(new Other(pattern, rank));
	}

	boolean hasOthers() {
		return !this.others.isEmpty();
	}

	/** The lowest rank of those of them that match and are below a limit, or none. */
	int matchOthers(PathContainer path, int limit) {
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
