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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Lets the {@link Script} answer every request. Not one of Spring's own mappings, since
 * those answer preflights themselves.
 */
class ScriptedReactiveHandlerMapping implements HandlerMapping, Ordered {

	private final Script script;

	ScriptedReactiveHandlerMapping(Script script) {
		this.script = script;
	}

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		Script.Answer answer = this.script.answer();
		WebHandler handler = (current) -> write(answer, current.getResponse());
		return (answer != null) ? Mono.just(handler) : Mono.empty();
	}

	private Mono<Void> write(Script.Answer answer, ServerHttpResponse response) {
		if (answer.fails()) {
			return Mono.error(new IllegalStateException("The script says so"));
		}
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		for (Map.Entry<String, String> header : answer.headers()) {
			if (answer.overwrites(header.getKey())) {
				response.getHeaders().set(header.getKey(), header.getValue());
			}
			else {
				response.getHeaders().add(header.getKey(), header.getValue());
			}
		}
		if (!answer.hasBody()) {
			return response.setComplete();
		}
		Mono<DataBuffer> body = Mono
			.fromSupplier(() -> response.bufferFactory().wrap("scripted".getBytes(StandardCharsets.US_ASCII)));
		return answer.streaming() ? response.writeAndFlushWith(Flux.just(body, body)) : response.writeWith(body);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
