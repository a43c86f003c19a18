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

package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import io.github.corsstarter.autoconfigure.CorsProperties.Defaults;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.InvalidCorsRulesException;
import io.github.corsstarter.rule.RuleProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Reads the rules out of the configuration, and reports every problem of all of them at
 * once.
 */
final class CorsRuleLoader {

	private final Environment environment;

	private final Collection<CorsRule> beans;

	private final @Nullable String managementPath;

	private final Set<ConfigurationProblem> problems = new LinkedHashSet<>();

	CorsRuleLoader(Environment environment, Collection<CorsRule> beans, @Nullable String managementPath) {
		this.environment = environment;
		this.beans = beans;
		this.managementPath = managementPath;
	}

	/**
	 * Load the rules.
	 * @return the rules that hold
	 * @throws InvalidCorsConfigurationException if there is an error
	 */
	LoadedRules load() {
		CorsPropertiesBinder binder = new CorsPropertiesBinder(this.environment);
		CorsProperties properties = binder.bind();
		this.problems.addAll(UnknownKeys.find(this.environment));
		this.problems.addAll(binder.problems());
		if (!properties.enabled()) {
			return new LoadedRules(properties, CorsRuleSet.empty(), List.of());
		}
		CorsRuleSet ruleSet = compile(properties, binder.origins());
		if (ruleSet == null || this.problems.stream().anyMatch((problem) -> problem.severity() == Severity.ERROR)) {
			throw new InvalidCorsConfigurationException(List.copyOf(this.problems));
		}
		return new LoadedRules(properties, ruleSet, List.copyOf(this.problems));
	}

	private @Nullable CorsRuleSet compile(CorsProperties properties, PropertyOrigins origins) {
		List<CorsRule> rules = new ArrayList<>(this.beans);
		properties.rules().forEach((name, rule) -> {
			checkOrigins(name, rule, properties.defaults(), origins);
			rules.add(new RuleAssembler(name, rule, properties.defaults(), origins).assemble());
		});
		try {
			CorsRuleSet ruleSet = CorsRuleSet.compile(rules, this.managementPath);
			report(ruleSet.warnings(), properties, origins);
			return ruleSet;
		}
		catch (InvalidCorsRulesException ex) {
			report(ex.problems(), properties, origins);
			return null;
		}
	}

	/**
	 * An origin list that is not there is a mistake; one that is empty closes the rule,
	 * and may come from a variable that is not set.
	 */
	private void checkOrigins(String name, Rule rule, Defaults defaults, PropertyOrigins origins) {
		List<String> exact = (rule.allowedOrigins() != null) ? rule.allowedOrigins() : defaults.allowedOrigins();
		List<String> patterns = (rule.allowedOriginPatterns() != null) ? rule.allowedOriginPatterns()
				: defaults.allowedOriginPatterns();
		if (exact == null && patterns == null) {
			String property = PropertyNames.RULES + "." + name;
			this.problems.add(new ConfigurationProblem(property, "", origins.findBelow(PropertyNames.parse(property)),
					ProblemCode.RULE_WITHOUT_ORIGINS,
					"The rule says nothing about origins; set allowed-origins or allowed-origin-patterns, to an empty"
							+ " list if nobody is to be allowed.",
					null));
		}
		else if (isEmpty(exact) && isEmpty(patterns)) {
			String key = (exact != null) ? "allowed-origins" : "allowed-origin-patterns";
			boolean own = (exact != null) ? rule.allowedOrigins() != null : rule.allowedOriginPatterns() != null;
			String property = own ? PropertyNames.ofRule(name, key) : PropertyNames.ofDefaults(key);
			this.problems.add(new ConfigurationProblem(property, "", origins.find(PropertyNames.parse(property)),
					ProblemCode.CLOSED_RULE,
					"The list is empty, so that no origin is allowed; a variable that is not set looks the same.",
					null));
		}
	}

	private static boolean isEmpty(@Nullable List<String> values) {
		return values == null || values.isEmpty();
	}

	private void report(Collection<RuleProblem> ruleProblems, CorsProperties properties, PropertyOrigins origins) {
		ruleProblems.forEach((problem) -> {
			String property = property(problem, properties, origins);
			this.problems
				.add(new ConfigurationProblem(property, problem.value(), origins.find(PropertyNames.parse(property)),
						problem.code(), problem.message(), problem.suggestion()));
		});
	}

	/** The property that has the value which a problem is about. */
	private static String property(RuleProblem problem, CorsProperties properties, PropertyOrigins origins) {
		String own = PropertyNames.ofRule(problem.rule(), problem.location());
		String ownKey = PropertyNames.ofRule(problem.rule(), PropertyNames.key(problem.location()));
		String common = PropertyNames.ofDefaults(problem.location());
		boolean inherited = properties.rules().containsKey(problem.rule())
				&& !origins.contains(PropertyNames.parse(ownKey)) && origins
					.contains(PropertyNames.parse(PropertyNames.ofDefaults(PropertyNames.key(problem.location()))));
		return inherited ? common : own;
	}

	/**
	 * What was loaded.
	 *
	 * @param properties what is configured
	 * @param ruleSet the rules that hold
	 * @param warnings what is odd about the configuration without being an error
	 */
	record LoadedRules(CorsProperties properties, CorsRuleSet ruleSet, List<ConfigurationProblem> warnings) {

	}

}
