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

package io.github.corsstarter.reactive;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.HandlerHeaderLog;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Applies the decisions about requests on the reactive stack.
 */
public final class CorsRuleWebFilter extends ApplicationWebFilter {

	/** Where requests go on that had to wait: never on the threads of a source. */
	private static final Executor PARALLEL = (task) -> Schedulers.parallel().schedule(task);

	/** Looked up here, since Spring looks through all that there are. */
	private static final Map<Outcome, HttpStatusCode> STATUS = new EnumMap<>(Outcome.class);
	static {
		Stream.of(Outcome.values())
			.filter((outcome) -> !outcome.proceeds())
			.forEach((outcome) -> STATUS.put(outcome, HttpStatusCode.valueOf(outcome.status())));
	}

	private final CorsEvaluator evaluator;

	private final HandlerHeaderLog handlerHeaders = new HandlerHeaderLog();

	/**
	 * Create a filter.
	 * @param evaluator what decides
	 * @param order the position among the filters
	 */
	public CorsRuleWebFilter(CorsEvaluator evaluator, int order) {
		super(order);
		this.evaluator = evaluator;
	}

	@Override
	Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		CompiledRule rule = this.evaluator.ruleSet().match(request.getPath().pathWithinApplication());
		if (rule == null) {
			return chain.filter(exchange);
		}
		CorsRequest facts = new ReactiveCorsRequest(request);
		CorsDecision decision = this.evaluator.evaluateNow(rule, facts);
		return (decision != null) ? apply(decision, exchange, chain)
				: Mono.fromCompletionStage(() -> this.evaluator.evaluateLater(rule, facts, PARALLEL))
					.flatMap((later) -> apply(later, exchange, chain));
	}

	private Mono<Void> apply(CorsDecision decision, ServerWebExchange exchange, WebFilterChain chain) {
		if (decision.isUntouched()) {
			return chain.filter(exchange);
		}
		ServerHttpResponse response = exchange.getResponse();
		AppliedDecision applied = new AppliedDecision(decision, exchange, this.handlerHeaders);
		if (decision.proceeds()) {
			applied.announce();
			response.beforeCommit(applied);
			return chain.filter(exchange);
		}
		applied.write();
		response.setStatusCode(STATUS.get(decision.outcome()));
		return response.setComplete();
	}

}
