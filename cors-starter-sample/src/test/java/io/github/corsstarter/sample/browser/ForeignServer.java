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

package io.github.corsstarter.sample.browser;

import java.util.List;

import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A server that knows nothing of CORS but what it is told to answer: for the mistakes
 * that the starter does not make.
 */
final class ForeignServer implements AutoCloseable {

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle(this::handle)
		.bindNow();

	private volatile ServerAnswer preflight = new ServerAnswer(404, List.of());

	private volatile ServerAnswer actual = this.preflight;

	String base() {
		return "http://localhost:" + this.server.port();
	}

	/**
	 * Say what to answer from now on.
	 * @param preflight the answer to preflights
	 * @param actual the answer to everything else
	 */
	void answer(ServerAnswer preflight, ServerAnswer actual) {
		this.preflight = preflight;
		this.actual = actual;
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		boolean preflight = request.requestHeaders().contains("Access-Control-Request-Method");
		ServerAnswer answer = preflight ? this.preflight : this.actual;
		response.status(answer.status());
		for (Field field : answer.headers()) {
			response.addHeader(field.name(), field.value());
		}
		return preflight ? response.send() : response.sendString(Mono.just("answer"));
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
