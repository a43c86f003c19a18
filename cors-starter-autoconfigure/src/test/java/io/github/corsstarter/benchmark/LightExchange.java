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

import java.net.URI;
import java.util.function.Supplier;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * An exchange that answers as one of Spring on Netty does, on top of the same header
 * fields, and does nothing else.
 */
final class LightExchange extends ServerWebExchangeDecorator {

	private final Request request;

	private final Response response = new Response();

	LightExchange(Scenario scenario) {
		super(Unsupported.instanceOf(ServerWebExchange.class));
		this.request = new Request(scenario);
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public Response getResponse() {
		return this.response;
	}

	@Override
	public ApplicationContext getApplicationContext() {
		return null;
	}

	private static final class Request extends ServerHttpRequestDecorator {

		private final HttpMethod method;

		private final URI uri;

		private final RequestPath path;

		private final HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(new DefaultHttpHeaders()));

		Request(Scenario scenario) {
			super(Unsupported.instanceOf(ServerHttpRequest.class));
			this.method = HttpMethod.valueOf(scenario.method());
			this.uri = URI.create("https://api.example.com" + scenario.path());
			this.path = RequestPath.parse(this.uri, "");
			for (int i = 0; i < scenario.headers().length; i += 2) {
				this.headers.add(scenario.headers()[i], scenario.headers()[i + 1]);
			}
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public RequestPath getPath() {
			return this.path;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

	static final class Response extends ServerHttpResponseDecorator {

		private final HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(new DefaultHttpHeaders()));

		private Supplier<? extends Mono<Void>> action;

		private HttpStatusCode status;

		Response() {
			super(Unsupported.instanceOf(ServerHttpResponse.class));
		}

		void reset() {
			this.headers.clear();
			this.action = null;
			this.status = null;
		}

		/** What a server does right before it sends the fields. */
		Mono<Void> commit() {
			return (this.action != null) ? this.action.get() : Mono.empty();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public boolean setStatusCode(HttpStatusCode status) {
			this.status = status;
			return true;
		}

		@Override
		public HttpStatusCode getStatusCode() {
			return this.status;
		}

		@Override
		public void beforeCommit(Supplier<? extends Mono<Void>> action) {
			this.action = action;
		}

		@Override
		public boolean isCommitted() {
			return false;
		}

		@Override
		public Mono<Void> setComplete() {
			return commit();
		}

	}

}
