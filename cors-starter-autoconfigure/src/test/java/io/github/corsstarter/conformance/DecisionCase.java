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
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.conformance.application.Script;

/**
 * One line of {@code decisions.json}: rules, a request and the complete answer.
 *
 * @param json the line
 */
record DecisionCase(JsonNode json) {

	String id() {
		return this.json.get("id").asText();
	}

	String decision() {
		return expect().get("decision").asText();
	}

	/**
	 * What listeners have to be told: every decision on a CORS request, also one that is
	 * only reported.
	 * @return one outcome or none
	 */
	List<Outcome> told() {
		String decision = expect().path("reported").asText(decision());
		Outcome outcome = Outcome.valueOf(decision.toUpperCase(Locale.ROOT).replace('-', '_'));
		return outcome.isChecked() ? List.of(outcome) : List.of();
	}

	JsonNode expect() {
		return this.json.get("expect");
	}

	boolean needs(String what) {
		return Tables.texts(this.json.path("needs")).anyMatch(what::equals);
	}

	boolean isOverHttps() {
		return "https".equals(this.json.get("request").path("scheme").asText());
	}

	String contextPath() {
		return this.json.get("request").path("contextPath").asText();
	}

	RawRequest request(int port) {
		RawRequest.Builder builder = bareRequest(port);
		this.json.get("request")
			.get("headers")
			.forEach((header) -> builder.header(header.get(0).asText(), header.get(1).asText()));
		return builder.build();
	}

	/**
	 * The request with nothing in it that CORS looks at.
	 * @param port the port of the server
	 * @return the request
	 */
	RawRequest requestWithoutItsHeaders(int port) {
		return bareRequest(port).build();
	}

	private RawRequest.Builder bareRequest(int port) {
		JsonNode request = this.json.get("request");
		RawRequest.Builder builder = RawRequest.to(request.get("method").asText(), request.get("path").asText());
		builder.header("Host", request.has("host") ? host(request) : "localhost:" + port);
		return isOverHttps() ? builder.header("X-Forwarded-Proto", "https") : builder;
	}

	private String host(JsonNode request) {
		int port = request.get("port").asInt();
		boolean defaultPort = port == (isOverHttps() ? 443 : 80);
		return request.get("host").asText() + (defaultPort ? "" : ":" + port);
	}

	Script.Answer answer() {
		JsonNode handler = this.json.get("handler");
		if (handler == null) {
			return Script.Answer.plain();
		}
		List<Map.Entry<String, String>> headers = new ArrayList<>();
		handler.path("headers")
			.forEach((header) -> headers.add(Map.entry(header.get(0).asText(), header.get(1).asText())));
		return new Script.Answer(handler.path("status").asInt(200), headers, handler.path("overwritesVary").asBoolean(),
				handler.path("streaming").asBoolean(), handler.hasNonNull("throws"));
	}

	@Override
	public String toString() {
		return id() + " " + this.json.get("title").asText();
	}

}
