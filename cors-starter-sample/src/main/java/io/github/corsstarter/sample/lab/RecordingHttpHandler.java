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

package io.github.corsstarter.sample.lab;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.sample.lab.ExchangeLog.Entry;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Remembers exchanges on the reactive stack.
 */
final class RecordingHttpHandler implements HttpHandler {

	private final HttpHandler delegate;

	private final ExchangeLog log;

	RecordingHttpHandler(HttpHandler delegate, ExchangeLog log) {
		this.delegate = delegate;
		this.log = log;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		String id = ExchangeLog.idIn(request.getURI().getRawQuery());
		if (id == null) {
			return this.delegate.handle(request, response);
		}
		Entry entry = this.log.begin(id, exchange(request));
		return this.delegate.handle(request, response).doFinally((signal) -> end(entry, response));
	}

	private void end(Entry entry, ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		HttpHeaders headers = response.getHeaders();
		entry.answeredWith((status != null) ? status.value() : 200,
				RecordedHeaders.ofResponse(headers.headerNames(), (name) -> headers.getOrDefault(name, List.of())));
	}

	private Exchange exchange(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		return new Exchange(request.getMethod().name(), String.valueOf(headers.getFirst(HttpHeaders.HOST)),
				request.getURI().getRawPath(),
				RecordedHeaders.ofRequest((name) -> headers.getOrDefault(name, List.of())), null, Map.of());
	}

}
