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

import io.github.corsstarter.rule.RulePaths.RulePath;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What {@link RulePaths} has to say, found in the plainest way: each pattern is asked,
 * the most specific first.
 */
final class NaiveRulePaths {

	private final List<RulePath> paths;

	private final PathPattern management;

	NaiveRulePaths(List<RulePath> paths, PathPattern management) {
		this.paths = paths.stream()
			.sorted(Comparator.comparing(RulePath::pattern, PathPattern.SPECIFICITY_COMPARATOR)
				.thenComparing((path) -> path.pattern().getPatternString()))
			.toList();
		this.management = management;
	}

	CompiledRule match(String path) {
		try {
			return match(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	CompiledRule match(PathContainer path) {
		boolean managed = this.management != null && this.management.matches(path);
		return this.paths.stream()
			.filter((candidate) -> (!managed || candidate.management()) && candidate.pattern().matches(path))
			.map(RulePath::rule)
			.findFirst()
			.orElse(null);
	}

}
