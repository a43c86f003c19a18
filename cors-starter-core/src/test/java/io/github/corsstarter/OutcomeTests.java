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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Outcome}.
 */
class OutcomeTests {

	@ParameterizedTest
	@EnumSource(names = { "UNTOUCHED", "NOT_CORS", "SAME_ORIGIN" })
	void whatIsNoCorsRequestUnderAPolicyIsNotChecked(Outcome outcome) {
		assertThat(outcome.isChecked()).isFalse();
		assertThat(outcome.proceeds()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "UNTOUCHED", "NOT_CORS", "SAME_ORIGIN" })
	void everyOtherRequestIsChecked(Outcome outcome) {
		assertThat(outcome.isChecked()).isTrue();
	}

	@Test
	void aPreflightIsAnsweredWhetherAllowedOrNot() {
		assertThat(Outcome.values()).filteredOn(Outcome::isPreflight)
			.containsExactly(Outcome.PREFLIGHT_ALLOWED, Outcome.PREFLIGHT_REFUSED)
			.allSatisfy((outcome) -> assertThat(outcome.proceeds()).isFalse());
	}

}
