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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application starts without a problem after what is suggested about it has
 * been put in place of what is wrong.
 */
class SuggestionTests {

	/** How many suggestions there are at least. */
	private static final int ENOUGH = 80;

	static Stream<Suggested> suggestions() {
		return BadConfiguration.all().flatMap((bad) -> {
			StartReport report = stack(bad).start(bad.configured());
			return report.problems()
				.stream()
				.filter((problem) -> problem.suggestion() != null)
				.map((problem) -> new Suggested(bad, report, problem));
		});
	}

	private static Stack stack(BadConfiguration bad) {
		return Stream.of(Stack.values()).filter(bad::isFor).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@MethodSource("suggestions")
	void solvesTheProblemAndMakesNoOther(Suggested suggested) {
		Map<String, Object> corrected = Correction.apply(suggested.bad().properties(), suggested.problem());
		StartReport after = stack(suggested.bad()).start(suggested.bad().configured(corrected));
		Set<String> expected = suggested.otherErrors();
		assertThat(codes(after.problems())).as("%s", corrected).doesNotContain(code(suggested.problem()));
		assertThat(expected).as("%s", corrected).containsAll(codes(after.errors()));
		assertThat(after.refused()).isEqualTo(!after.errors().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("suggestions")
	void isOneLineThatCanBeCopied(Suggested suggested) {
		assertThat(suggested.problem().suggestion()).isNotBlank()
			.isEqualTo(ProblemReport.printable(suggested.problem().suggestion()));
	}

	@Test
	void thereAreEnough() {
		assertThat(suggestions().count()).isGreaterThanOrEqualTo(ENOUGH);
	}

	private static Set<String> codes(List<ConfigurationProblem> problems) {
		return problems.stream().map(SuggestionTests::code).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static String code(ConfigurationProblem problem) {
		return PropertyNames.key(problem.property()) + " " + problem.value() + " " + problem.code().id();
	}

	/**
	 * A suggestion.
	 *
	 * @param bad what it is about
	 * @param report all that was said
	 * @param problem what was said with the suggestion
	 */
	record Suggested(BadConfiguration bad, StartReport report, ConfigurationProblem problem) {

		/** The errors that the suggestion is not about. */
		Set<String> otherErrors() {
			Set<String> codes = codes(this.report.errors());
			codes.remove(code(this.problem));
			return codes;
		}

		@Override
		public String toString() {
			return this.bad.id() + " " + this.problem.property() + " " + this.problem.suggestion();
		}

	}

}
