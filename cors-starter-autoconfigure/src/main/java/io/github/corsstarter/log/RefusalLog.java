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

package io.github.corsstarter.log;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;
import io.github.corsstarter.rule.CorsRuleSet;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs refusals, and what rules that only report would have refused, one line each: the
 * first one of a rule and a reason, and then one a minute, as a warning with what would
 * help; all others at level {@code DEBUG}. Decisions that allow cost nothing.
 */
public final class RefusalLog implements CorsDecisionListener {

	private static final Log logger = LogFactory.getLog(RefusalLog.class);

	private final LongSupplier millis;

	// By identity: the hash of a rule is that of everything in it
	private volatile IdentityHashMap<CompiledRule, Map<Verdict, RateLimit>> limits = new IdentityHashMap<>();

	/**
	 * Create a log.
	 */
	public RefusalLog() {
		// Not the time of day, which can be set back
		this(() -> System.nanoTime() / 1_000_000);
	}

	RefusalLog(LongSupplier millis) {
		this.millis = millis;
	}

	@Override
	public void onRuleSet(CorsRuleSet ruleSet) {
		IdentityHashMap<CompiledRule, Map<Verdict, RateLimit>> limits = new IdentityHashMap<>();
		ruleSet.rules().forEach((rule) -> limits.put(rule, limits()));
		this.limits = limits;
	}

	private static Map<Verdict, RateLimit> limits() {
		Map<Verdict, RateLimit> limits = new EnumMap<>(Verdict.class);
		for (Verdict verdict : Verdict.values()) {
			limits.put(verdict, new RateLimit());
		}
		return limits;
	}

	@Override
	public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		if (!decision.verdict().isRefusal()) {
			return;
		}
		Map<Verdict, RateLimit> limits = this.limits.get(rule);
		RateLimit limit = (limits != null) ? limits.get(decision.verdict()) : null;
		if (limit != null && limit.passes(this.millis.getAsLong())) {
			logger.warn(line(new Refusal(rule, request, decision), limit.takeSuppressed()));
		}
		else if (logger.isDebugEnabled()) {
			logger.debug(withTraceId(new Refusal(rule, request, decision).summary()));
		}
	}

	private static String line(Refusal refusal, long suppressed) {
		String line = refusal.summary() + " " + refusal.advice();
		if (suppressed > 0) {
			line += " " + suppressed + " more for this reason since the last such line.";
		}
		return withTraceId(line);
	}

	private static String withTraceId(String line) {
		String traceId = TraceId.current();
		return (traceId != null) ? line + " Trace: " + traceId : line;
	}

}
