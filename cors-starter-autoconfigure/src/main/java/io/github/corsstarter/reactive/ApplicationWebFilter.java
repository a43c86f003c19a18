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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * A filter of the server of its own application context. A management server on a port of
 * its own has a child context, and runs the filters of its parent as well; there, this
 * one stands aside.
 */
abstract class ApplicationWebFilter implements WebFilter, Ordered, ApplicationContextAware {

	private final int order;

	private @Nullable ApplicationContext context;

	ApplicationWebFilter(int order) {
		this.order = order;
	}

	@Override
	public final int getOrder() {
		return this.order;
	}

	@Override
	public final void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public final Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return isElsewhere(exchange.getApplicationContext()) ? chain.filter(exchange) : apply(exchange, chain);
	}

	private boolean isElsewhere(@Nullable ApplicationContext server) {
		return server != this.context && server != null && this.context != null;
	}

	abstract Mono<Void> apply(ServerWebExchange exchange, WebFilterChain chain);

}
