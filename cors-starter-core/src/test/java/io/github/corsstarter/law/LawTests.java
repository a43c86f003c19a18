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

package io.github.corsstarter.law;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Law} and {@link Noise}.
 */
class LawTests {

	@Test
	void failsWithTheSeedWhenALawDoesNotHold() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Law.holds(10, (random) -> assertThat(random.nextInt(2)).isEqualTo(2)))
			.withMessageContaining("-Dlaw.seed=")
			.withCauseInstanceOf(AssertionError.class);
	}

	@Test
	void failsWithTheSeedWhenALawThrows() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Law.holds(1, (random) -> {
			throw new IllegalStateException("thrown");
		})).withMessageContaining("thrown").withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void makesAllSortsOfNoise() {
		Set<String> sorts = new HashSet<>();
		Law.holds(2000, (random) -> {
			String noise = Noise.string(random);
			sorts.add((noise.length() > 8192) ? "over 8 KiB" : "shorter");
			noise.chars().forEach((c) -> {
				sorts.add(Character.isISOControl(c) ? "control" : "no control");
				sorts.add(Character.isSurrogate((char) c) ? "surrogate" : "no surrogate");
				sorts.add((c == 0) ? "NUL" : "no NUL");
			});
		});
		assertThat(sorts).containsExactlyInAnyOrder("over 8 KiB", "shorter", "control", "no control", "surrogate",
				"no surrogate", "NUL", "no NUL");
	}

}
