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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;

/**
 * Compiled rules, and which of them governs a path: the one with the most specific
 * pattern that matches, whatever the order in which they were declared. Rules are never
 * merged. Immutable, safe for use by several threads.
 */
public final class CorsRuleSet {

	private static final CorsRuleSet EMPTY = compile(List.of(), null);

	private final List<CompiledRule> rules;

	private final List<CorsRule> disabledRules;

	private final List<RuleProblem> warnings;

	private final RulePaths paths;

	private final String fingerprint;

	private CorsRuleSet(List<CompiledRule> rules, List<CorsRule> disabledRules, List<RuleProblem> warnings,
			RulePaths paths, String fingerprint) {
		this.rules = rules;
		this.disabledRules = disabledRules;
		this.warnings = warnings;
		this.paths = paths;
		this.fingerprint = fingerprint;
	}

	/**
	 * The set without rules, which governs no path.
	 * @return the empty set
	 */
	public static CorsRuleSet empty() {
		return EMPTY;
	}

	/**
	 * Compile rules of which none names an origin source.
	 * @param rules the rules, in any order
	 * @param managementPath the base path of the actuator where it shares the server, or
	 * {@code null}
	 * @return the compiled rules
	 * @throws InvalidCorsRulesException if a rule has an error, with all problems of all
	 * rules
	 */
	public static CorsRuleSet compile(Collection<CorsRule> rules, @Nullable String managementPath) {
		return compile(rules, managementPath, OriginSources.none());
	}

	/**
	 * Compile rules.
	 * @param rules the rules, in any order
	 * @param managementPath the base path of the actuator where it shares the server, for
	 * instance {@code /actuator}: only patterns that start with it govern what is below.
	 * {@code null} where there is none
	 * @param originSources the origin sources that the rules can name
	 * @return the compiled rules
	 * @throws InvalidCorsRulesException if a rule has an error, with all problems of all
	 * rules
	 */
	public static CorsRuleSet compile(Collection<CorsRule> rules, @Nullable String managementPath,
			OriginSources originSources) {
		RuleSetCompiler compiler = new RuleSetCompiler(managementPath, originSources);
		rules.forEach(compiler::add);
		if (compiler.problems().stream().anyMatch((problem) -> problem.severity() == Severity.ERROR)) {
			throw new InvalidCorsRulesException(compiler.problems());
		}
		RulePaths paths = compiler.paths();
		List<CorsRule> disabled = rules.stream().filter((rule) -> !rule.enabled()).toList();
		List<CompiledRule> compiled = inMatchingOrder(paths);
		return new CorsRuleSet(compiled, disabled, List.copyOf(compiler.problems()), paths,
				Fingerprint.of(compiled, managementPath));
	}

	private static List<CompiledRule> inMatchingOrder(RulePaths paths) {
		Map<String, CompiledRule> rules = new LinkedHashMap<>();
		paths.rules().forEach((rule) -> rules.putIfAbsent(rule.name(), rule));
		return List.copyOf(rules.values());
	}

	/**
	 * The rule that governs a path.
	 * @param path the raw path of a request, inside the context path and without query
	 * @return the rule, or {@code null} if there is none. Never throws
	 */
	public @Nullable CompiledRule match(String path) {
		return this.paths.match(path);
	}

	/**
	 * The rule that governs a path.
	 * @param path the parsed path of a request, inside the context path
	 * @return the rule, or {@code null} if there is none. Never throws
	 */
	public @Nullable CompiledRule match(PathContainer path) {
		return this.paths.match(path);
	}

	/**
	 * Every pattern that matches a path, those of rules that are not enabled included.
	 * For people who want to know why: all patterns are gone through.
	 * @param path the raw path of a request, inside the context path and without query
	 * @return the patterns, the most specific first
	 */
	public List<RuleCandidate> candidates(String path) {
		return this.paths.candidates(path, this.disabledRules);
	}

	/**
	 * The enabled rules, in the order of their most specific patterns.
	 * @return the rules, possibly none
	 */
	public List<CompiledRule> rules() {
		return this.rules;
	}

	/**
	 * The rules that are declared and not enabled.
	 * @return the rules, possibly none
	 */
	public List<CorsRule> disabledRules() {
		return this.disabledRules;
	}

	/**
	 * What is odd about the rules without being an error.
	 * @return problems with severity {@link Severity#WARNING}, possibly none
	 */
	public List<RuleProblem> warnings() {
		return this.warnings;
	}

	/**
	 * A digest that is equal for sets of rules that decide alike, in this process or in
	 * another one, wherever their values came from.
	 * @return a SHA-256 digest in lower-case hexadecimal digits
	 */
	public String fingerprint() {
		return this.fingerprint;
	}

}
