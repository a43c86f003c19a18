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

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static io.github.corsstarter.CompileProblems.warning;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreflightMaxAge}.
 */
class PreflightMaxAgeTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT1S, 1", "PT30M, 1800", "PT2H, 7200" })
	void answersInWholeSeconds(Duration duration, String value) {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder().maxAge(duration);
		assertThatProblems(definition).isEmpty();
		PreflightMaxAge maxAge = PreflightMaxAge.compile(definition.build(), new Problems());
		assertThat(maxAge.value()).isEqualTo(value);
		assertThat(maxAge.duration()).isEqualTo(duration);
	}

	@ParameterizedTest
	@CsvSource({ "PT-1S, PT-1S", "PT-0.5S, PT-0.5S", "PT-1H, PT-1H" })
	void refusesANegativeDuration(Duration duration, String value) {
		assertThatProblems(CorsPolicyDefinition.builder().maxAge(duration))
			.containsExactly(error("max-age", value, ProblemCode.MAX_AGE_NEGATIVE, "0"));
	}

	@ParameterizedTest
	@CsvSource({ "PT0.5S, 1s", "PT1.5S, 1s", "PT2.000000001S, 2s" })
	void refusesAFractionOfASecond(Duration duration, String suggestion) {
		assertThatProblems(CorsPolicyDefinition.builder().maxAge(duration))
			.containsExactly(error("max-age", duration.toString(), ProblemCode.MAX_AGE_FRACTIONAL, suggestion));
	}

	@ParameterizedTest
	@CsvSource({ "PT2H1S, MAX_AGE_OVER_TWO_HOURS, 2h", "PT24H, MAX_AGE_OVER_TWO_HOURS, 2h",
			"PT24H1S, MAX_AGE_OVER_A_DAY, 24h", "P365D, MAX_AGE_OVER_A_DAY, 24h" })
	void warnsAboutWhatBrowsersCap(Duration duration, ProblemCode code, String suggestion) {
		assertThatProblems(CorsPolicyDefinition.builder().maxAge(duration))
			.containsExactly(warning("max-age", duration.toString(), code, suggestion));
	}

	@Test
	void answersWithTheLongestDurationThatThereIs() {
		Duration duration = Duration.ofSeconds(Long.MAX_VALUE);
		assertThat(PreflightMaxAge.compile(CorsPolicyDefinition.builder().maxAge(duration).build(), new Problems())
			.value()).isEqualTo(Long.toString(Long.MAX_VALUE));
	}

}
