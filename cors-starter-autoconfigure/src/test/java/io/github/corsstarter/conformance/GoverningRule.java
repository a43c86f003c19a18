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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds the rule of a case by asking every pattern, as a reader of the table would.
 */
final class GoverningRule {

	private GoverningRule() {
	}

	static Optional<JsonNode> of(JsonNode rules, String target) {
		Map<PathPattern, JsonNode> patterns = new HashMap<>();
		rules.forEach((rule) -> Tables.texts(rule.get("paths"))
			.forEach((path) -> patterns.put(PathPatternParser.defaultInstance.parse(path), rule)));
		try {
			PathContainer path = PathContainer.parsePath(target.replaceFirst("[?#].*", ""));
			return patterns.keySet()
				.stream()
				.filter((pattern) -> pattern.matches(path))
				.min(PathPattern.SPECIFICITY_COMPARATOR)
				.map(patterns::get);
		}
		catch (IllegalArgumentException ex) {
			// Not a path that a router would take
			return Optional.empty();
		}
	}

	/**
	 * The rule that has this very pattern.
	 * @param rules the rules of a case
	 * @param pattern the pattern
	 * @return the rule
	 */
	static JsonNode withPattern(JsonNode rules, String pattern) {
		for (JsonNode rule : rules) {
			if (Tables.texts(rule.get("paths")).anyMatch(pattern::equals)) {
				return rule;
			}
		}
		throw new IllegalArgumentException("No rule has the pattern " + pattern);
	}

}
