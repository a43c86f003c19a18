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

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;

/**
 * The request of an attack, as a server on {@code http://localhost:8080} sees it.
 */
final class AttackRequest {

	private static final int PORT = 8080;

	private AttackRequest() {
	}

	static CorsRequest of(JsonNode request) {
		CorsRequestBuilder builder = CorsRequest.builder(request.path("method").textValue());
		String host = "localhost:" + PORT;
		for (JsonNode pair : request.path("headers")) {
			String name = pair.path(0).textValue();
			String value = pair.path(1).textValue().replace("{port}", Integer.toString(PORT));
			builder.header(name, value);
			host = name.equalsIgnoreCase("Host") ? value : host;
		}
		JsonNode generator = request.path("generator");
		if (generator.isObject()) {
			generate(generator, builder);
		}
		int colon = host.indexOf(':');
		return builder
			.ownOrigin("http", (colon < 0) ? host : host.substring(0, colon),
					(colon < 0) ? CorsRequest.UNKNOWN_PORT : Integer.parseInt(host.substring(colon + 1)))
			.build();
	}

	private static void generate(JsonNode generator, CorsRequestBuilder builder) {
		String header = generator.path("header").textValue();
		IntFunction<String> unit = (i) -> generator.path("unit").textValue().replace("{i}", Integer.toString(i));
		if (generator.has("lines")) {
			IntStream.range(0, generator.path("lines").intValue())
				.forEach((i) -> builder.header(header, unit.apply(i)));
		}
		else {
			builder.header(header,
					IntStream.range(0, generator.path("repeat").intValue())
						.mapToObj(unit)
						.collect(Collectors.joining("", generator.path("prefix").asText(""),
								generator.path("suffix").asText(""))));
		}
	}

}
