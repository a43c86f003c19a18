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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * A fixed number of slots. A combination that has one is counted without a lock. One that
 * has none attempts to take the place of the weakest of all, which gives way after two to
 * the power of its strength such attempts; a free place gives way at once.
 * <p>
 * So combinations that are seen once take turns in the places of their like, however many
 * come, and leave alone what was seen more often, but for the weakest of it where there
 * is nothing else.
 */
final class Bucket {

	static final int SLOTS = 16;

	private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(SLOTS);

	private final AtomicBoolean busy = new AtomicBoolean();

	// The two are read and written by whoever made the bucket busy
	private Slot attacked = Slot.FREE;

	private int attempts;

	Bucket() {
		for (int i = 0; i < SLOTS; i++) {
			this.slots.set(i, Slot.FREE);
		}
	}

	/** Count a combination, or say what became of it. */
	Result count(int hash, Combination combination, long now) {
		if (countIfPresent(hash, combination, now)) {
			return Result.COUNTED;
		}
		// nobody waits: a refusal that is not remembered costs less than a request that
		// stands still
		if (!this.busy.compareAndSet(false, true)) {
			return Result.DROPPED;
		}
		try {
			return countIfPresent(hash, combination, now) ? Result.COUNTED : admit(hash, combination, now);
		}
		finally {
			this.busy.set(false);
		}
	}

	private boolean countIfPresent(int hash, Combination combination, long now) {
		for (int i = 0; i < SLOTS; i++) {
			Slot slot = this.slots.get(i);
			if (slot.holds(hash, combination)) {
				slot.count(now);
				return true;
			}
		}
		return false;
	}

	private Result admit(int hash, Combination combination, long now) {
		int place = 0;
		for (int i = 1; i < SLOTS; i++) {
			if (this.slots.get(i).isWeakerThan(this.slots.get(place), now)) {
				place = i;
			}
		}
		Slot weakest = this.slots.get(place);
		if (weakest != this.attacked) {
			this.attacked = weakest;
			this.attempts = 0;
		}
		this.attempts++;
		if (this.attempts < 1 << weakest.strength(now)) {
			return Result.DROPPED;
		}
		this.slots.set(place, new Slot(hash, combination, now));
		this.attempts = 0;
		return (weakest != Slot.FREE) ? Result.REPLACED : Result.COUNTED;
	}

	void forEach(Consumer<Slot> consumer) {
		for (int i = 0; i < SLOTS; i++) {
			Slot slot = this.slots.get(i);
			if (slot != Slot.FREE) {
				consumer.accept(slot);
			}
		}
	}

	/**
	 * What became of a combination.
	 */
	enum Result {

		/** It has a slot, and was counted. */
		COUNTED,

		/** It was counted in a slot that was another's. */
		REPLACED,

		/** It has no slot. */
		DROPPED

	}

}
