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

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.autoconfigure.RuleSets;
import io.github.corsstarter.rule.CorsEvaluator;

/**
 * The rules of a case as the Spring properties that a user would write.
 *
 * @param properties the properties, from {@code cors.} on
 */
record Rules(Map<String, Object> properties) {

	/**
	 * The rules, defaults and generated origins of a case.
	 * @param json a line of a table
	 * @return the rules
	 */
	static Rules of(JsonNode json) {
		Map<String, Object> properties = new TreeMap<>();
		flatten("cors.rules", json.get("rules"), properties);
		if (json.has("defaults")) {
			flatten("cors.defaults", json.get("defaults"), properties);
		}
		if (json.has("generateOrigins")) {
			generateOrigins(json.get("generateOrigins"), properties);
		}
		return new Rules(properties);
	}

	private static void flatten(String key, JsonNode value, Map<String, Object> properties) {
		if (value.isObject()) {
			value.properties().forEach((field) -> flatten(key + "." + field.getKey(), field.getValue(), properties));
		}
		else if (value.isArray() && !value.isEmpty()) {
			for (int i = 0; i < value.size(); i++) {
				flatten(key + "[" + i + "]", value.get(i), properties);
			}
		}
		else {
			properties.put(key, (value.isNull() || value.isArray()) ? "" : value.asText());
		}
	}

	private static void generateOrigins(JsonNode generator, Map<String, Object> properties) {
		String rule = "cors.rules." + generator.get("rule").asText();
		String format = "%0" + generator.get("digits").asInt() + "d";
		for (int i = 0; i < generator.get("count").asInt(); i++) {
			properties.put(rule + ".allowed-origins[" + i + "]", generator.get("prefix").asText()
					+ String.format(Locale.ROOT, format, i) + generator.get("suffix").asText());
		}
	}

	/**
	 * Give these rules to the running application instead of its own.
	 * @param server the application
	 */
	void install(TestServer server) {
		server.context().getBean(CorsEvaluator.class).replaceRuleSet(RuleSets.load(this.properties, server.context()));
	}

}
