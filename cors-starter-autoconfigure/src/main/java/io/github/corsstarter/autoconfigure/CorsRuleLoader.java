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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.InvalidCorsRulesException;
import io.github.corsstarter.rule.OriginSources;
import io.github.corsstarter.rule.PathCheck;
import io.github.corsstarter.source.OriginCacheSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Reads the rules out of the configuration, and reports every problem of all of them at
 * once.
 */
final class CorsRuleLoader {

	private final Environment environment;

	private final Map<String, CorsRule> beans;

	private final @Nullable String managementPath;

	private final Function<OriginCacheSettings, OriginSources> originSources;

	/** For rules of which none names an origin source. */
	CorsRuleLoader(Environment environment, Map<String, CorsRule> beans, @Nullable String managementPath) {
		this(environment, beans, managementPath, (settings) -> OriginSources.none());
	}

	CorsRuleLoader(Environment environment, Map<String, CorsRule> beans, @Nullable String managementPath,
			Function<OriginCacheSettings, OriginSources> originSources) {
		this.environment = environment;
		this.beans = beans;
		this.managementPath = managementPath;
		this.originSources = originSources;
	}

	/**
	 * Load the rules.
	 * @return the rules that hold
	 * @throws InvalidCorsConfigurationException if there is an error
	 */
	LoadedRules load() {
		CorsPropertiesBinder binder = new CorsPropertiesBinder(this.environment);
		return load(binder.bind(), binder.problems());
	}

	/** Load what has been bound, with the problems of that. */
	LoadedRules load(CorsProperties properties, List<ConfigurationProblem> bindingProblems) {
		if (!properties.enabled()) {
			return new LoadedRules(properties, CorsRuleSet.empty(), List.of(), List.of());
		}
		ProblemCollector problems = collector(properties);
		problems.addAll(UnknownKeys.find(this.environment));
		problems.addAll(bindingProblems);
		return load(rules(properties, problems), properties, problems);
	}

	/**
	 * Load rules that a program has put together, in place of those of the properties.
	 */
	LoadedRules load(Collection<CorsRule> rules, CorsProperties properties) {
		CorsProperties others = properties.withoutRules();
		return load(List.copyOf(rules), others, collector(others));
	}

	private LoadedRules load(List<CorsRule> rules, CorsProperties properties, ProblemCollector problems) {
		OriginSources sources = this.originSources
			.apply(new OriginCacheCheck(problems).check(properties.originCache()));
		CorsRuleSet ruleSet = compile(rules, sources, problems);
		if (ruleSet == null || problems.hasErrors()) {
			throw new InvalidCorsConfigurationException(problems.toList());
		}
		ProblemCollector notices = collector(properties);
		new ToleratedDangers(notices).check(rules.stream().filter(CorsRule::enabled).toList());
		return new LoadedRules(properties, ruleSet, problems.toList(), notices.toList());
	}

	private ProblemCollector collector(CorsProperties properties) {
		return new ProblemCollector(properties, new PropertySourceNames(this.environment), this.beans);
	}

	private List<CorsRule> rules(CorsProperties properties, ProblemCollector problems) {
		List<CorsRule> rules = new ArrayList<>(this.beans.values());
		OriginPresence presence = new OriginPresence(properties.defaults(), problems);
		PropertySourceNames names = new PropertySourceNames(this.environment);
		properties.rules().forEach((name, rule) -> {
			presence.check(name, rule);
			rules.add(new RuleAssembler(name, rule, properties.defaults(), names).assemble());
		});
		return rules;
	}

	private @Nullable CorsRuleSet compile(List<CorsRule> rules, OriginSources sources, ProblemCollector problems) {
		CorsRuleSet ruleSet = null;
		try {
			ruleSet = CorsRuleSet.compile(rules, this.managementPath, sources);
			problems.addRuleProblems(ruleSet.warnings());
		}
		catch (InvalidCorsRulesException ex) {
			problems.addRuleProblems(ex.problems());
		}
		problems.addRuleProblems(PathCheck.check(rules));
		List<CorsRule> enabled = rules.stream().filter(CorsRule::enabled).toList();
		new ServerPathCheck(this.environment, this.managementPath).check(enabled, problems);
		new ProductionAdvice(this.environment).check(enabled, problems);
		return ruleSet;
	}

	/**
	 * What was loaded.
	 *
	 * @param properties what is configured
	 * @param ruleSet the rules that hold
	 * @param warnings what is odd about the configuration without being an error
	 * @param notices what is meant as it is, and is said at every start nevertheless
	 */
	record LoadedRules(CorsProperties properties, CorsRuleSet ruleSet, List<ConfigurationProblem> warnings,
			List<ConfigurationProblem> notices) {

		/** Everything that there is to say. */
		List<ConfigurationProblem> remarks() {
			return Stream.concat(this.warnings.stream(), this.notices.stream()).toList();
		}

	}

}
