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

package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * An application behind a {@link WebTestClient}.
 */
final class WebTestClientServer implements CorsServer {

	private final WebTestClient client;

	WebTestClientServer(WebTestClient client) {
		this.client = client;
	}

	@Override
	public ServerAnswer answer(Request request) {
		WebTestClient.RequestBodySpec spec = this.client.method(HttpMethod.valueOf(request.method()))
			.uri(request.path());
		spec.headers((headers) -> request.headers().forEach((field) -> headers.set(field.name(), field.value())));
		if (request.body() != null) {
			spec.bodyValue(request.body());
		}
		// Without reading the body, which may never end
		return answer(spec.exchange().expectBody(Void.class).returnResult());
	}

	static ServerAnswer answer(ExchangeResult result) {
		List<Field> headers = new ArrayList<>();
		result.getResponseHeaders()
			.forEach((name, values) -> values.forEach((value) -> headers.add(new Field(name, value))));
		return new ServerAnswer(result.getStatus().value(), headers);
	}

}
