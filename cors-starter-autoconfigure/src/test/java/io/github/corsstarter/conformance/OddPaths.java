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
 * Paths that one reader may take for another path than the next reader does.
 */
final class OddPaths {

	private static final List<String> TARGETS = List.of("/api/admin/x", "/api/closed/x", "/api/data", "/public/x",
			"/other/x", "/legacy/x");

	private static final List<String> STARTS = List.of("", "/api", "/api/admin", "/public", "/other", "/legacy");

	private static final List<String> HOPS = List.of("/..", "/../..", "/%2e%2e", "/%2E.", "/.%2e", "/..;", "/..;a=b",
			"/%2e%2e;", "/.", "/%2e", "/.;", "/", "//", "/%2f", "%2f..", "/..%2f..", "/%2e%2e%2f", "\\..", "/..\\",
			"%5c..", "/..%5c", "/%252e%252e", "/...", "/;", "/;/..", "/x/..", "/x/../..", "/..;/..");

	private OddPaths() {
	}

	/**
	 * The paths of every case of both tables, but those of the actuator, which does not
	 * say who answers.
	 * @return the paths, each once
	 */
	static Stream<String> ofTheTables() {
		return Stream.concat(Tables.read("decisions.json"), Tables.read("attacks.json"))
			.map((line) -> line.get("request"))
			.filter((request) -> !request.has("rawRequest"))
			.map((request) -> request.get("path"))
			.map(JsonNode::asText)
			.filter((path) -> !path.startsWith("/actuator"))
			.distinct();
	}

	/**
	 * Paths that start in one place and lead to another, if they are read that way.
	 * @return the paths
	 */
	static Stream<String> thatHop() {
		return STARTS.stream()
			.flatMap((start) -> HOPS.stream().flatMap((hop) -> TARGETS.stream().map((target) -> start + hop + target)));
	}

	/**
	 * Unusual spellings of usual paths.
	 * @return the paths
	 */
	static Stream<String> inOddSpelling() {
		return TARGETS.stream().flatMap(OddPaths::spellings);
	}

	private static Stream<String> spellings(String path) {
		List<String> spellings = new ArrayList<>(
				List.of(path, path + "/", path + "//", path + ".", path + ".json", path + ";", path + ";a=b",
						path + "%3B", path + "%20", path + "%09", path + "%00", path + "%0a", path + "%", path + "%zz",
						path + "+", path + "%2B", path + "?/../public/x", path + "#/public/x", path + "\u00e4",
						path + "%C3%A4", path + "%e4", path + "/\uff0e\uff0e/public/x", path + "/..", path + "/../",
						path + "/.", path + "/%2e", path + "/..;", path.toUpperCase(), "/" + path, "/;a=b" + path));
		for (int i = 1; i < path.length(); i++) {
			char character = path.charAt(i);
			spellings.add(path.substring(0, i) + "%%%02x".formatted((int) character) + path.substring(i + 1));
			spellings.add(path.substring(0, i) + Character.toUpperCase(character) + path.substring(i + 1));
			if (character == '/') {
				spellings.add(path.substring(0, i) + "/" + path.substring(i));
				spellings.add(path.substring(0, i) + ";a=b" + path.substring(i));
				spellings.add(path.substring(0, i) + "\\" + path.substring(i + 1));
				spellings.add(path.substring(0, i) + "%5c" + path.substring(i + 1));
			}
		}
		return spellings.stream().distinct();
	}

	/**
	 * Whether a path may be left without a rule even if a handler that has one answers.
	 * @param path a path
	 * @return whether it has dot segments, empty segments, encoded slashes or backslashes
	 */
	static boolean mayBeUngoverned(String path) {
		String visible = path.replaceAll("(?i)%2e", ".").replaceAll(";[^/]*", "");
		return visible.matches("(?is).*(\\\\|%2f|%5c|//|/\\.{1,2}(/|$)).*");
	}

}
