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

package io.github.corsstarter.source;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallRate}.
 */
class CallRateTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

	private final CallRate rate = new CallRate(10, this.now::get);

	@Test
	void letsTheCallsOfASecondThroughAtOnce() {
		assertThat(calls(1000)).isEqualTo(10);
		assertThat(calls(1000)).isZero();
	}

	@Test
	void letsOneThroughAfterTheOther() {
		calls(10);
		pass(99);
		assertThat(calls(5)).isZero();
		pass(1);
		assertThat(calls(5)).isOne();
		pass(250);
		assertThat(calls(5)).isEqualTo(2);
		pass(50);
		assertThat(calls(5)).isOne();
	}

	@Test
	void savesNoMoreThanASecondUp() {
		pass(TimeUnit.DAYS.toMillis(1));
		assertThat(calls(1000)).isEqualTo(10);
	}

	private int calls(int count) {
		return (int) IntStream.range(0, count).filter((i) -> this.rate.tryCall()).count();
	}

	private void pass(long millis) {
		this.now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
	}

}
