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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which rule governs a request, where that can be said without a path-pattern matcher:
 * paths of plain segments, patterns that are {@code /**} behind a plain prefix. What
 * needs more is asked of the module that matches paths.
 */
final class GoverningRule {

	private static final Pattern PLAIN_PATH = Pattern.compile("/|(/[A-Za-z0-9_-]+)+");

	private static final Pattern PLAIN_PATTERN = Pattern.compile("(/[A-Za-z0-9_-]+)*/\\*\\*");

	private GoverningRule() {
	}

	static boolean isPlain(JsonNode request, List<ConformanceRule> rules) {
		return !request.has("contextPath") && PLAIN_PATH.matcher(pathOf(request)).matches()
				&& rules.stream()
					.allMatch((rule) -> rule.enabled()
							&& rule.paths().stream().allMatch((pattern) -> PLAIN_PATTERN.matcher(pattern).matches()));
	}

	/** The rule with the longest prefix. */
	static Optional<ConformanceRule> of(JsonNode request, List<ConformanceRule> rules) {
		String path = pathOf(request) + "/";
		return rules.stream()
			.filter((rule) -> prefixLength(rule, path) > 0)
			.max(Comparator.comparingInt((rule) -> prefixLength(rule, path)));
	}

	private static int prefixLength(ConformanceRule rule, String path) {
		return rule.paths()
			.stream()
			.map((pattern) -> pattern.substring(0, pattern.length() - 2))
			.filter(path::startsWith)
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	private static String pathOf(JsonNode request) {
		String path = request.path("path").textValue();
		int query = path.indexOf('?');
		return (query < 0) ? path : path.substring(0, query);
	}

}
