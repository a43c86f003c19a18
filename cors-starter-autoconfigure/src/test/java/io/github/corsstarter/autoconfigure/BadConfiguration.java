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

package io.github.corsstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.support.ConformanceTable;
import io.github.corsstarter.support.Flattened;

/**
 * One line of the tables of bad configurations. The project's own table has three fields
 * more: {@code profiles} that are active, {@code beans}, names of rules that are beans,
 * and {@code originSources}, names of beans that are origin sources.
 *
 * @param line the line
 */
record BadConfiguration(Map<String, Object> line) {

	/** Codes of problems that no configuration of rules gets, but an application does. */
	private static final String APPLICATION = "app";

	private static final List<String> TABLES = List.of("bad-config.json", "bad-config-more.json");

	/** Every line that needs nothing but a configuration. */
	static Stream<BadConfiguration> all() {
		return TABLES.stream()
			.flatMap(ConformanceTable::read)
			.filter((line) -> !line.containsKey(APPLICATION))
			.map(BadConfiguration::new);
	}

	String id() {
		return String.valueOf(this.line.get("id"));
	}

	String code() {
		return String.valueOf(this.line.get("code"));
	}

	boolean isFor(Stack stack) {
		Object only = this.line.get("stack");
		return only == null || stack.name().equalsIgnoreCase(only.toString());
	}

	/** What is configured, as properties. */
	Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>(Flattened.below("cors", this.line.get("config")));
		if (this.line.get("properties") instanceof Map<?, ?> further) {
			further.forEach((name, value) -> properties.put(name.toString(), value));
		}
		return properties;
	}

	List<String> profiles() {
		return strings("profiles");
	}

	Configured configured() {
		return configured(properties());
	}

	/** The same application with other properties. */
	Configured configured(Map<String, Object> properties) {
		return configured(properties, profiles());
	}

	/** The same application with other properties and profiles. */
	Configured configured(Map<String, Object> properties, List<String> profiles) {
		Configured configured = Configured.properties(properties)
			.withManagementPath(strings("needs").contains("actuator") ? "/actuator" : null)
			.withProfiles(profiles);
		CorsPolicyDefinition policy = CorsPolicyDefinition.builder().allowedOrigins("https://bean.example.com").build();
		strings("beans").forEach((name) -> configured.andBean(CorsRule.of(name, policy, "/bean/" + name)));
		strings("originSources").forEach(configured::andOriginSource);
		// whoever misspells the key has the bean that is named there
		properties().forEach((name, value) -> {
			if (name.endsWith(".origin-sources")) {
				configured.andOriginSource(value.toString());
			}
		});
		return configured;
	}

	private List<String> strings(String field) {
		return (this.line.get(field) instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

	@Override
	public String toString() {
		return id() + " " + code();
	}

}
