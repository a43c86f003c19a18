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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems, and finds the property and the place that each comes from.
 */
final class ProblemCollector {

	private final CorsProperties properties;

	private final PropertySourceNames names;

	private final Map<String, CorsRule> beans;

	private final Set<ConfigurationProblem> problems = new LinkedHashSet<>();

	ProblemCollector(CorsProperties properties, PropertySourceNames names, Map<String, CorsRule> beans) {
		this.properties = properties;
		this.names = names;
		this.beans = beans;
	}

	void addAll(Collection<ConfigurationProblem> others) {
		this.problems.addAll(others);
	}

	void add(String property, String value, ProblemCode code, String message, @Nullable String suggestion) {
		this.problems.add(ConfigurationProblem.at(property, value, this.names, code, message, suggestion));
	}

	void addRuleProblems(Collection<RuleProblem> ruleProblems) {
		ruleProblems.forEach(this::add);
	}

	void add(RuleProblem problem) {
		String property = PropertyNames.ofRule(problem.rule(), problem.location());
		if (!this.properties.rules().containsKey(problem.rule())) {
			this.problems.add(new ConfigurationProblem(property, problem.value(), beans(problem.rule()), problem.code(),
					problem.message(), problem.suggestion()));
			return;
		}
		String key = PropertyNames.key(problem.location());
		boolean inherited = !key.isEmpty() && !this.names.isSet(PropertyNames.ofRule(problem.rule(), key))
				&& this.names.isSet(PropertyNames.ofDefaults(key));
		add(inherited ? PropertyNames.ofDefaults(problem.location()) : property, problem.value(), problem.code(),
				problem.message(), problem.suggestion());
	}

	private List<String> beans(String rule) {
		return this.beans.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().name().equals(rule))
			.map((entry) -> "bean '" + entry.getKey() + "'")
			.toList();
	}

	boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.severity() == Severity.ERROR);
	}

	List<ConfigurationProblem> toList() {
		return List.copyOf(this.problems);
	}

}
