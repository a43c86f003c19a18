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

import reactor.core.publisher.Mono;

import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.PreFlightRequestHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets the handlers of the application answer the preflights that no rule answers, before
 * anything asks for authentication, which preflights never have.
 */
public final class UnmatchedPreflightWebFilter extends ApplicationWebFilter {

	private final PreFlightRequestHandler handlers;

	/**
	 * Create a filter.
	 * @param handlers what knows the handlers
	 * @param order the position among the filters, right behind that of the
	 * {@link CorsRuleWebFilter}
	 */
	public UnmatchedPreflightWebFilter(PreFlightRequestHandler handlers, int order) {
		super(order);
		this.handlers = handlers;
	}

	@Override
	Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain) {
		if (!CorsUtils.isPreFlightRequest(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		return this.handlers.handlePreFlight(exchange)
			.onErrorResume(
					(failure) -> exchange.getResponse().isCommitted() ? Mono.error(failure) : chain.filter(exchange));
	}

}
