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
import java.util.function.Consumer;

import io.github.corsstarter.rule.OriginSourceListener;
import io.github.corsstarter.rule.OriginSourceListener.Call;
import io.github.corsstarter.rule.OriginSourceListener.Lookup;

/**
 * Tells the listeners and the log what becomes of questions. Never throws.
 */
final class SourceEvents {

	private final String source;

	private final List<OriginSourceListener> listeners;

	private final FailureLog log;

	SourceEvents(String source, List<OriginSourceListener> listeners, FailureLog log) {
		this.source = source;
		this.listeners = List.copyOf(listeners);
		this.log = log;
	}

	void lookup(String rule, Lookup result) {
		tell((listener) -> listener.onLookup(rule, this.source, result));
	}

	void notAsked() {
		this.log.write("is asked more often than its bounds allow", null);
	}

	void answered(Duration time) {
		tell((listener) -> listener.onCall(this.source, Call.ANSWERED, time));
	}

	void failed(Duration time, Throwable failure) {
		this.log.write("fails", failure);
		tell((listener) -> listener.onCall(this.source, Call.FAILED, time));
	}

	void timedOut(Duration time) {
		this.log.write("has not answered after " + time.toMillis() + " ms", null);
		tell((listener) -> listener.onCall(this.source, Call.TIMED_OUT, time));
	}

	private void tell(Consumer<OriginSourceListener> event) {
		for (OriginSourceListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException | LinkageError ex) {
				this.log.write("has a listener that fails: " + listener.getClass().getName(), ex);
			}
		}
	}

}
