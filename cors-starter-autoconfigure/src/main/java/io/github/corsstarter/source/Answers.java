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

import java.time.Duration;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a source, positive and negative ones, bounded by number and time.
 */
final class Answers {

	/**
	 * For how long it is remembered that an origin was good when that does not hold any
	 * more.
	 */
	private static final Duration REMEMBERED = Duration.ofMinutes(10);

	private final Cache<String, Answer> answers;

	private final LongSupplier nanoTime;

	private final long timeToLive;

	private final long staleWhileError;

	private final long pauseAfterError;

	Answers(OriginCacheSettings settings, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.timeToLive = settings.timeToLive().toNanos();
		this.staleWhileError = settings.staleWhileError().toNanos();
		this.pauseAfterError = settings.pauseAfterError().toNanos();
		this.answers = Caffeine.newBuilder()
			.maximumSize(settings.maximumSize())
			.expireAfterWrite(settings.timeToLive().plus(settings.staleWhileError()).plus(REMEMBERED))
			.ticker(nanoTime::getAsLong)
			// what there is to do now and then is little: no need for another thread
			.executor(Runnable::run)
			.build();
	}

	/** The answer that holds, null if the source is to be asked. */
	@Nullable Boolean known(String origin) {
		Answer answer = this.answers.getIfPresent(origin);
		if (answer == null) {
			return null;
		}
		long now = this.nanoTime.getAsLong();
		return (now - answer.askAgainAt() < 0) ? (Boolean) answer.isAllowed(now) : null;
	}

	/** What is answered instead of the source when that does not answer. */
	boolean last(String origin) {
		Answer answer = this.answers.getIfPresent(origin);
		return answer != null && answer.isAllowed(this.nanoTime.getAsLong());
	}

	/** Whether an origin was allowed when the source answered last. */
	boolean isGood(String origin) {
		Answer answer = this.answers.getIfPresent(origin);
		return answer != null && answer.allowed();
	}

	void answered(String origin, boolean allowed) {
		long end = this.nanoTime.getAsLong() + this.timeToLive;
		this.answers.put(origin, new Answer(allowed, end + this.staleWhileError, end));
	}

	void failed(String origin) {
		long now = this.nanoTime.getAsLong();
		Answer last = this.answers.getIfPresent(origin);
		this.answers.put(origin, new Answer(last != null && last.allowed(), (last != null) ? last.holdsUntil() : now,
				now + this.pauseAfterError));
	}

	long size() {
		this.answers.cleanUp();
		return this.answers.estimatedSize();
	}

	/**
	 * What is remembered about an origin. Times are those of a clock that may overflow.
	 *
	 * @param allowed what the source answered last, not allowed if it never did
	 * @param holdsUntil when that ceases to hold
	 * @param askAgainAt when the source is to be asked again
	 */
	private record Answer(boolean allowed, long holdsUntil, long askAgainAt) {

		boolean isAllowed(long now) {
			return this.allowed && now - this.holdsUntil < 0;
		}

	}

}
