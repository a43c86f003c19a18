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

package io.github.corsstarter.log;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimit}.
 */
class RateLimitTests {

	private final RateLimit limit = new RateLimit();

	@Test
	void letsTheFirstEventPassAndThenOneAMinute() {
		assertThat(this.limit.passes(-5)).isTrue();
		assertThat(this.limit.passes(-5)).isFalse();
		assertThat(this.limit.passes(59_994)).isFalse();
		assertThat(this.limit.passes(59_995)).isTrue();
		assertThat(this.limit.passes(60_000)).isFalse();
		assertThat(this.limit.passes(1_000_000)).isTrue();
	}

	@Test
	void countsWhatDoesNotPass() {
		assertThat(this.limit.takeSuppressed()).isZero();
		this.limit.passes(0);
		this.limit.passes(1);
		this.limit.passes(2);
		assertThat(this.limit.takeSuppressed()).isEqualTo(2);
		assertThat(this.limit.takeSuppressed()).isZero();
	}

}
