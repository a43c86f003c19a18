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

package io.github.corsstarter.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of {@code attacks.json}: rules, a raw request and what must not come of it.
 *
 * @param json the line
 */
record AttackCase(JsonNode json) {

	String id() {
		return this.json.get("id").asText();
	}

	String attackClass() {
		return this.json.get("class").asText();
	}

	String expectation() {
		return this.json.get("expect").asText();
	}

	JsonNode assertions() {
		return this.json.path("assert");
	}

	Stream<String> needs() {
		return Tables.texts(this.json.path("needs"));
	}

	JsonNode rules() {
		return this.json.get("rules");
	}

	String method() {
		return requestJson().get("method").asText();
	}

	String target() {
		return requestJson().get("path").asText();
	}

	JsonNode loop() {
		return requestJson().path("loop");
	}

	/**
	 * Whether a browser would send credentials: those of the rule that governs the path.
	 * @return whether the rule allows credentials
	 */
	boolean withCredentials() {
		return GoverningRule.of(rules(), target())
			.map((rule) -> rule.path("allow-credentials").asBoolean())
			.orElse(false);
	}

	boolean hasHeader(String name) {
		return headers(0).stream().anyMatch((header) -> header.isNamed(name));
	}

	List<Header> headers(int port) {
		List<Header> headers = new ArrayList<>();
		requestJson().get("headers")
			.forEach((header) -> headers
				.add(new Header(header.get(0).asText(), withPort(header.get(1).asText(), port))));
		JsonNode generator = requestJson().path("generator");
		if (generator.has("header")) {
			for (int i = 0; i < generator.path("lines").asInt(1); i++) {
				headers.add(new Header(generator.get("header").asText(), generate(generator)));
			}
		}
		return headers;
	}

	RawRequest request(int port) {
		JsonNode request = requestJson();
		if (request.has("rawRequest")) {
			return RawRequest.verbatim(request.get("rawRequest").asText());
		}
		JsonNode generator = request.path("generator");
		String suffix = generator.has("pathSuffix") ? "/" + generate(generator) : "";
		return request(port, target() + suffix, headers(port)).defaultHeader("Connection", "close").build();
	}

	/**
	 * The request with a number in a loop, over a connection that is kept.
	 * @param port the port of the server
	 * @param index the number
	 * @return the request
	 */
	RawRequest loopRequest(int port, int index) {
		JsonNode loop = loop();
		String target = loop.has("path") ? loop.get("path").asText().replace("{i}", Integer.toString(index)) : target();
		List<Header> headers = headers(port);
		if (loop.has("header")) {
			headers.add(new Header(loop.get("header").asText(), loopValue(index)));
		}
		return request(port, target, headers).build();
	}

	String loopValue(int index) {
		JsonNode cycle = loop().path("cycle");
		return cycle.isMissingNode() ? loop().get("template").asText().replace("{i}", Integer.toString(index))
				: cycle.get(index % cycle.size()).asText();
	}

	private RawRequest.Builder request(int port, String target, List<Header> headers) {
		RawRequest.Builder builder = RawRequest.to(method(), target);
		headers.forEach((header) -> builder.header(header.name(), header.value()));
		builder.defaultHeader("Host", "localhost:" + port);
		JsonNode body = requestJson().path("body");
		return body.isMissingNode() ? builder : builder.body(body.asText());
	}

	private static String generate(JsonNode generator) {
		if (generator.has("lines")) {
			return generator.get("unit").asText();
		}
		StringBuilder value = new StringBuilder(generator.path("prefix").asText());
		String unit = generator.get("unit").asText();
		for (int i = 0; i < generator.get("repeat").asInt(); i++) {
			value.append(unit.replace("{i}", Integer.toString(i)));
		}
		return value.append(generator.path("suffix").asText()).toString();
	}

	private static String withPort(String value, int port) {
		return value.replace("{port}", Integer.toString(port));
	}

	private JsonNode requestJson() {
		return this.json.get("request");
	}

	@Override
	public String toString() {
		String title = this.json.path("why").asText();
		return id() + " " + attackClass() + ": " + title;
	}

}
