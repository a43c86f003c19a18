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

package io.github.corsstarter.benchmark;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link HandWritten} on the reactive stack.
 */
final class HandWrittenWebFilter implements WebFilter {

	private final HandWritten policy;

	HandWrittenWebFilter(HandWritten policy) {
		this.policy = policy;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (request.getMethod() == HttpMethod.GET
				&& "websocket".equalsIgnoreCase(request.getHeaders().getFirst("Upgrade"))) {
			return chain.filter(exchange);
		}
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		String origin = request.getHeaders().getFirst("Origin");
		if (origin == null) {
			headers.set("Vary", HandWritten.VARY);
			response.beforeCommit(() -> keep(headers, null));
			return chain.filter(exchange);
		}
		List<String> lines = request.getHeaders().get("Origin");
		String allowed = (lines.size() == 1) ? this.policy.origins.get(origin) : null;
		String method = (request.getMethod() == HttpMethod.OPTIONS)
				? request.getHeaders().getFirst("Access-Control-Request-Method") : null;
		if (method != null) {
			return preflight(request, response, allowed, method);
		}
		headers.set("Vary", HandWritten.VARY);
		if (allowed == null) {
			if ("same-origin".equals(request.getHeaders().getFirst("Sec-Fetch-Site")) || isOwn(request, origin)) {
				return chain.filter(exchange);
			}
			response.setStatusCode(HttpStatus.FORBIDDEN);
			return response.setComplete();
		}
		headers.set("Access-Control-Allow-Origin", allowed);
		headers.set("Access-Control-Allow-Credentials", "true");
		headers.set("Access-Control-Expose-Headers", this.policy.exposeHeaders);
		response.beforeCommit(() -> keep(headers, allowed));
		return chain.filter(exchange);
	}

	private Mono<Void> keep(HttpHeaders headers, String allowed) {
		String written = headers.getFirst("Access-Control-Allow-Origin");
		if (allowed != null && !allowed.equals(written)) {
			headers.set("Access-Control-Allow-Origin", allowed);
		}
		else if (allowed == null && written != null) {
			headers.remove("Access-Control-Allow-Origin");
		}
		if (!HandWritten.VARY.equals(headers.getFirst("Vary"))) {
			headers.add("Vary", HandWritten.VARY);
		}
		return Mono.empty();
	}

	private static boolean isOwn(ServerHttpRequest request, String origin) {
		String scheme = request.getURI().getScheme();
		String host = request.getURI().getHost();
		return origin.startsWith(scheme) && origin.startsWith(host, scheme.length() + 3)
				&& (origin.length() == scheme.length() + 3 + host.length()
						|| origin.endsWith(":" + request.getURI().getPort()));
	}

	private Mono<Void> preflight(ServerHttpRequest request, ServerHttpResponse response, String allowed,
			String method) {
		HttpHeaders headers = response.getHeaders();
		headers.set("Vary", HandWritten.PREFLIGHT_VARY);
		List<String> requested = request.getHeaders().get("Access-Control-Request-Headers");
		if ((requested != null && requested.size() > 1)
				|| !this.policy.allowsPreflight(allowed, method, (requested != null) ? requested.get(0) : null)) {
			response.setStatusCode(HttpStatus.FORBIDDEN);
			return response.setComplete();
		}
		headers.set("Access-Control-Allow-Origin", allowed);
		headers.set("Access-Control-Allow-Credentials", "true");
		headers.set("Access-Control-Allow-Methods", this.policy.allowMethods);
		headers.set("Access-Control-Allow-Headers", this.policy.allowHeaders);
		headers.set("Access-Control-Max-Age", this.policy.maxAge);
		response.setStatusCode(HttpStatus.NO_CONTENT);
		return response.setComplete();
	}

}
