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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InvalidCorsPolicyException}.
 */
class InvalidCorsPolicyExceptionTests {

	private final List<PolicyProblem> problems = new ArrayList<>(
			List.of(new PolicyProblem(PolicyField.ALLOWED_ORIGINS, 2, "x", ProblemCode.ORIGIN_MALFORMED, "Why.", null),
					new PolicyProblem(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, "PT-1S",
							ProblemCode.MAX_AGE_NEGATIVE, "Because.", "0")));

	@Test
	void saysInALineEachWhereWhatAndWhy() {
		assertThat(new InvalidCorsPolicyException(this.problems)).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("allowed-origins[2] 'x': Why." + System.lineSeparator() + "max-age 'PT-1S': Because.");
	}

	@Test
	void handsOutTheProblems() {
		InvalidCorsPolicyException exception = new InvalidCorsPolicyException(this.problems);
		List<PolicyProblem> expected = List.copyOf(this.problems);
		this.problems.clear();
		assertThat(exception.problems()).isEqualTo(expected);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> exception.problems().remove(0));
	}

}
