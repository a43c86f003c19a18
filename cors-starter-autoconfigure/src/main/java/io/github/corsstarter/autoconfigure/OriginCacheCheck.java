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

package io.github.corsstarter.autoconfigure;

import java.time.Duration;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsProperties.OriginCache;
import io.github.corsstarter.source.OriginCacheSettings;

/**
 * Checks the bounds of the cache in front of origin sources.
 */
final class OriginCacheCheck {

	private static final int MOST_ENTRIES = 10_000_000;

	private static final int MOST_CONCURRENT_CALLS = 1000;

	private static final int MOST_CALLS_PER_SECOND = 1_000_000;

	private static final Duration LEAST = Duration.ofMillis(1);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

	private static final Duration DAY = Duration.ofDays(1);

	private final ProblemCollector problems;

	private boolean good = true;

	OriginCacheCheck(ProblemCollector problems) {
		this.problems = problems;
	}

	/** The bounds, or what holds by default if they cannot be used. */
	OriginCacheSettings check(OriginCache cache) {
		check("maximum-size", cache.maximumSize(), 1, MOST_ENTRIES, OriginCache.MAXIMUM_SIZE);
		check("time-to-live", cache.timeToLive(), LEAST, DAY, OriginCache.TIME_TO_LIVE);
		check("timeout", cache.timeout(), LEAST, LONGEST_TIMEOUT, OriginCache.TIMEOUT);
		check("stale-while-error", cache.staleWhileError(), Duration.ZERO, DAY, OriginCache.STALE_WHILE_ERROR);
		check("pause-after-error", cache.pauseAfterError(), Duration.ZERO, DAY, OriginCache.PAUSE_AFTER_ERROR);
		check("maximum-concurrent-calls", cache.maximumConcurrentCalls(), 1, MOST_CONCURRENT_CALLS,
				OriginCache.MAXIMUM_CONCURRENT_CALLS);
		check("maximum-calls-per-second", cache.maximumCallsPerSecond(), 1, MOST_CALLS_PER_SECOND,
				OriginCache.MAXIMUM_CALLS_PER_SECOND);
		return (this.good ? cache : OriginCache.DEFAULT).toSettings();
	}

	private void check(String key, int value, int least, int most, String suggestion) {
		if (value < least || value > most) {
			report(key, Integer.toString(value), "It is a number from " + least + " to " + most + ".", suggestion);
		}
	}

	private void check(String key, Duration value, Duration least, Duration most, String suggestion) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			report(key, value.toString(), "It is a duration from " + least.toMillis() + "ms to " + most.toSeconds()
					+ "s; a plain number means seconds.", suggestion);
		}
	}

	private void report(String key, String value, String message, String suggestion) {
		this.good = false;
		this.problems.add(PropertyNames.ofOriginCache(key), value, ProblemCode.ORIGIN_CACHE_OUT_OF_RANGE, message,
				suggestion);
	}

}
