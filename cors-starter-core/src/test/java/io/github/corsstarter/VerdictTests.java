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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Verdict}.
 */
class VerdictTests {

	@Test
	void hasAnIdInLowerCaseWithHyphens() {
		assertThat(Verdict.ORIGIN_NOT_ALLOWED.id()).isEqualTo("origin-not-allowed");
		assertThat(Verdict.ALLOWED.id()).isEqualTo("allowed");
	}

	@ParameterizedTest
	@EnumSource(names = { "ORIGIN_MALFORMED", "ORIGIN_NOT_ALLOWED" })
	void twoRefuseBecauseOfTheOrigin(Verdict verdict) {
		assertThat(verdict.isOriginRefusal()).isTrue();
		assertThat(verdict.isRefusal()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "ORIGIN_MALFORMED", "ORIGIN_NOT_ALLOWED" })
	void theOthersDoNot(Verdict verdict) {
		assertThat(verdict.isOriginRefusal()).isFalse();
	}

}
