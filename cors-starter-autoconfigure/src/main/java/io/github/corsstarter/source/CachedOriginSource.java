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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.corsstarter.rule.OriginLookup;
import io.github.corsstarter.rule.OriginSourceListener;
import io.github.corsstarter.rule.OriginSourceListener.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * An origin source, called as seldom as its answers allow and never more often than its
 * bounds do. Answers are remembered; there is one call for an origin at a time, and
 * nobody waits for it longer than the time-out. Who gets no answer is told that the
 * origin is not allowed, unless the last answer may still be used while the source fails.
 * Safe for use by several threads.
 */
public final class CachedOriginSource implements AutoCloseable {

	private final Supplier<CorsOriginSource> source;

	private final Duration timeout;

	private final SourceEvents events;

	private final Answers answers;

	private final CallRate rate;

	private final SourceThreads threads;

	private final Map<String, SourceCall> underWay = new ConcurrentHashMap<>();

	/**
	 * Create a cache in front of a source.
	 * @param name the name of the source
	 * @param source gives the source, on the threads that it is called on
	 * @param settings the bounds
	 * @param listeners what is told of what becomes of questions
	 */
	public CachedOriginSource(String name, Supplier<CorsOriginSource> source, OriginCacheSettings settings,
			List<OriginSourceListener> listeners) {
		this(name, source, settings, listeners, System::nanoTime);
	}

	CachedOriginSource(String name, Supplier<CorsOriginSource> source, OriginCacheSettings settings,
			List<OriginSourceListener> listeners, LongSupplier nanoTime) {
		this.source = source;
		this.timeout = settings.timeout();
		this.events = new SourceEvents(name, listeners, new FailureLog(name, nanoTime));
		this.answers = new Answers(settings, nanoTime);
		this.rate = new CallRate(settings.maximumCallsPerSecond(), nanoTime);
		this.threads = new SourceThreads(name, settings.maximumConcurrentCalls());
	}

	/**
	 * The same source, asked for a rule.
	 * @param rule the name of the rule
	 * @return what asks
	 */
	public OriginLookup forRule(String rule) {
		return new OriginLookup() {

			@Override
			public @Nullable Boolean known(String origin) {
				Boolean known = CachedOriginSource.this.answers.known(origin);
				if (known != null) {
					CachedOriginSource.this.events.lookup(rule, Lookup.HIT);
				}
				return known;
			}

			@Override
			public CompletionStage<Boolean> ask(String origin) {
				CompletionStage<Boolean> answer = CachedOriginSource.this.ask(origin);
				CachedOriginSource.this.events.lookup(rule, (answer != null) ? Lookup.MISS : Lookup.NOT_ASKED);
				return (answer != null) ? answer
						: CompletableFuture.completedStage(CachedOriginSource.this.answers.last(origin));
			}

		};
	}

	/** The answer to come, null if there will be none. */
	private @Nullable CompletionStage<Boolean> ask(String origin) {
		SourceCall call = new SourceCall(origin, this.underWay, this.source, this.answers, this.events);
		SourceCall other = this.underWay.putIfAbsent(origin, call);
		if (other != null) {
			// a call that hangs is waited for once, not by every request
			return other.isOver() ? null : other.answer();
		}
		Boolean known = this.answers.known(origin);
		if (known != null) {
			// answered while this was on its way here
			call.end(known);
			return call.answer();
		}
		boolean good = this.answers.isGood(origin);
		if ((good || this.rate.tryCall()) && this.threads.run(call, good)) {
			call.endAfter(this.timeout);
			return call.answer();
		}
		this.events.notAsked();
		call.end(this.answers.last(origin));
		return null;
	}

	/**
	 * Keep no threads any more, since another one has taken its place. Requests that are
	 * under way may still ask it.
	 */
	public void retire() {
		this.threads.retire();
	}

	long size() {
		return this.answers.size();
	}

	/**
	 * Stop the threads once the calls under way have ended; the source is not asked any
	 * more.
	 */
	@Override
	public void close() {
		this.threads.stop();
	}

}
