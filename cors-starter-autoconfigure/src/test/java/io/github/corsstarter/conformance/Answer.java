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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * All of an answer that the decision table speaks of, in a form in which equal means as
 * specified.
 *
 * @param status the status
 * @param corsHeaders every {@code Access-Control-*} line by its name in lower case, the
 * members of a list-based one in a fixed order
 * @param vary the members of all {@code Vary} lines in lower case and a fixed order,
 * repeated ones included
 * @param chainCalled whether the request came to the application
 * @param empty whether the starter answered itself and the answer has no content
 */
record Answer(int status, Map<String, List<String>> corsHeaders, List<String> vary, boolean chainCalled,
		boolean empty) {

	private static final Set<String> NAME_LISTS = Set.of("access-control-allow-headers",
			"access-control-expose-headers");

	private static final Set<String> LISTS = Set.of("access-control-allow-methods", "access-control-allow-headers",
			"access-control-expose-headers");

	static Answer expectedBy(DecisionCase decision) {
		JsonNode expect = decision.expect();
		boolean chainCalled = expect.get("chainCalled").asBoolean();
		int status = chainCalled ? expect.path("finalStatus").asInt(decision.answer().status())
				: expect.get("status").asInt();
		Map<String, List<String>> headers = new TreeMap<>();
		JsonNode specified = expect.has("finalHeaders") ? expect.get("finalHeaders") : expect.get("headers");
		specified.properties().forEach((field) -> {
			String name = field.getKey().toLowerCase(Locale.ROOT);
			JsonNode value = field.getValue();
			headers.put(name,
					value.isArray() ? ordered(name, Tables.texts(value)) : List.of(normalize(name, value.asText())));
		});
		JsonNode vary = expect.has("finalVary") ? expect.get("finalVary") : expect.get("vary");
		return new Answer(status, headers, sorted(Tables.texts(vary).map(Answer::lowerCase)), chainCalled,
				!chainCalled);
	}

	static Answer of(RawResponse response, boolean chainCalled) {
		Map<String, List<String>> headers = new TreeMap<>();
		for (String name : response.corsHeaderNames()) {
			String line = response.line(name);
			if (line == null) {
				List<String> lines = new ArrayList<>(response.lines(name));
				lines.add(0, "several lines");
				headers.put(name, lines);
			}
			else {
				headers.put(name, LISTS.contains(name) ? ordered(name, RawResponse.split(line)) : List.of(line));
			}
		}
		List<String> vary = sorted(response.members("Vary").stream().map(Answer::lowerCase));
		return new Answer(response.status(), headers, vary, chainCalled, !chainCalled && response.body().length == 0);
	}

	private static List<String> ordered(String name, Stream<String> members) {
		return sorted(members.map((member) -> normalize(name, member)));
	}

	private static String normalize(String name, String member) {
		return NAME_LISTS.contains(name) ? lowerCase(member) : member;
	}

	private static List<String> sorted(Stream<String> values) {
		return values.sorted().toList();
	}

	private static String lowerCase(String value) {
		return value.toLowerCase(Locale.ROOT);
	}

}
