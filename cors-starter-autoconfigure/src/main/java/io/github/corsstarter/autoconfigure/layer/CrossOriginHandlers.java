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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.method.HandlerMethod;

/**
 * Collects handlers with {@link CrossOrigin} whose paths rules govern.
 */
final class CrossOriginHandlers {

	/** How many handlers are named; the others are counted. */
	static final int NAMED = 20;

	private final GovernedPaths governed;

	private final SortedSet<String> handlers = new TreeSet<>();

	private final Set<String> patterns = new LinkedHashSet<>();

	CrossOriginHandlers(GovernedPaths governed) {
		this.governed = governed;
	}

	void add(HandlerMethod handler, Collection<String> paths) {
		if (!isAnnotated(handler)) {
			return;
		}
		List<String> touching = paths.stream().filter((path) -> !this.governed.touchedBy(path).isEmpty()).toList();
		if (!touching.isEmpty()) {
			this.patterns.addAll(touching);
			this.handlers.add(handler.getBeanType().getName() + "#" + handler.getMethod().getName() + " ("
					+ String.join(", ", touching) + ")");
		}
	}

	/**
	 * As Spring looks for it: on the method, its type and whatever these inherit from.
	 */
	private static boolean isAnnotated(HandlerMethod handler) {
		return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), CrossOrigin.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), CrossOrigin.class);
	}

	List<OtherCorsLayer> layers() {
		if (this.handlers.isEmpty()) {
			return List.of();
		}
		StringBuilder where = new StringBuilder("@CrossOrigin on ")
			.append(String.join(", ", this.handlers.stream().limit(NAMED).toList()));
		if (this.handlers.size() > NAMED) {
			where.append(" and ").append(this.handlers.size() - NAMED).append(" more");
		}
		return List.of(new OtherCorsLayer(Kind.CROSS_ORIGIN, where.toString(),
				this.governed.touchedBy(this.patterns).winner(Winner.RULE_BEFORE_HANDLERS)));
	}

}
