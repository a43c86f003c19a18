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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;

/**
 * A rule of a case: what the rule sets over what the defaults set.
 *
 * @param paths the path patterns
 * @param enabled whether it is enabled
 * @param reportOnly whether it only reports
 * @param definition its policy
 */
record ConformanceRule(List<String> paths, boolean enabled, boolean reportOnly, CorsPolicyDefinition definition) {

	private static final Set<String> KEYS = Set.of("paths", "enabled", "mode", "allowed-origins",
			"allowed-origin-patterns", "allowed-methods", "allowed-headers", "exposed-headers", "allow-credentials",
			"max-age", "disallowed-requests", "dangerously-tolerate-insecure-origins",
			"dangerously-tolerate-public-suffix-patterns");

	static List<ConformanceRule> rulesOf(JsonNode row) {
		return row.path("rules").properties().stream().map((entry) -> {
			ObjectNode rule = row.path("defaults").isObject() ? row.path("defaults").deepCopy()
					: ((ObjectNode) entry.getValue()).objectNode();
			rule.setAll((ObjectNode) entry.getValue());
			JsonNode generate = row.path("generateOrigins");
			if (entry.getKey().equals(generate.path("rule").textValue())) {
				generate(generate).forEach(rule.withArray("allowed-origins")::add);
			}
			return of(rule);
		}).toList();
	}

	private static List<String> generate(JsonNode generate) {
		String format = generate.path("prefix").textValue() + "%0" + generate.path("digits").intValue() + "d"
				+ generate.path("suffix").textValue();
		return IntStream.range(0, generate.path("count").intValue()).mapToObj(format::formatted).toList();
	}

	private static ConformanceRule of(ObjectNode rule) {
		Set<String> unknown = rule.properties()
			.stream()
			.map((property) -> property.getKey())
			.filter((key) -> !KEYS.contains(key))
			.collect(Collectors.toSet());
		if (!unknown.isEmpty()) {
			throw new IllegalStateException("The test does not know " + unknown);
		}
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder();
		ifPresent(rule, "allowed-origins", ConformanceTable::strings, definition::allowedOrigins);
		ifPresent(rule, "allowed-origin-patterns", ConformanceTable::strings, definition::allowedOriginPatterns);
		ifPresent(rule, "allowed-methods", ConformanceTable::strings, definition::allowedMethods);
		ifPresent(rule, "allowed-headers", ConformanceTable::strings, definition::allowedHeaders);
		ifPresent(rule, "exposed-headers", ConformanceTable::strings, definition::exposedHeaders);
		ifPresent(rule, "allow-credentials", JsonNode::booleanValue, definition::allowCredentials);
		ifPresent(rule, "max-age", (value) -> duration(value.textValue()), definition::maxAge);
		ifPresent(rule, "disallowed-requests", (value) -> enumValue(value.textValue()), definition::disallowedRequests);
		ifPresent(rule, "dangerously-tolerate-insecure-origins", JsonNode::booleanValue,
				definition::dangerouslyTolerateInsecureOrigins);
		ifPresent(rule, "dangerously-tolerate-public-suffix-patterns", JsonNode::booleanValue,
				definition::dangerouslyToleratePublicSuffixPatterns);
		return new ConformanceRule(rule.has("paths") ? ConformanceTable.strings(rule.path("paths")) : List.of("/**"),
				rule.path("enabled").asBoolean(true), "report-only".equals(rule.path("mode").textValue()),
				definition.build());
	}

	private static <T> void ifPresent(JsonNode rule, String key, Function<JsonNode, T> conversion,
			Consumer<T> consumer) {
		if (rule.has(key)) {
			consumer.accept(conversion.apply(rule.path(key)));
		}
	}

	private static DisallowedRequests enumValue(String value) {
		return DisallowedRequests.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static Duration duration(String value) {
		if (value.startsWith("PT")) {
			return Duration.parse(value);
		}
		return Duration.parse("PT" + (Character.isDigit(value.charAt(value.length() - 1)) ? value + "s" : value));
	}

}
