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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import io.github.corsstarter.rule.OriginSourceListener;

/**
 * Writes down what it is told, of questions that were not asked the first thousand.
 */
final class RecordingListener implements OriginSourceListener {

	final List<String> events = new CopyOnWriteArrayList<>();

	final List<Duration> times = new CopyOnWriteArrayList<>();

	final AtomicLong notAsked = new AtomicLong();

	volatile RuntimeException failure;

	@Override
	public void onLookup(String rule, String source, Lookup result) {
		if (result == Lookup.NOT_ASKED && this.notAsked.incrementAndGet() > 1000) {
			return;
		}
		add(rule + " " + source + " " + result);
	}

	@Override
	public void onCall(String source, Call result, Duration time) {
		this.times.add(time);
		add(source + " " + result);
	}

	private void add(String event) {
		if (this.failure != null) {
			throw this.failure;
		}
		this.events.add(event);
	}

}
