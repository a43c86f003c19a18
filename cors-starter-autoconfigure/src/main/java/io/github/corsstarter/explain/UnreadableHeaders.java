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

package io.github.corsstarter.explain;

import java.util.List;
import java.util.Optional;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.rule.CompiledRule;

/**
 * Response headers that a script wants to read and that the rule does not expose.
 */
final class UnreadableHeaders {

	private final CompiledRule rule;

	private final List<String> names;

	UnreadableHeaders(CompiledRule rule, ScriptRequest script, List<String> read) {
		this.rule = rule;
		CorsPolicyDefinition policy = rule.policy().definition();
		boolean any = policy.exposedHeaders().contains("*") && !script.credentials();
		this.names = read.stream()
			.filter((name) -> !any && !HeaderNames.isSafelistedResponseHeader(name)
					&& policy.exposedHeaders().stream().noneMatch(name::equalsIgnoreCase))
			.distinct()
			.toList();
	}

	Optional<Fix> fix() {
		if (this.names.isEmpty()) {
			return Optional.empty();
		}
		RuleChanges changes = new RuleChanges(this.rule.rule());
		changes.addExposedHeaders(this.names);
		if (changes.compile() == null) {
			return Optional
				.of(new Fix(FixFinder.CONFIGURATION, false, "No script can read it: " + changes.obstacle(), List.of()));
		}
		return Optional.of(new Fix(FixFinder.CONFIGURATION, this.rule.isEnforced(),
				changes.sentence() + " Then scripts can read what they want to read.", changes.changes()));
	}

}
