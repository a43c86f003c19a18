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

package io.github.corsstarter.conformance.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;

/**
 * Takes down the first few things that listeners are told.
 */
public final class Told implements CorsDecisionListener {

	private static final int MOST = 16;

	private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

	@Override
	public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		// a loop tells millions
		if (this.outcomes.size() < MOST) {
			this.outcomes.add(decision.outcome());
		}
	}

	/**
	 * Return what was told since the last time, and start anew.
	 * @return the outcomes
	 */
	public List<Outcome> take() {
		List<Outcome> taken = new ArrayList<>();
		for (Outcome outcome = this.outcomes.poll(); outcome != null; outcome = this.outcomes.poll()) {
			taken.add(outcome);
		}
		return taken;
	}

}
