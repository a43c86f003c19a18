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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets one event in a minute through, and counts the others. Safe for use by several
 * threads; nobody waits.
 */
final class RateLimit {

	/** The time between two events that are let through. */
	static final Duration INTERVAL = Duration.ofMinutes(1);

	private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

	private final AtomicLong suppressed = new AtomicLong();

	/**
	 * Whether an event may pass now.
	 * @param now the time in milliseconds
	 * @return whether none passed in the last minute
	 */
	boolean passes(long now) {
		long next = this.next.get();
		if (now >= next && this.next.compareAndSet(next, now + INTERVAL.toMillis())) {
			return true;
		}
		this.suppressed.incrementAndGet();
		return false;
	}

	/**
	 * Start to count anew.
	 * @return how many events did not pass meanwhile
	 */
	long takeSuppressed() {
		return this.suppressed.getAndSet(0);
	}

}
