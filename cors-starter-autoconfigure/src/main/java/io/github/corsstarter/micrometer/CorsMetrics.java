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

import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;
import io.github.corsstarter.rule.CorsRuleSet;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts every CORS request that a rule decides on, in the counter {@value #METER_NAME}
 * with four tags:
 * <ul>
 * <li>{@value #RULE}: the name of the rule;</li>
 * <li>{@value #KIND}: {@code preflight} or {@code actual};</li>
 * <li>{@value #OUTCOME}: {@code allowed}; {@code rejected}, also where a request that is
 * not allowed is passed through, since the browser keeps its answer; {@code reported} for
 * whatever a rule decides that only reports;</li>
 * <li>{@value #REASON}: the verdict, for instance {@code allowed} or
 * {@code origin-not-allowed}.</li>
 * </ul>
 * The origin is never a tag. All combinations that can occur are registered when the
 * rules come into force, so that zero is visible and requests register nothing.
 */
public final class CorsMetrics implements CorsDecisionListener {

	/** The name of the counter. */
	public static final String METER_NAME = "cors.requests";

	/** The tag with the name of the rule. */
	public static final String RULE = "rule";

	/** The tag that tells preflights and actual requests apart. */
	public static final String KIND = "kind";

	/** The tag that says what was done. */
	public static final String OUTCOME = "outcome";

	/** The tag that says why. */
	public static final String REASON = "reason";

	private final MeterRegistry registry;

	// By identity: the hash of a rule is that of everything in it
	private volatile IdentityHashMap<CompiledRule, RuleCounters> counters = new IdentityHashMap<>();

	/**
	 * Create metrics.
	 * @param registry where they are registered
	 */
	public CorsMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onRuleSet(CorsRuleSet ruleSet) {
		IdentityHashMap<CompiledRule, RuleCounters> counters = new IdentityHashMap<>();
		ruleSet.rules().forEach((rule) -> counters.put(rule, new RuleCounters(this.registry, rule)));
		IdentityHashMap<CompiledRule, RuleCounters> before = this.counters;
		this.counters = counters;
		Set<String> names = ruleSet.rules().stream().map(CompiledRule::name).collect(Collectors.toSet());
		before.forEach((rule, counted) -> {
			if (!names.contains(rule.name())) {
				// or rules that come and go under ever new names would leave theirs
				counted.removeFrom(this.registry);
			}
		});
	}

	@Override
	public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		RuleCounters counters = this.counters.get(rule);
		if (counters != null) {
			counters.count(decision);
		}
		else {
			// decided under way, while its rule was replaced
			RuleCounters.countIfPresent(this.registry, rule, decision);
		}
	}

}
