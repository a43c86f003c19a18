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
package io.github.corsstarter.sample.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;

/**
 * Asks a server on the loopback address.
 *
 * @param port its port
 */
record Answers(int port) {

	ServerAnswer to(String method, String path, List<Field> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(10))
			.method(method, HttpRequest.BodyPublishers.noBody());
		headers.forEach((field) -> request.header(field.name(), field.value()));
		try {
			// A client for each request: some of the servers close connections without a
			// word
			HttpClient client = HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.connectTimeout(Duration.ofSeconds(5))
				.build();
			HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			List<Field> fields = new ArrayList<>();
			response.headers()
				.map()
				.forEach((name, values) -> values.forEach((value) -> fields.add(new Field(name, value))));
			return new ServerAnswer(response.statusCode(), fields);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	boolean isUp() {
		try {
			to("GET", "/api/orders", List.of());
			return true;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
