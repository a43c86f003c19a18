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

package io.github.corsstarter.applications;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/** An application behind a gateway that answers with CORS headers of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
class BackEnd {

	/** The requests that came through. */
	static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

	@Bean
	RouterFunction<ServerResponse> everything() {
		return RouterFunctions.route(RequestPredicates.path("/*/data"), this::answer);
	}

	private Mono<ServerResponse> answer(ServerRequest request) {
		REQUESTS.add(request.method() + " " + request.path());
		return ServerResponse.ok()
			.header("Access-Control-Allow-Origin", "*")
			.header("Access-Control-Allow-Credentials", "true")
			.header("Access-Control-Expose-Headers", "X-Internal")
			.header("Vary", "Accept-Language")
			.bodyValue("data of the back end");
	}

	/** Spring would take the upgrade of whichever server is on the class path. */
	@Bean
	WebSocketHandlerAdapter nettyWebSockets() {
		WebSocketHandlerAdapter adapter = new WebSocketHandlerAdapter(
				new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy()));
		adapter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return adapter;
	}

	@Bean
	SimpleUrlHandlerMapping sockets() {
		WebSocketHandler echo = (session) -> session
			.send(session.receive().map((message) -> session.textMessage("echo " + message.getPayloadAsText())));
		return new SimpleUrlHandlerMapping(Map.of("/governed/socket", echo), Ordered.HIGHEST_PRECEDENCE);
	}

}
