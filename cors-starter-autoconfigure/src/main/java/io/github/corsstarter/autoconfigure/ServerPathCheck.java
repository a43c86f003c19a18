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

import java.util.List;
import java.util.function.BiConsumer;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.RuleProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Relates path patterns to where the server has the application and the actuator.
 */
final class ServerPathCheck {

	private final @Nullable String contextPath;

	private final @Nullable String managementPath;

	ServerPathCheck(Environment environment, @Nullable String managementPath) {
		this.contextPath = contextPath(environment);
		this.managementPath = managementPath;
	}

	static @Nullable String contextPath(Environment environment) {
		String path = environment.getProperty("server.servlet.context-path",
				environment.getProperty("spring.webflux.base-path", ""));
		String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
		return trimmed.isEmpty() ? null : trimmed;
	}

	void check(List<CorsRule> rules, ProblemCollector problems) {
		if (this.contextPath != null) {
			forEachPath(rules, (problem, path) -> checkContextPath(problem, path, this.contextPath, problems));
		}
		if (this.managementPath != null && rules.stream().noneMatch(this::namesManagement)) {
			forEachPath(rules, (problem, path) -> checkManagement(problem, path, problems));
		}
	}

	private void forEachPath(List<CorsRule> rules, BiConsumer<RulePath, String> consumer) {
		for (CorsRule rule : rules) {
			for (int i = 0; i < rule.paths().size(); i++) {
				consumer.accept(new RulePath(rule, i), rule.paths().get(i));
			}
		}
	}

	private void checkContextPath(RulePath rulePath, String path, String contextPath, ProblemCollector problems) {
		if (path.equals(contextPath) || path.startsWith(contextPath + "/")) {
			String inside = path.substring(contextPath.length());
			problems.add(rulePath.problem(path, ProblemCode.PATH_INCLUDES_CONTEXT_PATH,
					"Patterns are matched inside the context path " + contextPath + ".",
					inside.isEmpty() ? "/" : inside));
		}
	}

	/** Only a pattern that was written down can have been meant for the actuator. */
	private void checkManagement(RulePath rulePath, String path, ProblemCollector problems) {
		if (path.equals(CorsRule.ALL_PATHS) && rulePath.rule().sources().containsKey("paths")) {
			problems.add(rulePath.problem(path, ProblemCode.PATH_COVERS_ACTUATOR,
					"The actuator is not governed by it; only a pattern that starts with " + this.managementPath
							+ " governs the actuator.",
					null));
		}
	}

	private boolean namesManagement(CorsRule rule) {
		return rule.paths().stream().anyMatch((path) -> path.startsWith(String.valueOf(this.managementPath)));
	}

	private record RulePath(CorsRule rule, int index) {

		RuleProblem problem(String value, ProblemCode code, String message, @Nullable String suggestion) {
			return new RuleProblem(this.rule.name(), "paths[" + this.index + "]", value, code, message, suggestion);
		}

	}

}
