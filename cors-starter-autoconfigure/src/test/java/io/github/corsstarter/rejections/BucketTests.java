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

package io.github.corsstarter.rejections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.Verdict;
import io.github.corsstarter.rejections.Bucket.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Bucket}.
 */
class BucketTests {

	private static final long HOUR = Duration.ofHours(1).toMillis();

	private final Bucket bucket = new Bucket();

	private long now = 1_000_000;

	@Test
	void countsWhatHasASlot() {
		assertThat(count("a")).isEqualTo(Result.COUNTED);
		assertThat(count("a")).isEqualTo(Result.COUNTED);
		assertThat(counts()).containsExactly("a 2");
	}

	@Test
	void tellsCombinationsWithTheSameHashApart() {
		this.bucket.count(7, combination("a"), this.now);
		this.bucket.count(7, combination("b"), this.now);
		assertThat(counts()).containsExactly("a 1", "b 1");
	}

	@Test
	void givesAwayFreeSlotsAtOnce() {
		fill(1);
		assertThat(counts()).hasSize(Bucket.SLOTS);
	}

	@Test
	void replacesTheOldestOfThoseThatWereSeenOnceAtTheSecondAttempt() {
		fill(1);
		assertThat(count("new")).isEqualTo(Result.DROPPED);
		assertThat(counts()).contains("0 1").doesNotContain("new 1");
		assertThat(count("new")).isEqualTo(Result.REPLACED);
		assertThat(counts()).contains("new 1").doesNotContain("0 1").hasSize(Bucket.SLOTS);
	}

	@Test
	void replacesTheWeakestOnly() {
		fill(5);
		count("0", 4);
		count("2", 4);
		assertThat(attemptsOf("new")).isEqualTo(1 << 5);
		assertThat(counts()).contains("0 9", "2 9", "new 1").doesNotContain("1 5");
	}

	@Test
	void aFloodTakesTurnsInOnePlace() {
		fill(5);
		for (int i = 0; i < 100_000; i++) {
			count("flood" + i);
		}
		assertThat(counts()).filteredOn((count) -> count.endsWith(" 5")).hasSize(Bucket.SLOTS - 1);
	}

	@Test
	void whatIsSeenOftenIsNotStrongerThanNeedBe() {
		fill(1000);
		assertThat(attemptsOf("new")).isEqualTo(1 << Slot.MAX_STRENGTH);
	}

	@Test
	void anAttemptOnOneIsNoneOnAnother() {
		fill(1);
		count("new");
		count("0");
		assertThat(count("new")).isEqualTo(Result.DROPPED);
		assertThat(count("new")).isEqualTo(Result.REPLACED);
		assertThat(counts()).contains("0 2").doesNotContain("1 1");
	}

	@Test
	void whatWasNotSeenForHoursGetsWeaker() {
		fill(10);
		this.now += 4 * HOUR;
		fill(1);
		this.now += 4 * HOUR;
		assertThat(attemptsOf("new")).isEqualTo(1 << 6);
	}

	@Test
	void whatWasNotSeenForLongGivesWayAtOnceTheLeastFrequentFirst() {
		fill(1000);
		count("5", 1);
		count("6", 1);
		this.now += 1000 * HOUR;
		for (int i = 0; i < Bucket.SLOTS - 2; i++) {
			assertThat(count("new" + i)).isEqualTo(Result.REPLACED);
		}
		assertThat(counts()).contains("5 1001", "6 1001").hasSize(Bucket.SLOTS);
	}

	@Test
	void aClockThatGoesBackDoesNotWeaken() {
		fill(3);
		this.now -= 100 * HOUR;
		assertThat(attemptsOf("new")).isEqualTo(1 << 3);
	}

	@Test
	void rememberWhenItWasFirstAndLastSeen() {
		count("a");
		this.now += 5;
		count("a");
		this.bucket.forEach((slot) -> assertThat(slot.rejection())
			.isEqualTo(new Rejection("a", "api", Verdict.ORIGIN_NOT_ALLOWED, false, false, 2, this.now - 5, this.now)));
	}

	private int attemptsOf(String origin) {
		int attempts = 1;
		while (count(origin) == Result.DROPPED) {
			attempts++;
		}
		return attempts;
	}

	private void fill(int times) {
		for (int i = 0; i < Bucket.SLOTS; i++) {
			count(Integer.toString(i), times);
		}
	}

	private void count(String origin, int times) {
		this.now++;
		for (int i = 0; i < times; i++) {
			count(origin);
		}
	}

	private Result count(String origin) {
		return this.bucket.count(origin.hashCode(), combination(origin), this.now);
	}

	private static Combination combination(String origin) {
		return new Combination(origin, "api", Verdict.ORIGIN_NOT_ALLOWED, false, false);
	}

	private List<String> counts() {
		List<String> counts = new ArrayList<>();
		this.bucket.forEach((slot) -> counts.add(slot.rejection().origin() + " " + slot.rejection().count()));
		return counts;
	}

}
