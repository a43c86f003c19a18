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

package io.github.corsstarter.micrometer;

import java.util.EnumMap;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.rule.CompiledRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The counters of one rule.
 */
final class RuleCounters {

	private static final String ANY_ORIGIN = "*";

	private static final String PREFLIGHT = "preflight";

	private static final String ACTUAL = "actual";

	private final Map<Verdict, Counter> preflight = new EnumMap<>(Verdict.class);

	private final Map<Verdict, Counter> actual = new EnumMap<>(Verdict.class);

	RuleCounters(MeterRegistry registry, CompiledRule rule) {
		boolean anyOrigin = rule.policy().definition().allowedOrigins().contains(ANY_ORIGIN);
		for (Verdict verdict : Verdict.values()) {
			boolean aboutTheOrigin = verdict.isOriginRefusal();
			if (verdict == Verdict.ALLOWED || (verdict.isRefusal() && !(aboutTheOrigin && anyOrigin))) {
				this.preflight.put(verdict, counter(registry, rule, PREFLIGHT, verdict));
				if (verdict == Verdict.ALLOWED || aboutTheOrigin) {
					this.actual.put(verdict, counter(registry, rule, ACTUAL, verdict));
				}
			}
		}
	}

	void count(CorsDecision decision) {
		Map<Verdict, Counter> counters = decision.outcome().isPreflight() ? this.preflight : this.actual;
		Counter counter = counters.get(decision.verdict());
		if (counter != null) {
			counter.increment();
		}
	}

	/**
	 * Count on a counter that is there, and register none: that of a rule that is gone
	 * would stay.
	 */
	static void countIfPresent(MeterRegistry registry, CompiledRule rule, CorsDecision decision) {
		Counter counter = registry.find(CorsMetrics.METER_NAME)
			.tag(CorsMetrics.RULE, rule.name())
			.tag(CorsMetrics.KIND, decision.outcome().isPreflight() ? PREFLIGHT : ACTUAL)
			.tag(CorsMetrics.OUTCOME, outcome(rule, decision.verdict()))
			.tag(CorsMetrics.REASON, decision.verdict().id())
			.counter();
		if (counter != null) {
			counter.increment();
		}
	}

	void removeFrom(MeterRegistry registry) {
		this.preflight.values().forEach(registry::remove);
		this.actual.values().forEach(registry::remove);
	}

	private static Counter counter(MeterRegistry registry, CompiledRule rule, String kind, Verdict verdict) {
		return Counter.builder(CorsMetrics.METER_NAME)
			.description("CORS requests that a rule decided on")
			.tag(CorsMetrics.RULE, rule.name())
			.tag(CorsMetrics.KIND, kind)
			.tag(CorsMetrics.OUTCOME, outcome(rule, verdict))
			.tag(CorsMetrics.REASON, verdict.id())
			.register(registry);
	}

	private static String outcome(CompiledRule rule, Verdict verdict) {
		if (!rule.isEnforced()) {
			return "reported";
		}
		return verdict.isRefusal() ? "rejected" : "allowed";
	}

}
