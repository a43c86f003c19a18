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

package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.corsstarter.Severity;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsGeneration;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRulesChangedEvent;
import io.github.corsstarter.rule.CorsRulesRefusedEvent;
import io.github.corsstarter.rule.CorsRulesRefusedException;
import io.github.corsstarter.rule.RefusedRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, and what there was to say about them.
 */
final class ReloadableRules implements CorsRuleManager {

	private final CorsEvaluator evaluator;

	private final CorsRuleLoader loader;

	private final Consumer<Object> events;

	private final Clock clock;

	private final Consumer<LoadedRules> settled;

	private volatile State state;

	ReloadableRules(CorsEvaluator evaluator, CorsRuleLoader loader, LoadedRules loaded, Consumer<Object> events,
			Clock clock, Consumer<LoadedRules> settled) {
		this.evaluator = evaluator;
		this.loader = loader;
		this.events = events;
		this.clock = clock;
		this.settled = settled;
		this.state = new State(loaded, new CorsGeneration(1, clock.instant(), "start", loaded.ruleSet().fingerprint()),
				null);
	}

	/** What was loaded, with everything that there is to say about it. */
	LoadedRules loaded() {
		return this.state.loaded();
	}

	@Override
	public CorsGeneration active() {
		return this.state.active();
	}

	@Override
	public @Nullable RefusedRules lastRefused() {
		return this.state.lastRefused();
	}

	@Override
	public CorsGeneration reload(String source) {
		return change(source, this.loader::load);
	}

	@Override
	public CorsGeneration replace(Collection<CorsRule> rules, String source) {
		return change(source, () -> this.loader.load(rules, loaded().properties()));
	}

	private CorsGeneration change(String source, Supplier<LoadedRules> load) {
		Attempt attempt = attempt(source, load);
		// outside of the lock: whoever listens may wait for somebody who changes rules
		if (attempt.failure() != null) {
			ReloadLog.refused(attempt.failure());
			this.events.accept(new CorsRulesRefusedEvent(attempt.failure().refused()));
			throw attempt.failure();
		}
		if (attempt.isChange()) {
			ReloadLog.changed(attempt.active(), attempt.loaded());
			this.events.accept(new CorsRulesChangedEvent(attempt.active()));
		}
		return attempt.active();
	}

	private synchronized Attempt attempt(String source, Supplier<LoadedRules> load) {
		State before = this.state;
		try {
			LoadedRules loaded = load.get();
			String fingerprint = loaded.ruleSet().fingerprint();
			CorsGeneration active = fingerprint.equals(before.active().fingerprint()) ? before.active()
					: new CorsGeneration(before.active().number() + 1, this.clock.instant(), source, fingerprint);
			// also if they decide alike: they may come from other places now
			this.evaluator.replaceRuleSet(loaded.ruleSet());
			this.state = new State(loaded, active, null);
			return new Attempt(loaded, active, active != before.active(), null);
		}
		catch (RuntimeException ex) {
			RefusedRules refused = new RefusedRules(this.clock.instant(), source, errors(ex));
			this.state = new State(before.loaded(), before.active(), refused);
			return new Attempt(before.loaded(), before.active(), false, new CorsRulesRefusedException(refused, ex));
		}
		finally {
			this.settled.accept(this.state.loaded());
		}
	}

	private static List<String> errors(RuntimeException failure) {
		if (failure instanceof InvalidCorsConfigurationException invalid) {
			return invalid.problems()
				.stream()
				.filter((problem) -> problem.severity() == Severity.ERROR)
				.map((problem) -> ProblemReport.printable(problem.property()) + ": "
						+ ProblemReport.sentence(problem.message()))
				.toList();
		}
		return List.of(ProblemReport.sentence(String.valueOf(failure.getMessage())));
	}

	/**
	 * What became of an attempt to change the rules.
	 *
	 * @param loaded what is in force now
	 * @param active the generation of it
	 * @param isChange whether that is another one than before
	 * @param failure why nothing changed, if there was an error
	 */
	private record Attempt(LoadedRules loaded, CorsGeneration active, boolean isChange,
			@Nullable CorsRulesRefusedException failure) {

	}

	/**
	 * Everything that changes together.
	 *
	 * @param loaded what is in force
	 * @param active the generation of it
	 * @param lastRefused what was refused since
	 */
	private record State(LoadedRules loaded, CorsGeneration active, @Nullable RefusedRules lastRefused) {

	}

}
