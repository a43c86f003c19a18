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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.support.ConformanceTable;
import io.github.corsstarter.support.Flattened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every case of {@code bad-config.json} that needs no application around it: a
 * configuration and the problem that the start reports. What is not reported yet stands
 * in two lists, which have to shrink when it is.
 */
class BadConfigurationTests {

	/** Codes that no configuration gets yet. */
	private static final Set<String> MISSING_CODES = Set.of("exposed-is-request-header", "exposed-safelisted",
			"max-age-over-a-day", "max-age-over-two-hours", "method-options-unneeded", "origin-bad-host",
			"origin-bad-ip", "origin-bad-port", "origin-default-port", "origin-has-path",
			"origin-has-query-or-fragment", "origin-has-user-info", "origin-not-lower-case", "origin-opaque-scheme",
			"origin-without-scheme", "path-covers-actuator", "path-includes-context-path", "path-shadowed",
			"pattern-regular-expression", "public-suffix-pattern-with-credentials", "unknown-top-level-key",
			"unresolved-placeholder", "wildcard-echo-with-credentials");

	/** Cases of codes that other configurations get, or without what is suggested. */
	private static final Set<String> MISSING_CASES = Set.of("origin-single-slash", "origin-quoted", "pattern-no-dot",
			"pattern-double", "pattern-double-star", "pattern-port-list-broken", "pattern-covered", "header-star-mixed",
			"path-dot-segments", "path-encoded", "path-backslash", "path-equivalent", "path-equivalent-variables",
			"path-equivalent-catch-all", "pattern-port-partial", "several-rules-at-once", "unknown-origin-sources");

	static Stream<Case> reported() {
		return cases().filter((each) -> !each.isMissing());
	}

	static Stream<Case> missing() {
		return cases().filter(Case::isMissing);
	}

	private static Stream<Case> cases() {
		return ConformanceTable.read("bad-config.json").filter((line) -> !line.containsKey("app")).map(Case::new);
	}

	@ParameterizedTest
	@MethodSource("reported")
	void reportsTheProblem(Case each) {
		assertThat(each.shortcomings()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("missing")
	void staysInTheListOfWhatIsMissingOnlyWhileItIs(Case each) {
		assertThat(each.shortcomings()).isNotEmpty();
	}

	@Test
	void theListOfMissingCodesNamesNoneThatExists() {
		assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::id)).doesNotContainAnyElementsOf(MISSING_CODES);
	}

	/**
	 * One line of the table.
	 *
	 * @param json the line
	 */
	record Case(Map<String, Object> json) {

		boolean isMissing() {
			return MISSING_CODES.contains(String.valueOf(this.json.get("code")))
					|| MISSING_CASES.contains(String.valueOf(this.json.get("id")));
		}

		List<String> shortcomings() {
			return new Report(configured()).compare(this.json);
		}

		private Configured configured() {
			Map<String, Object> properties = new LinkedHashMap<>(Flattened.below("cors", this.json.get("config")));
			if (this.json.get("properties") instanceof Map<?, ?> further) {
				further.forEach((name, value) -> properties.put(name.toString(), value));
			}
			boolean actuator = this.json.get("needs") instanceof List<?> needs && needs.contains("actuator");
			return Configured.properties(properties).withManagementPath(actuator ? "/actuator" : null);
		}

		@Override
		public String toString() {
			return this.json.get("id") + " " + this.json.get("code");
		}

	}

	/**
	 * What the start says about a configuration.
	 */
	static final class Report {

		/** What is suggested in words, since it is not one value. */
		private static final String NO_VALUE = "two list items";

		private final List<ConfigurationProblem> problems = new ArrayList<>();

		private final boolean refused;

		Report(Configured configured) {
			boolean refused = false;
			try {
				this.problems.addAll(configured.load().warnings());
			}
			catch (InvalidCorsConfigurationException ex) {
				this.problems.addAll(ex.problems());
				refused = true;
			}
			this.refused = refused;
		}

		/** What should be in the report and is not, and what should not and is. */
		List<String> compare(Map<String, Object> expected) {
			List<String> shortcomings = new ArrayList<>();
			List<Map<?, ?>> all = new ArrayList<>();
			if (expected.containsKey("code")) {
				all.add(expected);
			}
			if (expected.get("also") instanceof List<?> also) {
				also.forEach((each) -> all.add((Map<?, ?>) each));
			}
			all.stream()
				.filter((each) -> this.problems.stream().noneMatch((problem) -> isReported(each, problem)))
				.forEach((each) -> shortcomings.add("not reported: " + each.get("at") + " " + each.get("severity") + " "
						+ each.get("code") + " " + each.get("suggest") + " in " + this.problems));
			List<?> mayAlso = (expected.get("mayAlso") instanceof List<?> codes) ? codes : List.of();
			this.problems.stream()
				.filter((problem) -> all.stream().noneMatch((each) -> isAbout(each, problem)))
				.filter((problem) -> !mayAlso.contains(problem.code().id()))
				.forEach((problem) -> shortcomings.add("reported: " + problem));
			boolean error = all.stream().anyMatch((each) -> "error".equals(each.get("severity")));
			if (this.refused != error) {
				shortcomings.add("refused: " + this.refused);
			}
			return shortcomings;
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
			return at.equals(problem.property()) || (expected.get("symmetric") != null
					&& at.replace(".second.", ".first.").equals(problem.property()));
		}

	}

}
