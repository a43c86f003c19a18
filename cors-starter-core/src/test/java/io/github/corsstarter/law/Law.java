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

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a law against random input. The input is the same in every run, so that a build
 * depends on the code alone; more rounds ({@code -Dlaw.factor=100}) look further, and a
 * single seed ({@code -Dlaw.seed=4711}) repeats what failed.
 */
public final class Law {

	private static final Long SEED = Long.getLong("law.seed");

	private static final int FACTOR = Integer.getInteger("law.factor", 1);

	private Law() {
	}

	/**
	 * Hold a law.
	 * @param rounds how often
	 * @param law what takes the source of the input and fails when the law does not hold
	 */
	public static void holds(int rounds, Consumer<SplittableRandom> law) {
		if (SEED != null) {
			law.accept(new SplittableRandom(SEED));
			return;
		}
		for (long seed = 0; seed < (long) rounds * FACTOR; seed++) {
			try {
				law.accept(new SplittableRandom(seed));
			}
			catch (RuntimeException | AssertionError | StackOverflowError ex) {
				throw new AssertionError("Repeat with -Dlaw.seed=" + seed + ": " + ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Make sure that a law was about something: what never happens obeys every law.
	 * @param count how often it happened
	 * @param atLeast how often it has to, unless a single seed is repeated
	 */
	public static void happened(AtomicInteger count, int atLeast) {
		assertThat(count.get()).isGreaterThanOrEqualTo((SEED != null) ? 0 : atLeast);
	}

}
