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
import java.util.concurrent.atomic.AtomicLong;

import io.github.corsstarter.Verdict;

/**
 * One combination and how often it was seen. Safe for use by several threads.
 */
final class Slot {

	/** What a newcomer can need at most: two to this power of attempts. */
	static final int MAX_STRENGTH = 10;

	/** A place without a combination, weaker than every other. */
	static final Slot FREE = new Slot(0, new Combination("", "", Verdict.ALLOWED, false, false), 0, 0);

	private static final long HOUR = Duration.ofHours(1).toMillis();

	private final int hash;

	private final Combination combination;

	private final long first;

	private final AtomicLong count;

	private volatile long last;

	Slot(int hash, Combination combination, long now) {
		this(hash, combination, now, 1);
	}

	private Slot(int hash, Combination combination, long now, long count) {
		this.hash = hash;
		this.combination = combination;
		this.first = now;
		this.last = now;
		this.count = new AtomicLong(count);
	}

	boolean holds(int hash, Combination combination) {
		return this.hash == hash && this.combination.equals(combination);
	}

	void count(long now) {
		this.count.incrementAndGet();
		this.last = now;
	}

	long count() {
		return this.count.get();
	}

	/**
	 * How firmly it is kept: it grows with every time it is seen, and shrinks with every
	 * hour in which it is not. By time and not by the number of newcomers, so that nobody
	 * can make it shrink faster.
	 */
	int strength(long now) {
		long hours = Math.max(0, now - this.last) / HOUR;
		return (int) Math.max(0, Math.min(this.count.get(), MAX_STRENGTH) - hours);
	}

	boolean isWeakerThan(Slot other, long now) {
		int difference = strength(now) - other.strength(now);
		if (difference != 0) {
			return difference < 0;
		}
		long count = count();
		long otherCount = other.count();
		return count < otherCount || (count == otherCount && this.last < other.last);
	}

	Rejection rejection() {
		return new Rejection(this.combination.origin(), this.combination.rule(), this.combination.verdict(),
				this.combination.preflight(), this.combination.reported(), count(), this.first,
				Math.max(this.first, this.last));
	}

}
