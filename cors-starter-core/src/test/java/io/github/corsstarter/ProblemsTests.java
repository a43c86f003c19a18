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

package io.github.corsstarter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Problems}.
 */
class ProblemsTests {

	@ParameterizedTest
	@ValueSource(strings = { "${ORIGIN}", "https://${HOST}", "#{origin}", "{{ origin }}", "$(ORIGIN)", "<%= origin %>",
			"@origin@", "%ORIGIN%" })
	void refusesPlaceholdersThatNobodyResolved(String item) {
		assertThatProblems(CorsPolicyDefinition.builder().allowedOrigins(item))
			.containsExactly(error("allowed-origins[0]", item, ProblemCode.UNRESOLVED_PLACEHOLDER, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@@", "%a", "a%", "$a", "{a}", "#a" })
	void takesNothingElseForAPlaceholder(String item) {
		assertThat(CompileProblems.of(CorsPolicyDefinition.builder().allowedMethods(item)))
			.noneMatch((problem) -> problem.code() == ProblemCode.UNRESOLVED_PLACEHOLDER);
	}

	@ParameterizedTest
	@CsvSource({ "https://user:secret@a.example, https://***@a.example", "user:secret@a.example, ***@a.example",
			"https://a@b@c, https://***@c", "secret@://x, ***@://x", "https://a.example, https://a.example" })
	void masksUserInfo(String value, String masked) {
		Problems problems = new Problems();
		problems.add(PolicyField.ALLOWED_ORIGINS, 0, value, ProblemCode.ORIGIN_MALFORMED, "Why.", value);
		assertThat(problems.toList()).containsExactly(new PolicyProblem(PolicyField.ALLOWED_ORIGINS, 0, masked,
				ProblemCode.ORIGIN_MALFORMED, "Why.", masked));
	}

}
