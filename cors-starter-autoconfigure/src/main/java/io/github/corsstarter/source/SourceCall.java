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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * One call of a source, among the calls under way from before it waits for a thread until
 * the source is done with it. Those who asked are answered at the time-out at the latest;
 * what the source says later is remembered nevertheless.
 */
final class SourceCall implements Runnable {

	private final String origin;

	private final Map<String, SourceCall> underWay;

	private final Supplier<CorsOriginSource> source;

	private final Answers answers;

	private final SourceEvents events;

	private final long start = System.nanoTime();

	private final CompletableFuture<Boolean> result = new CompletableFuture<>();

	private final CompletableFuture<Boolean> answer = this.result.exceptionally(this::afterFailure);

	SourceCall(String origin, Map<String, SourceCall> underWay, Supplier<CorsOriginSource> source, Answers answers,
			SourceEvents events) {
		this.origin = origin;
		this.underWay = underWay;
		this.source = source;
		this.answers = answers;
		this.events = events;
	}

	/** What those who asked are told. */
	CompletionStage<Boolean> answer() {
		return this.answer;
	}

	/** Whether nobody waits for the source any longer. */
	boolean isOver() {
		return this.result.isDone();
	}

	void endAfter(Duration timeout) {
		this.result.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** End without the source. */
	void end(boolean allowed) {
		this.underWay.remove(this.origin, this);
		this.result.complete(allowed);
	}

	@Override
	public void run() {
		boolean allowed;
		try {
			if (isOver()) {
				// the time-out passed before there was a thread
				this.underWay.remove(this.origin, this);
				return;
			}
			allowed = this.source.get().isAllowed(this.origin);
		}
		catch (Throwable ex) {
			this.answers.failed(this.origin);
			this.underWay.remove(this.origin, this);
			this.result.completeExceptionally(ex);
			return;
		}
		this.answers.answered(this.origin, allowed);
		this.underWay.remove(this.origin, this);
		if (this.result.complete(allowed)) {
			this.events.answered(time());
		}
	}

	private boolean afterFailure(@Nullable Throwable failure) {
		if (failure instanceof TimeoutException) {
			this.events.timedOut(time());
		}
		else if (failure != null) {
			this.events.failed(time(), failure);
		}
		return this.answers.last(this.origin);
	}

	private Duration time() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

}
