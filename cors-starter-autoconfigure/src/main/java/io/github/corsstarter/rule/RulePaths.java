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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.rule.RuleCandidate.Fate;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All patterns of all rules, the most specific first.
 */
final class RulePaths {

	/** Patterns that Spring holds to be equally specific get a fixed order, too. */
	private static final Comparator<RulePath> MOST_SPECIFIC_FIRST = Comparator
		.comparing(RulePath::pattern, PathPattern.SPECIFICITY_COMPARATOR)
		.thenComparing((path) -> path.pattern().getPatternString());

	private final List<RulePath> paths;

	private final CompiledRule[] ruleByRank;

	private final PathIndex all = new PathIndex();

	/** The patterns that name the base path of the actuator. */
	private final PathIndex ofManagement = new PathIndex();

	/** What is below that base path; nothing, where there is no actuator. */
	private final PathIndex management = new PathIndex();

	/** What every such path starts with, or {@code null} where there is no actuator. */
	private final @Nullable String managementStart;

	RulePaths(List<RulePath> paths, @Nullable PathPattern management) {
		this.paths = paths.stream().sorted(MOST_SPECIFIC_FIRST).toList();
		this.ruleByRank = rules().toArray(CompiledRule[]::new);
		for (int rank = 0; rank < this.paths.size(); rank++) {
			RulePath path = this.paths.get(rank);
			this.all.add(path.pattern(), rank);
			if (path.management()) {
				this.ofManagement.add(path.pattern(), rank);
			}
		}
		this.managementStart = (management != null) ? PathIndex.literalStart(management) : null;
		if (management != null) {
			this.management.add(management, 0);
		}
	}

	Stream<CompiledRule> rules() {
		return this.paths.stream().map(RulePath::rule);
	}

	@Nullable CompiledRule match(String path) {
		int rank = matchRaw(path);
		if (rank != PathIndex.UNDECIDED) {
			return rule(rank);
		}
		try {
			return rule(matchParsed(PathContainer.parsePath(path)));
		}
		catch (IllegalArgumentException ex) {
			// a broken percent-encoding, which no router takes either
			return null;
		}
	}

	@Nullable CompiledRule match(PathContainer path) {
		int rank = matchRaw(path.value());
		return rule((rank != PathIndex.UNDECIDED) ? rank : matchParsed(path));
	}

	private @Nullable CompiledRule rule(int rank) {
		return (rank != PathIndex.NONE) ? this.ruleByRank[rank] : null;
	}

	/** A path with percent-encoding has to be decoded as a whole. */
	private int matchRaw(String path) {
		if (this.ruleByRank.length == 0) {
			return PathIndex.NONE;
		}
		if (!path.startsWith("/") || path.indexOf('%') >= 0) {
			return PathIndex.UNDECIDED;
		}
		if (this.managementStart == null || !path.startsWith(this.managementStart)) {
			return this.all.find(path);
		}
		int managed = this.management.find(path);
		return (managed != PathIndex.UNDECIDED) ? index(managed).find(path) : PathIndex.UNDECIDED;
	}

	private int matchParsed(PathContainer path) {
		return index(this.management.find(path)).find(path);
	}

	private PathIndex index(int managed) {
		return (managed == PathIndex.NONE) ? this.all : this.ofManagement;
	}

	List<RuleCandidate> candidates(String path, List<CorsRule> disabledRules) {
		PathContainer container;
		try {
			container = PathContainer.parsePath(path);
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
		CompiledRule governing = match(path);
		boolean managed = this.management.find(container) != PathIndex.NONE;
		List<Candidate> candidates = new ArrayList<>();
		for (RulePath candidate : this.paths) {
			if (candidate.pattern().matches(container)) {
				boolean passedOver = managed && !candidate.management();
				boolean governs = !passedOver && candidate.rule().equals(governing)
						&& candidates.stream().noneMatch((other) -> other.fate() == Fate.GOVERNS);
				candidates.add(new Candidate(candidate.rule().rule(), candidate.pattern(),
						passedOver ? Fate.ACTUATOR : governs ? Fate.GOVERNS : Fate.LESS_SPECIFIC));
			}
		}
		disabledRules.forEach((rule) -> addDisabled(rule, container, candidates));
		return candidates.stream()
			.sorted(Comparator.comparing(Candidate::pattern, PathPattern.SPECIFICITY_COMPARATOR))
			.map((candidate) -> new RuleCandidate(candidate.rule(), candidate.pattern().getPatternString(),
					candidate.fate()))
			.toList();
	}

	private static void addDisabled(CorsRule rule, PathContainer path, List<Candidate> candidates) {
		PathPatternParser parser = new PathPatternParser();
		for (String declared : rule.paths()) {
			// one that is no pattern stopped the start, whether its rule is enabled or
			// not
			PathPattern pattern = parser.parse(declared.strip());
			if (pattern.matches(path)) {
				candidates.add(new Candidate(rule, pattern, Fate.DISABLED));
			}
		}
	}

	private record Candidate(CorsRule rule, PathPattern pattern, Fate fate) {

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
