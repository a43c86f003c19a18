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

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * All patterns of all rules, the most specific first.
 */
final class RulePaths {

	/** Patterns that Spring holds to be equally specific get a fixed order, too. */
	private static final Comparator<RulePath> MOST_SPECIFIC_FIRST = Comparator
		.comparing(RulePath::pattern, PathPattern.SPECIFICITY_COMPARATOR)
		.thenComparing((path) -> path.pattern().getPatternString());

	private final List<RulePath> paths;

	private final @Nullable PathPattern management;

	RulePaths(List<RulePath> paths, @Nullable PathPattern management) {
		this.paths = paths.stream().sorted(MOST_SPECIFIC_FIRST).toList();
		this.management = management;
	}

	Stream<CompiledRule> rules() {
		return this.paths.stream().map(RulePath::rule);
	}

	@Nullable CompiledRule match(String path) {
		if (this.paths.isEmpty()) {
			return null;
		}
		try {
			return match(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			// a broken percent-encoding, which no router takes either
			return null;
		}
	}

	@Nullable CompiledRule match(PathContainer path) {
		if (this.paths.isEmpty()) {
			return null;
		}
		boolean managed = this.management != null && this.management.matches(path);
		for (RulePath candidate : this.paths) {
			if ((!managed || candidate.management()) && candidate.pattern().matches(path)) {
				return candidate.rule();
			}
		}
		return null;
	}

	/**
	 * One pattern of one rule.
	 *
	 * @param pattern the pattern
	 * @param rule the rule
	 * @param management whether the pattern names the base path of the actuator
	 */
	record RulePath(PathPattern pattern, CompiledRule rule, boolean management) {

	}

}
