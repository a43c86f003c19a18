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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.conformance.application.BareApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise to an application that only adds the dependency: not one byte changes.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractNoConfigurationTests {

	private static final String IMPORTS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	private static final String STARTER = "io.github.corsstarter.";

	private static final List<String> PATHS = List.of("/api/data", "/api/vary", "/api/vary-star", "/api/acao-star",
			"/api/acac-true", "/api/crossorigin", "/api/secure", "/api/error", "/api/redirect", "/api/notmodified",
			"/api/async", "/api/options", "/api/range", "/nowhere", "/actuator/health", "/api/../api/data",
			"/api//data;a=b");

	private final Stack stack;

	private Map<String, String> without;

	AbstractNoConfigurationTests(Stack stack) {
		this.stack = stack;
	}

	@BeforeAll
	void askWithoutTheStarter() {
		this.without = answers(Map.of("spring.autoconfigure.exclude", starterAutoConfigurations()));
		assertThat(this.without.values()).allMatch((answer) -> answer.startsWith("HTTP/1.1 "));
	}

	@Test
	void withoutAPropertyNoByteOfAnyAnswerChanges() {
		assertThat(answers(Map.of())).isEqualTo(this.without);
	}

	@Test
	void aSwitchedOffStarterChangesNoByteEither() {
		assertThat(answers(withRule("cors.enabled", "false"))).isEqualTo(this.without);
	}

	@Test
	void aRuleDoesChangeAnswers() {
		assertThat(answers(withRule("cors.enabled", "true"))).isNotEqualTo(this.without);
	}

	private Map<String, Object> withRule(String key, String value) {
		return Map.of("cors.rules.api.paths", "/api/**", "cors.rules.api.allowed-origins", "https://app.example.com",
				key, value);
	}

	private Map<String, String> answers(Map<String, Object> properties) {
		TestServer server = TestServer.start(this.stack, properties, BareApplication.class);
		try (server) {
			Map<String, String> answers = new LinkedHashMap<>();
			for (String path : PATHS) {
				for (RawRequest.Builder request : requests(path)) {
					RawRequest complete = request.header("Host", "localhost").header("Connection", "close").build();
					answers.put(complete.summary(), comparable(exchange(server.port(), complete)));
				}
			}
			return answers;
		}
	}

	private List<RawRequest.Builder> requests(String path) {
		List<RawRequest.Builder> requests = new ArrayList<>();
		requests.add(RawRequest.to("GET", path));
		requests.add(RawRequest.to("HEAD", path));
		requests.add(RawRequest.to("OPTIONS", path));
		for (String origin : List.of("https://app.example.com", "http://localhost", "null", "https://evil.test,", "")) {
			requests.add(RawRequest.to("GET", path).header("Origin", origin));
			requests.add(RawRequest.to("POST", path).header("Origin", origin).body("{}"));
			requests.add(RawRequest.to("OPTIONS", path)
				.header("Origin", origin)
				.header("Access-Control-Request-Method", "PUT")
				.header("Access-Control-Request-Headers", "content-type,x-token"));
		}
		return requests;
	}

	private byte[] exchange(int port, RawRequest request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.bytes());
			return socket.getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String comparable(byte[] answer) {
		String text = new String(answer, StandardCharsets.ISO_8859_1).replaceAll("(?i)\r\ndate: [^\r]*", "")
			.replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "\"$1\":\"\"");
		// The number of a request is part of errors on the reactive stack, and grows
		// longer
		return this.stack.isServlet() ? text
				: text.replaceFirst("(?is)^(HTTP/1.1 [45].*\r\ncontent-length: )[0-9]+", "$1*");
	}

	private String starterAutoConfigurations() {
		List<String> names = new ArrayList<>();
		try {
			for (URL imports : Collections.list(getClass().getClassLoader().getResources(IMPORTS))) {
				try (InputStream in = imports.openStream()) {
					new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
						.filter((line) -> line.startsWith(STARTER))
						.forEach(names::add);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertThat(names).as("auto-configurations of the starter").isNotEmpty();
		return String.join(",", names);
	}

}
