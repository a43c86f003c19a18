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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The handlers that need the reactive API.
 */
@Controller
class ReactiveController {

	@RequestMapping("/api/senderror")
	Mono<Void> sendError(ServerHttpResponse response) {
		response.getHeaders().set("Access-Control-Allow-Origin", "*");
		response.getHeaders().set(SharedController.HANDLER, "senderror");
		return Mono.error(new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT));
	}

	@RequestMapping("/api/flush-early")
	Mono<Void> flushEarly(ServerHttpResponse response) {
		response.getHeaders().set(SharedController.HANDLER, "flush-early");
		return response.writeAndFlushWith(Flux.just(buffer(response, "early"), buffer(response, ", late")));
	}

	@RequestMapping("/api/set-vary")
	Mono<Void> setVary(ServerHttpResponse response) {
		response.getHeaders().add("Vary", "Origin");
		response.getHeaders().set("Vary", "Accept");
		response.getHeaders().add("vary", "accept-language");
		response.getHeaders().add("Access-Control-Max-Age", "5");
		response.getHeaders().setAccessControlAllowOrigin("*");
		return response.writeWith(buffer(response, "x"));
	}

	private Mono<DataBuffer> buffer(ServerHttpResponse response, String text) {
		return Mono.fromSupplier(() -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.US_ASCII)));
	}

	@GetMapping("/api/ws")
	Mono<Void> webSocket(ServerWebExchange exchange) {
		exchange.getResponse().getHeaders().set(SharedController.HANDLER, "ws");
		if (!"https://app.example.com".equals(exchange.getRequest().getHeaders().getFirst("Origin"))) {
			exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
			return exchange.getResponse().setComplete();
		}
		return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy()).handleRequest(exchange,
				WebSocketSession::close);
	}

}
