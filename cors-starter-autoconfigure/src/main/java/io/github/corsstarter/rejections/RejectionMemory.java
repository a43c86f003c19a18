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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.explain.Printable;
import io.github.corsstarter.rejections.Bucket.Result;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;

/**
 * Remembers what was refused, and what rules that only report would have refused: at most
 * {@value #MAX_ENTRIES} combinations of origin, rule, verdict and kind, with at most
 * {@value Printable#MAX_LENGTH} characters of the origin each. Which combinations those
 * are is decided among {@value Bucket#SLOTS} at a time, so that the cost of a refusal
 * does not depend on how many there are, and nobody ever waits.
 * <p>
 * What is frequent stays, whatever else comes in: where there is no room any more,
 * newcomers replace the weakest combination only, and that after two to the power of the
 * times that it was seen (at most {@value Slot#MAX_STRENGTH}). What has not been seen for
 * hours gives way faster.
 */
public final class RejectionMemory implements CorsDecisionListener {

	/** The greatest number of combinations. */
	public static final int MAX_ENTRIES = 1024;

	private static final Comparator<Rejection> MOST_FREQUENT_FIRST = Comparator.comparingLong(Rejection::count)
		.thenComparingLong(Rejection::last)
		.reversed()
		.thenComparing(Rejection::rule)
		.thenComparing(Rejection::origin);

	private final InstantSource clock;

	private final List<Bucket> buckets = Stream.generate(Bucket::new).limit(MAX_ENTRIES / Bucket.SLOTS).toList();

	private final LongAdder refusals = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private final LongAdder evicted = new LongAdder();

	/**
	 * Create an empty memory.
	 */
	public RejectionMemory() {
		this(InstantSource.system());
	}

	RejectionMemory(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		String origin = decision.verdict().isRefusal() ? request.origin() : null;
		if (origin == null) {
			return;
		}
		this.refusals.increment();
		Combination combination = new Combination(Printable.of(origin), rule.name(), decision.verdict(),
				decision.outcome().isPreflight(), !rule.isEnforced());
		int hash = combination.spreadHash();
		Bucket bucket = this.buckets.get((hash >>> 16) % this.buckets.size());
		Result result = bucket.count(hash, combination, this.clock.millis());
		if (result == Result.DROPPED) {
			this.dropped.increment();
		}
		else if (result == Result.REPLACED) {
			this.evicted.increment();
		}
	}

	/**
	 * What is remembered.
	 * @return the combinations, the most frequent first
	 */
	public List<Rejection> rejections() {
		List<Rejection> rejections = new ArrayList<>();
		this.buckets.forEach((bucket) -> bucket.forEach((slot) -> rejections.add(slot.rejection())));
		rejections.sort(MOST_FREQUENT_FIRST);
		return rejections;
	}

	/**
	 * How many requests were refused or would have been, remembered or not.
	 * @return the number since the start
	 */
	public long refusals() {
		return this.refusals.sum();
	}

	/**
	 * How many of them found no room, so that no combination counts them.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.dropped.sum();
	}

	/**
	 * How many combinations were forgotten in favour of others, and their counts with
	 * them.
	 * @return the number since the start
	 */
	public long evicted() {
		return this.evicted.sum();
	}

}
