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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.corsstarter.conformance.Stack;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * One instance of an application whose configuration comes from outside, as an operator
 * sees it: through HTTP alone.
 *
 * @param application the running application
 */
record Instance(RunningApplication application) implements AutoCloseable {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String PATH = "/any/governed/data";

	private static final String[] ENDPOINTS = { "management.endpoints.web.exposure.include=cors,refresh",
			"logging.level.io.github.corsstarter=error", "spring.cloud.compatibility-verifier.enabled=false" };

	/**
	 * Start an instance.
	 * @param stack the web server
	 * @param imported where its configuration comes from
	 * @param properties further properties
	 */
	static Instance start(Stack stack, String imported, String... properties) {
		// a refresh is made by threads that Reactor keeps: with the class loader of an
		// application that is gone, if one in Tomcat was the first that needed them
		Schedulers.shutdownNow();
		return new Instance(RunningApplication.start(stack, Application.class, ENDPOINTS,
				new String[] { "spring.config.import=" + imported }, properties));
	}

	/** Which of these origins get an answer that their browser lets a page read. */
	List<String> allowed(String... origins) {
		return List.of(origins).stream().filter(this::isAllowed).toList();
	}

	private boolean isAllowed(String origin) {
		Response preflight = this.application.preflight(PATH, origin);
		Response actual = this.application.get(PATH, "Origin", origin);
		if (actual.status() == 200 && preflight.status() == 204) {
			return origin.equals(actual.header("Access-Control-Allow-Origin"))
					&& origin.equals(preflight.header("Access-Control-Allow-Origin"));
		}
		if (actual.status() != 403 || preflight.status() != 403) {
			throw new IllegalStateException(preflight + "\n" + actual);
		}
		return false;
	}

	/** What {@code /actuator/cors} says. */
	JsonNode cors() {
		return read(this.application.get("/actuator/cors", "Accept", "application/json"));
	}

	/** Let the instance read its configuration again: the keys that have changed. */
	List<String> refresh() {
		JsonNode keys = read(this.application.send("POST", "/actuator/refresh", "Accept", "application/json"));
		return StreamSupport.stream(keys.spliterator(), false).map(JsonNode::asText).toList();
	}

	private static JsonNode read(Response response) {
		// with its framing, which is none or chunks
		String body = response.body();
		try {
			return JSON.readTree(
					response.lines("Transfer-Encoding").isEmpty() ? body : body.replaceAll("(?m)^[0-9a-f]+\r\n", ""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(response.toString(), ex);
		}
	}

	@Override
	public void close() {
		this.application.close();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

}
