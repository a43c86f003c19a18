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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.PolicyProblem;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.rule.RulePaths.RulePath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Compiles rules one after the other and collects what is wrong with any of them.
 */
final class RuleSetCompiler {

	private static final String PATHS = "paths";

	private static final String ANY_ORIGIN = "*";

	private final PathPatternParser parser = new PathPatternParser();

	private final List<RuleProblem> problems = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private final Map<PathPattern, String> ruleByPattern = new HashMap<>();

	private final List<RulePath> paths = new ArrayList<>();

	private final @Nullable String managementPath;

	private final OriginSources originSources;

	RuleSetCompiler(@Nullable String managementPath, OriginSources originSources) {
		this.managementPath = managementPath;
		this.originSources = originSources;
	}

	List<RuleProblem> problems() {
		return this.problems;
	}

	RulePaths paths() {
		return new RulePaths(this.paths,
				(this.managementPath != null) ? this.parser.parse(this.managementPath + CorsRule.ALL_PATHS) : null);
	}

	void add(CorsRule rule) {
		if (!this.names.add(rule.name())) {
			this.problems.add(new RuleProblem(rule.name(), "", rule.name(), ProblemCode.RULE_DUPLICATE,
					"Two rules have this name; rules are never merged.", null));
		}
		CorsPolicy policy = policy(rule);
		OriginLookup originLookup = originLookup(rule);
		List<PathPattern> patterns = patterns(rule);
		if (policy != null && rule.enabled()) {
			CompiledRule compiled = new CompiledRule(rule, policy, originLookup,
					patterns.stream()
						.sorted(PathPattern.SPECIFICITY_COMPARATOR)
						.map(PathPattern::getPatternString)
						.toList());
			patterns.forEach((pattern) -> this.paths
				.add(new RulePath(pattern, compiled, namesManagement(pattern.getPatternString()))));
		}
	}

	private @Nullable CorsPolicy policy(CorsRule rule) {
		try {
			CorsPolicy policy = CorsPolicy.compile(rule.policy());
			report(rule, policy.warnings());
			return policy;
		}
		catch (InvalidCorsPolicyException ex) {
			report(rule, ex.problems());
			return null;
		}
	}

	private @Nullable OriginLookup originLookup(CorsRule rule) {
		String name = rule.originSource();
		if (name == null) {
			return null;
		}
		if (isUnresolved(name)) {
			this.problems.add(unresolved(rule, OriginSources.KEY, name));
			return null;
		}
		if (rule.policy().allowedOrigins().stream().map(String::strip).anyMatch(ANY_ORIGIN::equals)) {
			this.problems.add(new RuleProblem(rule.name(), OriginSources.KEY, name, ProblemCode.ORIGIN_SOURCE_UNNEEDED,
					"Where any origin is allowed there is nothing to ask; leave either out, an inherited source with an"
							+ " empty value.",
					null));
			return null;
		}
		return this.originSources.find(rule, name, this.problems::add);
	}

	private static boolean isUnresolved(String value) {
		return value.contains("${") || value.contains("#{");
	}

	private static RuleProblem unresolved(CorsRule rule, String location, String value) {
		return new RuleProblem(rule.name(), location, value, ProblemCode.UNRESOLVED_PLACEHOLDER,
				"The placeholder was not resolved: nothing of this name is set.", null);
	}

	private void report(CorsRule rule, List<PolicyProblem> problems) {
		problems.forEach((problem) -> this.problems.add(RuleProblem.of(rule.name(), problem)));
	}

	private List<PathPattern> patterns(CorsRule rule) {
		List<PathPattern> patterns = new ArrayList<>();
		if (rule.paths().isEmpty()) {
			this.problems.add(new RuleProblem(rule.name(), PATHS, "", ProblemCode.PATHS_EMPTY,
					"A rule without paths governs nothing.", CorsRule.ALL_PATHS));
		}
		for (int i = 0; i < rule.paths().size(); i++) {
			PathPattern pattern = pattern(rule, i, rule.paths().get(i));
			if (pattern != null) {
				patterns.add(pattern);
			}
		}
		return patterns;
	}

	private @Nullable PathPattern pattern(CorsRule rule, int index, String declared) {
		String location = PATHS + "[" + index + "]";
		String value = declared.strip();
		if (value.isEmpty()) {
			this.problems.add(new RuleProblem(rule.name(), location, value, ProblemCode.BLANK_ENTRY,
					"The entry has no content, as when a variable is not set.", null));
			return null;
		}
		if (isUnresolved(value)) {
			this.problems.add(unresolved(rule, location, value));
			return null;
		}
		if (!value.equals(declared)) {
			this.problems.add(new RuleProblem(rule.name(), location, declared, ProblemCode.VALUE_TRIMMED,
					"The white space around the value was removed.", value));
		}
		String flaw = PathSyntax.flaw(value);
		if (flaw != null) {
			this.problems.add(new RuleProblem(rule.name(), location, value, ProblemCode.PATH_UNMATCHABLE, flaw,
					PathSyntax.repaired(value)));
			return null;
		}
		PathPattern pattern;
		try {
			pattern = this.parser.parse(value);
		}
		catch (PatternParseException ex) {
			this.problems.add(new RuleProblem(rule.name(), location, value, ProblemCode.PATH_BAD_PATTERN,
					"The pattern cannot be parsed at position " + ex.getPosition() + ".", null));
			return null;
		}
		if (!rule.enabled()) {
			return pattern;
		}
		String other = this.ruleByPattern.putIfAbsent(pattern, rule.name());
		if (other == null) {
			return pattern;
		}
		if (other.equals(rule.name())) {
			this.problems.add(new RuleProblem(rule.name(), location, value, ProblemCode.DUPLICATE_ENTRY,
					"The same value stands in the list before.", null));
		}
		else {
			this.problems.add(new RuleProblem(rule.name(), location, value, ProblemCode.PATH_DUPLICATE,
					"The rule '" + other + "' has the same pattern, and one path has one rule.", null));
		}
		return null;
	}

	private boolean namesManagement(String pattern) {
		return this.managementPath != null
				&& (pattern.equals(this.managementPath) || pattern.startsWith(this.managementPath + "/"));
	}

}
