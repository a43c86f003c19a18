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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.ProblemCode;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Relates the path patterns of all rules with each other: what compiling can do with, and
 * their author may not have meant.
 */
public final class PathCheck {

	private final List<Path> paths = new ArrayList<>();

	private final List<Path> disabledPaths = new ArrayList<>();

	private final List<RuleProblem> problems = new ArrayList<>();

	private PathCheck(Collection<CorsRule> rules) {
		PathPatternParser parser = new PathPatternParser();
		for (CorsRule rule : rules) {
			for (int i = 0; i < rule.paths().size(); i++) {
				add(rule.enabled() ? this.paths : this.disabledPaths, parser, rule.name(), i,
						rule.paths().get(i).strip());
			}
		}
	}

	/**
	 * Check the paths of rules.
	 * @param rules the rules, in any order
	 * @return what is wrong or odd, possibly nothing. Patterns that cannot be compiled
	 * are passed over
	 */
	public static List<RuleProblem> check(Collection<CorsRule> rules) {
		PathCheck check = new PathCheck(rules);
		check.findEquivalent();
		check.findShadowed();
		check.findAmbiguous();
		check.findSuccessors();
		check.paths.stream().filter(Path::endsWithSlash).forEach(check::reportTrailingSlash);
		return check.problems;
	}

	/**
	 * Whether every path that a pattern matches is matched by another, too.
	 * @param parent the other pattern
	 * @param child the pattern
	 * @return whether the other covers it
	 */
	public static boolean covers(String parent, String child) {
		return PathShape.of(parent).covers(PathShape.of(child));
	}

	private static void add(List<Path> paths, PathPatternParser parser, String rule, int index, String value) {
		if (PathSyntax.flaw(value) != null) {
			return;
		}
		try {
			paths.add(new Path(rule, index, parser.parse(value), PathShape.of(value)));
		}
		catch (PatternParseException ex) {
			// reported when the rule is compiled
		}
	}

	private void findEquivalent() {
		Map<PathShape, Path> first = new HashMap<>();
		for (Path path : this.paths) {
			Path other = first.putIfAbsent(path.shape(), path);
			if (other != null && !other.rule().equals(path.rule()) && !other.pattern().equals(path.pattern())) {
				report(path, ProblemCode.PATH_DUPLICATE, "It matches the same paths as " + other.pattern()
						+ " of the rule '" + other.rule() + "', and one path has one rule.", null);
			}
		}
	}

	private void findShadowed() {
		Map<String, List<Path>> byRule = this.paths.stream().collect(Collectors.groupingBy(Path::rule));
		for (Path path : this.paths) {
			byRule.getOrDefault(path.rule(), List.of())
				.stream()
				.filter((other) -> !other.pattern().equals(path.pattern()) && other.shape().covers(path.shape())
						&& !(path.shape().covers(other.shape()) && path.index() < other.index()))
				.findFirst()
				.ifPresent((other) -> report(path, ProblemCode.PATH_SHADOWED,
						"The pattern " + other.pattern() + " of the same rule covers it.", null));
		}
	}

	/** Only patterns of the same specificity can be ambiguous; there are few of each. */
	private void findAmbiguous() {
		List<Path> sorted = this.paths.stream()
			.sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()))
			.toList();
		for (int i = 0; i < sorted.size(); i++) {
			Path path = sorted.get(i);
			for (int j = i + 1; j < sorted.size() && isSameSpecificity(path, sorted.get(j)); j++) {
				Path other = sorted.get(j);
				if (!other.rule().equals(path.rule()) && !path.isLiteral() && !other.isLiteral()
						&& !other.shape().equals(path.shape()) && other.shape().overlaps(path.shape())) {
					report(other, ProblemCode.PATH_AMBIGUOUS, "A path can match both it and " + path.pattern()
							+ " of the rule '" + path.rule() + "', and neither is more specific.", null);
				}
			}
		}
	}

	/** Who governs the paths of rules that are not enabled. */
	private void findSuccessors() {
		Map<String, Set<String>> successors = new LinkedHashMap<>();
		for (Path disabled : this.disabledPaths) {
			this.paths.stream()
				.filter((path) -> path.shape().covers(disabled.shape()))
				.min(Comparator.comparing(Path::pattern, PathPattern.SPECIFICITY_COMPARATOR))
				.ifPresent((path) -> successors.computeIfAbsent(disabled.rule(), (rule) -> new LinkedHashSet<>())
					.add(disabled.pattern() + " has the rule '" + path.rule() + "' now"));
		}
		successors.forEach((rule, sentences) -> this.problems.add(new RuleProblem(rule, "enabled", "false",
				ProblemCode.RULE_DISABLED, "The rule is as if absent: " + String.join(", ", sentences) + ".", null)));
	}

	private static boolean isSameSpecificity(Path a, Path b) {
		return PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()) == 0;
	}

	private void reportTrailingSlash(Path path) {
		String value = path.pattern().getPatternString();
		report(path, ProblemCode.PATH_TRAILING_SLASH, "It matches only paths that end in a slash.",
				value.substring(0, value.length() - 1));
	}

	private void report(Path path, ProblemCode code, String message, @Nullable String suggestion) {
		this.problems.add(new RuleProblem(path.rule(), "paths[" + path.index() + "]", path.pattern().getPatternString(),
				code, message, suggestion));
	}

	private record Path(String rule, int index, PathPattern pattern, PathShape shape) {

		boolean isLiteral() {
			return !this.pattern.hasPatternSyntax();
		}

		boolean endsWithSlash() {
			String value = this.pattern.getPatternString();
			return value.length() > 1 && value.endsWith("/");
		}

	}

}
