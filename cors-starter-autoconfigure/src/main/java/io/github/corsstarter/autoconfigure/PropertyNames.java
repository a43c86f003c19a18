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

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The names of our properties.
 */
final class PropertyNames {

	static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(CorsProperties.PREFIX);

	static final ConfigurationPropertyName RULES = ConfigurationPropertyName.of(CorsProperties.PREFIX + ".rules");

	static final ConfigurationPropertyName DEFAULTS = ConfigurationPropertyName.of(CorsProperties.PREFIX + ".defaults");

	static final ConfigurationPropertyName ORIGIN_CACHE = ConfigurationPropertyName
		.of(CorsProperties.PREFIX + ".origin-cache");

	private PropertyNames() {
	}

	/** The name of a rule's properties, as it is written in a configuration. */
	static String ofRule(String rule) {
		boolean plain = rule.chars().allMatch((c) -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
		return RULES + "." + (plain ? rule : "[" + rule + "]");
	}

	/**
	 * The name of a key of a rule, as it is written in a configuration; without key, that
	 * of the rule.
	 */
	static String ofRule(String rule, String key) {
		return key.isEmpty() ? ofRule(rule) : ofRule(rule) + "." + key;
	}

	/** Whether a name has the form that all names have in environment variables. */
	static boolean isUniform(String rule) {
		return rule.chars().allMatch((c) -> Character.isLowerCase(c) || Character.isDigit(c));
	}

	/** The name of a key of the defaults. */
	static String ofDefaults(String key) {
		return DEFAULTS + "." + key;
	}

	/** The name of a key of the cache in front of origin sources. */
	static String ofOriginCache(String key) {
		return ORIGIN_CACHE + "." + key;
	}

	static ConfigurationPropertyName parse(String name) {
		return ConfigurationPropertyName.adapt(name, '.');
	}

	/** The key of a location such as {@code paths[1]}. */
	static String key(String location) {
		int bracket = location.indexOf('[');
		return (bracket < 0) ? location : location.substring(0, bracket);
	}

}
