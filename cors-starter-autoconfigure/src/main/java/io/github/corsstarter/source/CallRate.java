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
import java.util.function.LongSupplier;

/**
 * Lets a number of calls through in a second, those of one second at once at most. Does
 * not wait, and keeps nothing but the time at which all that it let through would be over
 * if one followed the other.
 */
final class CallRate {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final long interval;

	private final LongSupplier nanoTime;

	private final AtomicLong busyUntil;

	CallRate(int callsPerSecond, LongSupplier nanoTime) {
		this.interval = SECOND / callsPerSecond;
		this.nanoTime = nanoTime;
		this.busyUntil = new AtomicLong(nanoTime.getAsLong());
	}

	boolean tryCall() {
		long now = this.nanoTime.getAsLong();
		while (true) {
			long busy = this.busyUntil.get();
			long next = ((busy - now > 0) ? busy : now) + this.interval;
			if (next - now > SECOND) {
				return false;
			}
			if (this.busyUntil.compareAndSet(busy, next)) {
				return true;
			}
		}
	}

}
