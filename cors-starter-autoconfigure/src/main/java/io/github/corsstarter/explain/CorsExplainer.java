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

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.explain.CorsExplanation.Asked;
import io.github.corsstarter.explain.CorsExplanation.BrowserView;
import io.github.corsstarter.explain.CorsExplanation.Command;
import io.github.corsstarter.explain.CorsExplanation.Exchange;
import io.github.corsstarter.explain.CorsExplanation.Message;
import io.github.corsstarter.explain.CorsExplanation.NearestAllowed;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluation;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a request would get and why. A dry run: nobody is told of it, and every
 * decision is the evaluator's.
 */
public final class CorsExplainer {

	private final CorsEvaluator evaluator;

	private final Surroundings surroundings;

	/**
	 * Create an explainer.
	 * @param evaluator what decides
	 * @param surroundings what is known about the application
	 */
	public CorsExplainer(CorsEvaluator evaluator, Surroundings surroundings) {
		this.evaluator = evaluator;
		this.surroundings = surroundings;
	}

	/**
	 * Explain a request.
	 * @param query what is asked about
	 * @return the explanation
	 */
	public CorsExplanation explain(ExplainQuery query) {
		List<String> notes = new ArrayList<>(query.notes());
		RequestTarget target = query.target().inside(this.surroundings.contextPath(), notes);
		String path = target.path();
		String server = (query.server() != null) ? query.server().toString() : this.surroundings.server().get();
		if (isMixedContent(query)) {
			notes.add(
					"The page is loaded over https and the server over http: browsers block that as mixed content, before"
							+ " any CORS check.");
		}
		RequestPlan plan = new RequestPlan(query, server + this.surroundings.contextPath() + target);
		Message request = plan.actual();
		CorsEvaluation actual = this.evaluator.dryRun(path, plan.facts(request));
		Message asking = plan.need().needed() ? plan.preflight() : null;
		CorsEvaluation preflight = (asking != null) ? this.evaluator.dryRun(path, plan.facts(asking)) : null;
		CorsRuleSet rules = this.evaluator.ruleSet();
		SourceAnswer source = SourceAnswer.of(actual, plan.facts(request));
		if (source != null) {
			notes.add(source.note());
		}
		CompiledRule rule = actual.rule();
		CompiledRule answered = (source != null) ? source.asListed() : rule;
		BrowserView browser = new BrowserVerdict(plan, query.read()).view(preflight, actual);
		NearestAllowed nearest = nearest(plan, answered, preflight, actual);
		return new CorsExplanation(summary(browser, rule, preflight, actual),
				new Asked(request.method(), request.url(), path, printable(plan.origin()), printable(query.headers()),
						query.credentials(), List.copyOf(notes)),
				new GovernanceView(rule, rules.candidates(path), !rules.rules().isEmpty(), this.surroundings)
					.toGovernance(),
				preflight(plan, asking, preflight), exchange(request, actual), browser, nearest,
				new FixFinder(plan, query.read()).find(answered, rules, path), commands(asking, request, target));
	}

	private static boolean isMixedContent(ExplainQuery query) {
		return query.server() != null && query.server().scheme().equals("http") && !query.server().isLoopback()
				&& query.origin() != null && query.origin().startsWith("https:");
	}

	private static List<Command> commands(@Nullable Message preflight, Message actual, RequestTarget target) {
		List<Command> commands = new ArrayList<>();
		if (preflight != null) {
			CurlCommand.add(commands, "preflight", preflight, target.needsToBeSentAsItIs());
		}
		CurlCommand.add(commands, "actual", actual, target.needsToBeSentAsItIs());
		return commands;
	}

	private static Preflight preflight(RequestPlan plan, @Nullable Message message,
			@Nullable CorsEvaluation evaluation) {
		String sentence;
		if (message != null) {
			sentence = plan.isPreflight() ? "What was asked about is a preflight."
					: "A browser asks with a preflight first.";
		}
		else if (plan.origin() == null) {
			sentence = "A request without Origin has no preflight.";
		}
		else if (plan.isSameOrigin()) {
			sentence = "A request to the same origin has no preflight.";
		}
		else {
			sentence = "A browser sends the request at once: its method and its headers are safelisted.";
		}
		return new Preflight(message != null, sentence, plan.need().reasons(),
				(message != null && evaluation != null) ? exchange(message, evaluation) : null);
	}

	private static Exchange exchange(Message message, CorsEvaluation evaluation) {
		return new Exchange(new Message(Printable.of(message.method()), message.url(), printable(message.headers())),
				AnswerView.of(evaluation));
	}

	private static List<Field> printable(List<Field> fields) {
		return fields.stream()
			.map((field) -> new Field(Printable.of(field.name()), Printable.of(field.value(), 1000)))
			.toList();
	}

	private static @Nullable String printable(@Nullable String value) {
		return (value != null) ? Printable.of(value) : null;
	}

	private static @Nullable NearestAllowed nearest(RequestPlan plan, @Nullable CompiledRule rule,
			@Nullable CorsEvaluation preflight, CorsEvaluation actual) {
		CorsDecision decision = (preflight != null) ? preflight.decision() : actual.decision();
		if (rule == null || plan.origin() == null || !decision.verdict().isOriginRefusal()) {
			return null;
		}
		OriginHint hint = OriginHint.of(rule.policy(), plan.origin());
		return new NearestAllowed(hint.nearest(), hint.differences().stream().map(BrowserVerdict::id).toList(),
				hint.sentence());
	}

	private static String summary(BrowserView browser, @Nullable CompiledRule rule, @Nullable CorsEvaluation preflight,
			CorsEvaluation actual) {
		CorsDecision decision = (preflight != null && preflight.decision().verdict().isRefusal()) ? preflight.decision()
				: actual.decision();
		String why = decision.verdict().isRefusal() ? ": " + AnswerView.reason(decision.verdict()) : "";
		String name = (rule != null) ? Printable.of(rule.name()) : "";
		return switch (browser.verdict()) {
			case BrowserVerdict.ALLOWED -> "The request passes.";
			case BrowserVerdict.BLOCKED ->
				"The browser blocks the request" + (why.isEmpty() ? ": credentials are not allowed" : why) + ".";
			case BrowserVerdict.SAME_ORIGIN -> "The request stays within one origin and needs no CORS.";
			case BrowserVerdict.NOT_CORS -> "This is not a CORS request.";
			case BrowserVerdict.NOT_SENT -> "No browser sends this request" + why + ".";
			default -> (rule == null) ? "No rule governs the path: the application decides."
					: "The rule " + name + " only reports" + (why.isEmpty() ? " and would let the request pass."
							: " and would refuse the request" + why + ".");
		};
	}

}
