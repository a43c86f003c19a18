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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyProblem} and the enums that it is made of.
 */
class PolicyProblemTests {

	@Test
	void namesItsPlaceInAList() {
		assertThat(new PolicyProblem(PolicyField.ALLOWED_ORIGIN_PATTERNS, 0, "", ProblemCode.BLANK_ENTRY, "Why.", null)
			.location()).isEqualTo("allowed-origin-patterns[0]");
	}

	@Test
	void namesASettingThatIsNoList() {
		assertThat(new PolicyProblem(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, "", ProblemCode.MAX_AGE_NEGATIVE,
				"Why.", null)
			.location()).isEqualTo("max-age");
	}

	@ParameterizedTest
	@EnumSource
	void isAsBadAsItsCode(ProblemCode code) {
		assertThat(new PolicyProblem(PolicyField.MAX_AGE, 0, "", code, "Why.", null).severity())
			.isSameAs(code.severity());
	}

	@ParameterizedTest
	@CsvSource({ "ALLOWED_ORIGINS, allowed-origins", "ALLOWED_ORIGIN_PATTERNS, allowed-origin-patterns",
			"ALLOWED_METHODS, allowed-methods", "ALLOWED_HEADERS, allowed-headers", "EXPOSED_HEADERS, exposed-headers",
			"MAX_AGE, max-age" })
	void namesItsFieldAsAConfigurationDoes(PolicyField field, String key) {
		assertThat(field.key()).isEqualTo(key);
	}

	@ParameterizedTest
	@EnumSource
	void namesItsCodeInKebabCase(ProblemCode code) {
		assertThat(code.id()).matches("[a-z]+(-[a-z]+)*").hasSameSizeAs(code.name());
	}

}
