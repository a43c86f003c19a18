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

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.OriginSourceListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Measures origin sources.
 * <ul>
 * <li>The counter {@value #LOOKUPS} counts questions, with the tags {@value #RULE},
 * {@value #SOURCE} and {@value #RESULT}: {@code hit} (answered from the cache),
 * {@code miss} (by a call of the source) or {@code not-asked} (a bound was reached, or
 * the source hangs).</li>
 * <li>The timer {@value #CALLS} measures calls, with the tags {@value #SOURCE} and
 * {@value #RESULT}: {@code answered}, {@code failed} or {@code timed-out}.</li>
 * </ul>
 * The origin is never a tag. All combinations that can occur are registered when the
 * rules come into force, so that zero is visible.
 */
public final class OriginSourceMetrics implements OriginSourceListener, CorsDecisionListener {

	/** The name of the counter of questions. */
	public static final String LOOKUPS = "cors.origin.source.lookups";

	/** The name of the timer of calls. */
	public static final String CALLS = "cors.origin.source.calls";

	/** The tag with the name of the rule. */
	public static final String RULE = "rule";

	/** The tag with the name of the source. */
	public static final String SOURCE = "source";

	/** The tag that says how it ended. */
	public static final String RESULT = "result";

	private final MeterRegistry registry;

	private final Map<LookupKey, Counter> lookups = new ConcurrentHashMap<>();

	private final Map<CallKey, Timer> calls = new ConcurrentHashMap<>();

	/**
	 * Create metrics.
	 * @param registry where they are registered
	 */
	public OriginSourceMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onDecision(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		// told of it as a listener to the rules; decisions are counted elsewhere
	}

	@Override
	public void onRuleSet(CorsRuleSet ruleSet) {
		Set<LookupKey> asked = new HashSet<>();
		for (CompiledRule rule : ruleSet.rules()) {
			String source = rule.rule().originSource();
			if (source != null) {
				for (Lookup result : Lookup.values()) {
					asked.add(new LookupKey(rule.name(), source, result));
				}
				for (Call result : Call.values()) {
					calls(new CallKey(source, result));
				}
			}
		}
		asked.forEach((key) -> this.lookups.computeIfAbsent(key, this::register));
		this.lookups.forEach((key, counter) -> {
			if (!asked.contains(key)) {
				// or rules that come and go under ever new names would leave theirs
				this.lookups.remove(key);
				this.registry.remove(counter);
			}
		});
	}

	@Override
	public void onLookup(String rule, String source, Lookup result) {
		Counter counter = this.lookups.get(new LookupKey(rule, source, result));
		// none for a rule that was replaced under way
		if (counter != null) {
			counter.increment();
		}
	}

	@Override
	public void onCall(String source, Call result, Duration time) {
		calls(new CallKey(source, result)).record(time);
	}

	private Counter register(LookupKey key) {
		return Counter.builder(LOOKUPS)
			.description("Questions of rules about origins that they do not list")
			.tag(RULE, key.rule())
			.tag(SOURCE, key.source())
			.tag(RESULT, kebab(key.result()))
			.register(this.registry);
	}

	private Timer calls(CallKey key) {
		return this.calls.computeIfAbsent(key,
				(absent) -> Timer.builder(CALLS)
					.description("Calls of origin sources")
					.tag(SOURCE, key.source())
					.tag(RESULT, kebab(key.result()))
					.register(this.registry));
	}

	private static String kebab(Enum<?> result) {
		return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What tells counters apart.
	 *
	 * @param rule the name of the rule
	 * @param source the name of the source
	 * @param result how the question was answered
	 */
	private record LookupKey(String rule, String source, Lookup result) {

	}

	/**
	 * What tells timers apart.
	 *
	 * @param source the name of the source
	 * @param result how the call ended
	 */
	private record CallKey(String source, Call result) {

	}

}
