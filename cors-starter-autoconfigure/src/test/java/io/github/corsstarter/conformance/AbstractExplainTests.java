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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the endpoint of a running application about every case of the decision table: what
 * it says has to be what the filters do. One body for all stacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractExplainTests {

	private final Stack stack;

	private final AtomicInteger cases = new AtomicInteger();

	AbstractExplainTests(Stack stack) {
		this.stack = stack;
	}

	static Stream<DecisionCase> decisions() {
		return AbstractConformanceTests.decisions();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("decisions")
	void explainsWhatTheFiltersDo(DecisionCase decision) {
		TestServer server = server(decision);
		Rules.of(decision.json()).install(server);
		RawRequest request = RawRequest
			.to("GET", decision.contextPath() + "/actuator/corsexplain?" + parameters(decision))
			.header("Host", "localhost:" + server.port())
			.header("Accept", "application/json")
			.build();
		RawResponse response = server.client().send(request);
		assertThat(response.status()).as(request.summary()).isEqualTo(200);
		JsonNode explanation = Tables.parse(response.text());
		assertThat(answered(decision, explanation)).as(response.text()).isEqualTo(expected(decision.expect()));
		this.cases.incrementAndGet();
	}

	private TestServer server(DecisionCase decision) {
		// the questions are longer than the requests that they are about
		String lineLength = "server.netty.max-initial-line-length=" + TestServer.LARGE_HEADERS;
		return decision.contextPath().isEmpty() ? TestServer.shared(this.stack, lineLength) : TestServer
			.shared(this.stack, lineLength, this.stack.contextPathProperty() + "=" + decision.contextPath());
	}

	private static String parameters(DecisionCase decision) {
		JsonNode request = decision.json().get("request");
		StringBuilder headers = new StringBuilder();
		request.get("headers")
			.forEach((header) -> headers.append(header.get(0).asText())
				.append(": ")
				.append(header.get(1).asText())
				.append('\n'));
		StringBuilder parameters = new StringBuilder();
		add(parameters, "path", request.get("path").asText());
		add(parameters, "method", request.get("method").asText());
		add(parameters, "headers", headers.toString());
		if (request.has("host")) {
			String scheme = request.get("scheme").asText();
			int port = request.get("port").asInt();
			add(parameters, "server", scheme + "://" + request.get("host").asText().toLowerCase(Locale.ROOT)
					+ ((port == (scheme.equals("https") ? 443 : 80)) ? "" : ":" + port));
		}
		return parameters.substring(1);
	}

	private static void add(StringBuilder parameters, String name, String value) {
		parameters.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

	/** What is said about the request that the case is about. */
	private static Map<String, Object> answered(DecisionCase decision, JsonNode explanation) {
		boolean preflight = "OPTIONS".equals(decision.json().get("request").get("method").asText())
				&& explanation.get("preflight").path("reasons").path(0).path("sentence").asText().contains("itself");
		JsonNode answer = (preflight ? explanation.get("preflight").get("exchange") : explanation.get("actual"))
			.get("answer");
		Map<String, Object> answered = new TreeMap<>();
		answered.put("decision", answer.get("decision").asText());
		if (answer.hasNonNull("reported")) {
			answered.put("reported", answer.get("reported").asText());
		}
		if (answer.hasNonNull("status")) {
			answered.put("status", answer.get("status").asInt());
		}
		answered.put("Vary", new TreeSet<>());
		answer.get("headers").forEach((field) -> {
			String name = field.get("name").asText();
			answered.put(name, members(name, RawResponse.split(field.get("value").asText())));
		});
		return answered;
	}

	private static Map<String, Object> expected(JsonNode expect) {
		Map<String, Object> expected = new TreeMap<>();
		expected.put("decision", expect.get("decision").asText());
		if (expect.has("reported")) {
			expected.put("reported", expect.get("reported").asText());
		}
		if (!expect.get("chainCalled").asBoolean()) {
			expected.put("status", expect.get("status").asInt());
		}
		expected.put("Vary", members("Vary", Tables.texts(expect.get("vary"))));
		expect.get("headers").properties().forEach((field) -> {
			JsonNode value = field.getValue();
			Stream<String> members = value.isArray() ? Tables.texts(value) : RawResponse.split(value.asText());
			expected.put(field.getKey(), members(field.getKey(), members));
		});
		return expected;
	}

	private static TreeSet<String> members(String name, Stream<String> members) {
		boolean methods = name.equals("Access-Control-Allow-Methods");
		TreeSet<String> sorted = new TreeSet<>();
		members.map((member) -> methods ? member : member.toLowerCase(Locale.ROOT)).forEach(sorted::add);
		return sorted;
	}

	@AfterAll
	void report() {
		TestServer.report("Explanations", this.stack, this.cases.get() + " cases explained as specified");
	}

}
