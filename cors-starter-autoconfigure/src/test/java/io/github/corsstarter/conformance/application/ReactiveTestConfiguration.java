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

package io.github.corsstarter.conformance.application;

import java.net.URI;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * What the test application has on the reactive stack alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@Import({ ReactiveController.class, ScriptedReactiveHandlerMapping.class })
class ReactiveTestConfiguration {

	@Bean
	OrderedFilter spyFilter(Spy spy) {
		return new OrderedFilter(Ordered.LOWEST_PRECEDENCE, (exchange, chain) -> {
			spy.call();
			return chain.filter(exchange);
		});
	}

	@Bean
	OrderedFilter httpsRedirectFilter(HttpsRedirect redirect) {
		return new OrderedFilter(HttpsRedirect.ORDER, (exchange, chain) -> {
			URI uri = exchange.getRequest().getURI();
			if (redirect.active() && !"https".equals(uri.getScheme())) {
				ServerHttpResponse response = exchange.getResponse();
				response.setStatusCode(HttpStatus.FOUND);
				response.getHeaders().set("Location", "https://localhost" + uri.getRawPath());
				return response.setComplete();
			}
			return chain.filter(exchange);
		});
	}

	record OrderedFilter(int order, WebFilter filter) implements WebFilter, Ordered {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			return this.filter.filter(exchange, chain);
		}

		@Override
		public int getOrder() {
			return this.order;
		}

	}

}
