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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.Severity;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;

import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;

/**
 * What the start of an application says about its configuration.
 *
 * @param problems the problems, in their order
 * @param refused whether the application did not start
 */
record StartReport(List<ConfigurationProblem> problems, boolean refused) {

	/** What is suggested in words, since it is not one value. */
	private static final String NO_VALUE = "two list items";

	static StartReport of(ApplicationContextAssertProvider<?> context) {
		Throwable failure = context.getStartupFailure();
		if (failure == null) {
			return new StartReport(context.getBean(LoadedRules.class).warnings(), false);
		}
		Throwable cause = failure;
		while (!(cause instanceof InvalidCorsConfigurationException refusal)) {
			if (cause == null) {
				throw new IllegalStateException("Failed for another reason", failure);
			}
			cause = cause.getCause();
		}
		return new StartReport(refusal.problems(), true);
	}

	List<ConfigurationProblem> errors() {
		return this.problems.stream().filter((problem) -> problem.severity() == Severity.ERROR).toList();
	}

	/**
	 * What should be in the report and is not, and what should not and is.
	 * @param line a line of the table of bad configurations
	 */
	List<String> compare(Map<String, Object> line) {
		List<String> shortcomings = new ArrayList<>();
		List<Map<?, ?>> expected = expected(line);
		expected.stream()
			.filter((each) -> this.problems.stream().noneMatch((problem) -> isReported(each, problem)))
			.forEach((each) -> shortcomings.add("not reported: " + each.get("at") + " " + each.get("severity") + " "
					+ each.get("code") + " " + each.get("suggest") + " in " + this.problems));
		List<?> mayAlso = (line.get("mayAlso") instanceof List<?> codes) ? codes : List.of();
		this.problems.stream()
			.filter((problem) -> expected.stream().noneMatch((each) -> isAbout(each, problem)))
			.filter((problem) -> !mayAlso.contains(problem.code().id()))
			.forEach((problem) -> shortcomings.add("reported: " + problem));
		boolean error = expected.stream().anyMatch((each) -> "error".equals(each.get("severity")));
		if (this.refused != error) {
			shortcomings.add("refused: " + this.refused);
		}
		return shortcomings;
	}

	private static List<Map<?, ?>> expected(Map<String, Object> line) {
		Stream<Map<?, ?>> first = line.containsKey("code") ? Stream.of(line) : Stream.empty();
		Stream<Map<?, ?>> also = (line.get("also") instanceof List<?> others)
				? others.stream().map((each) -> (Map<?, ?>) each) : Stream.empty();
		return Stream.concat(first, also).toList();
	}

	private static boolean isReported(Map<?, ?> expected, ConfigurationProblem problem) {
		return isAbout(expected, problem) && problem.code().id().equals(expected.get("code"))
				&& problem.severity().name().equalsIgnoreCase(String.valueOf(expected.get("severity")))
				&& isSuggested(expected.get("suggest"), problem);
	}

	private static boolean isSuggested(Object expected, ConfigurationProblem problem) {
		return expected == null || NO_VALUE.equals(expected) || expected.equals(problem.suggestion());
	}

	/** Two rules may be at odds so that either may be blamed. */
	private static boolean isAbout(Map<?, ?> expected, ConfigurationProblem problem) {
		String at = String.valueOf(expected.get("at"));
		return at.equals(problem.property())
				|| (expected.get("symmetric") != null && at.replace(".second.", ".first.").equals(problem.property()));
	}

}
