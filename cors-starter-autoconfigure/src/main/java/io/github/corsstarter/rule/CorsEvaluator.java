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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;

/**
 * Finds the rule that governs a request and lets it decide. What filters and endpoints
 * call. Safe for use by several threads: each call sees one set of rules as a whole.
 */
public final class CorsEvaluator {

	private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

	private final AtomicReference<CorsRuleSet> ruleSet;

	private final DecisionListeners listeners;

	/**
	 * Create an evaluator that nobody listens to.
	 * @param ruleSet the rules
	 */
	public CorsEvaluator(CorsRuleSet ruleSet) {
		this(ruleSet, List.of());
	}

	/**
	 * Create an evaluator.
	 * @param ruleSet the rules
	 * @param listeners what is told of decisions, in this order
	 */
	public CorsEvaluator(CorsRuleSet ruleSet, List<CorsDecisionListener> listeners) {
		this.ruleSet = new AtomicReference<>(ruleSet);
		this.listeners = new DecisionListeners(listeners);
		this.listeners.tell(ruleSet);
	}

	/**
	 * The rules that are in force.
	 * @return the rules
	 */
	public CorsRuleSet ruleSet() {
		return this.ruleSet.get();
	}

	/**
	 * Put other rules in force, for all requests from now on.
	 * @param ruleSet the rules
	 */
	public void replaceRuleSet(CorsRuleSet ruleSet) {
		this.listeners.tell(ruleSet);
		this.ruleSet.set(ruleSet);
	}

	/**
	 * Decide on a request, and tell the listeners. Waits for an origin source that has to
	 * be asked: not for threads that must not wait.
	 * @param path the raw path, inside the context path and without query
	 * @param request the facts
	 * @return what to do
	 */
	public CorsDecision evaluate(String path, CorsRequest request) {
		return decide(this.ruleSet.get().match(path), request);
	}

	/**
	 * Decide on a request, and tell the listeners. Waits for an origin source that has to
	 * be asked: not for threads that must not wait.
	 * @param path the parsed path, inside the context path
	 * @param request the facts
	 * @return what to do
	 */
	public CorsDecision evaluate(PathContainer path, CorsRequest request) {
		return decide(this.ruleSet.get().match(path), request);
	}

	/**
	 * Decide on a request, and tell the listeners. Waits for an origin source that has to
	 * be asked: not for threads that must not wait.
	 * @param rule the rule that governs the path of the request
	 * @param request the facts
	 * @return what to do
	 */
	public CorsDecision evaluate(CompiledRule rule, CorsRequest request) {
		return conclude(rule, request, ask(rule, request));
	}

	/**
	 * Decide on a request without waiting, and tell the listeners.
	 * @param rule the rule that governs the path of the request
	 * @param request the facts
	 * @return what to do, or {@code null} if an origin source has to be asked first: then
	 * {@link #evaluateLater} decides, and nobody has been told anything
	 */
	public @Nullable CorsDecision evaluateNow(CompiledRule rule, CorsRequest request) {
		CorsDecision decision = rule.policy().decide(request);
		OriginQuestion question = OriginQuestion.of(rule, request, decision);
		if (question != null) {
			decision = question.known();
		}
		return (decision != null) ? conclude(rule, request, decision) : null;
	}

	/**
	 * Decide on a request when an origin source has answered, and tell the listeners.
	 * @param rule the rule that governs the path of the request
	 * @param request the facts
	 * @param executor where the listeners are told, and where the stage completes, unless
	 * the answer is there at once
	 * @return what to do, within a bounded time
	 */
	public CompletionStage<CorsDecision> evaluateLater(CompiledRule rule, CorsRequest request, Executor executor) {
		CorsDecision decision = rule.policy().decide(request);
		OriginQuestion question = OriginQuestion.of(rule, request, decision);
		CompletableFuture<CorsDecision> answer = (question != null) ? question.ask().toCompletableFuture()
				: CompletableFuture.completedFuture(decision);
		return answer.isDone() ? answer.thenApply((asked) -> conclude(rule, request, asked))
				: answer.thenApplyAsync((asked) -> conclude(rule, request, asked), executor);
	}

	/**
	 * Say how a request would be decided on, without telling any listener. Waits for an
	 * origin source that has to be asked: not for threads that must not wait.
	 * @param path the raw path, inside the context path and without query
	 * @param request the facts
	 * @return which rule, and what it decides
	 */
	public CorsEvaluation dryRun(String path, CorsRequest request) {
		CompiledRule rule = this.ruleSet.get().match(path);
		return new CorsEvaluation(rule, (rule != null) ? ask(rule, request) : CorsDecision.notGoverned());
	}

	/**
	 * Whether two paths have the same rule. Where a server sees another path than the one
	 * that was sent, and they have not, no rule can be sure to be the one of whoever
	 * answers.
	 * @param path the raw path, inside the context path and without query
	 * @param normalized the path that the server sees, decoded and normalized
	 * @return whether the same rule governs both, or none
	 */
	public boolean isSameRule(String path, String normalized) {
		CorsRuleSet rules = this.ruleSet.get();
		return rules.match(path) == rules.match(PathContainer.parsePath(normalized, DECODED));
	}

	private CorsDecision decide(@Nullable CompiledRule rule, CorsRequest request) {
		return (rule != null) ? evaluate(rule, request) : CorsDecision.notGoverned();
	}

	private static CorsDecision ask(CompiledRule rule, CorsRequest request) {
		CorsDecision decision = rule.policy().decide(request);
		OriginQuestion question = OriginQuestion.of(rule, request, decision);
		return (question != null) ? question.await() : decision;
	}

	private CorsDecision conclude(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		if (decision.outcome().isChecked()) {
			this.listeners.tell(rule, request, decision);
		}
		return rule.isEnforced() ? decision : CorsDecision.notGoverned();
	}

}
