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

package io.github.corsstarter.rule;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells all listeners, and keeps what they throw away from the request.
 */
final class DecisionListeners {

	private static final Log logger = LogFactory.getLog(CorsDecisionListener.class);

	private final CorsDecisionListener[] listeners;

	private final Set<CorsDecisionListener> failed = ConcurrentHashMap.newKeySet();

	DecisionListeners(List<CorsDecisionListener> listeners) {
		this.listeners = listeners.toArray(CorsDecisionListener[]::new);
	}

	void tell(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		for (CorsDecisionListener listener : this.listeners) {
			try {
				listener.onDecision(rule, request, decision);
			}
			catch (RuntimeException | LinkageError | StackOverflowError ex) {
				report(listener, ex);
			}
		}
	}

	void tell(CorsRuleSet ruleSet) {
		for (CorsDecisionListener listener : this.listeners) {
			try {
				listener.onRuleSet(ruleSet);
			}
			catch (RuntimeException | LinkageError | StackOverflowError ex) {
				report(listener, ex);
			}
		}
	}

	private void report(CorsDecisionListener listener, Throwable failure) {
		if (this.failed.add(listener)) {
			logger
				.warn("A listener of CORS decisions fails, which has no effect on the decisions; it is not said again: "
						+ listener.getClass().getName(), failure);
		}
	}

}
