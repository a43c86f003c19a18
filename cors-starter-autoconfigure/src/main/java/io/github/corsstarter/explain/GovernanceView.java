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

package io.github.corsstarter.explain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.explain.CorsExplanation.Candidate;
import io.github.corsstarter.explain.CorsExplanation.Governance;
import io.github.corsstarter.explain.CorsExplanation.Layer;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.RuleCandidate;
import io.github.corsstarter.rule.RuleCandidate.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Says which rule governs and why, and what decides where none does.
 */
final class GovernanceView {

	private static final int MAX_ITEMS = 50;

	private final @Nullable CompiledRule rule;

	private final List<RuleCandidate> candidates;

	private final Surroundings surroundings;

	private final boolean anyRule;

	GovernanceView(@Nullable CompiledRule rule, List<RuleCandidate> candidates, boolean anyRule,
			Surroundings surroundings) {
		this.rule = rule;
		this.candidates = candidates;
		this.anyRule = anyRule;
		this.surroundings = surroundings;
	}

	Governance toGovernance() {
		RuleCandidate governing = governing();
		CorsRule declared = (this.rule != null) ? this.rule.rule() : null;
		Map<String, String> sources = new TreeMap<>();
		if (declared != null) {
			declared.sources().forEach((key, source) -> sources.put(key, Printable.of(source, 500)));
		}
		return new Governance((declared != null) ? Printable.of(declared.name()) : null,
				(governing != null) ? governing.pattern() : null,
				(declared != null) ? AnswerView.kebab(declared.mode()) : null, sentence(governing),
				this.candidates.stream().limit(MAX_ITEMS).map((candidate) -> describe(candidate, governing)).toList(),
				sources,
				this.surroundings.otherLayers().get().stream().limit(MAX_ITEMS).map(GovernanceView::cut).toList());
	}

	private @Nullable RuleCandidate governing() {
		return this.candidates.stream()
			.filter((candidate) -> candidate.fate() == Fate.GOVERNS)
			.findFirst()
			.orElse(null);
	}

	private static Layer cut(Layer layer) {
		return new Layer(layer.kind(), Printable.of(layer.where(), 500), layer.wins());
	}

	private static Candidate describe(RuleCandidate candidate, @Nullable RuleCandidate governing) {
		String sentence = switch (candidate.fate()) {
			case GOVERNS -> "Nothing more specific matches: its rule governs.";
			case LESS_SPECIFIC ->
				"Less specific than " + ((governing != null) ? governing.pattern() : "another one") + ".";
			case DISABLED -> "The rule is not enabled and passed over.";
			case ACTUATOR ->
				"The path is one of the actuator, and only patterns that start with its base path govern it.";
		};
		return new Candidate(Printable.of(candidate.rule().name()), Printable.of(candidate.pattern()),
				candidate.fate().id(), sentence);
	}

	private String sentence(@Nullable RuleCandidate governing) {
		if (this.rule == null || governing == null) {
			return withoutRule();
		}
		long matching = this.candidates.stream()
			.filter((candidate) -> candidate.fate() == Fate.GOVERNS || candidate.fate() == Fate.LESS_SPECIFIC)
			.count();
		String why = (matching == 1) ? "Its pattern is the only one that matches the path."
				: "Its pattern is the most specific of the " + matching + " that match the path.";
		return this.rule.isEnforced() ? why
				: why + " It only reports: on the wire nothing changes, and " + whoElseDecides() + ".";
	}

	private String withoutRule() {
		String why = !this.anyRule ? "There is no rule that is enabled"
				: has(Fate.ACTUATOR) ? "No rule governs the path, which is one of the actuator"
						: has(Fate.DISABLED) ? "No rule that is enabled has a pattern that matches the path"
								: "No rule has a pattern that matches the path";
		if (has(Fate.ACTUATOR)) {
			return why + ": management.endpoints.web.cors.* decides.";
		}
		return why + ": the starter does nothing, and " + whoElseDecides() + ".";
	}

	private String whoElseDecides() {
		return "the application decides, by its other CORS layers and its handlers. A preflight "
				+ (this.surroundings.handlersFirst()
						? "is answered by the handler that it is for, before Spring Security"
						: "goes on to the application, too, where Spring Security may refuse it");
	}

	private boolean has(Fate fate) {
		return this.candidates.stream().anyMatch((candidate) -> candidate.fate() == fate);
	}

}
