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
import java.util.List;

import io.github.corsstarter.rule.CompiledRule;

/**
 * The paths of rules.
 *
 * @param rules the rules that govern them
 */
record GovernedPaths(List<CompiledRule> rules) {

	boolean isEmpty() {
		return this.rules.isEmpty();
	}

	/** Those that a layer with a pattern can touch. */
	GovernedPaths touchedBy(String pattern) {
		return touchedBy(List.of(pattern));
	}

	/** Those that a layer with patterns can touch. */
	GovernedPaths touchedBy(Collection<String> patterns) {
		return new GovernedPaths(this.rules.stream().filter((rule) -> isTouched(rule, patterns)).toList());
	}

	private static boolean isTouched(CompiledRule rule, Collection<String> patterns) {
		return patterns.stream()
			.anyMatch((pattern) -> rule.paths().stream().anyMatch((path) -> PathOverlap.exists(path, pattern)));
	}

	/**
	 * Who wins, given who does where rules are enforced. A rule that only reports never
	 * wins.
	 */
	String winner(String whereEnforced) {
		long enforced = this.rules.stream().filter(CompiledRule::isEnforced).count();
		if (enforced == 0) {
			return "The other layer wins: the rules on these paths only report.";
		}
		return (enforced == this.rules.size()) ? whereEnforced
				: whereEnforced + " Where a rule only reports, the other layer wins.";
	}

}
