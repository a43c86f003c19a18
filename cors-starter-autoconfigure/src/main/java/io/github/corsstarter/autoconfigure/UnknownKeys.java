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

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.ProblemCode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Finds keys below the rules and the defaults that do not exist, so that a typo never
 * opens or closes a rule silently.
 */
final class UnknownKeys {

	private static final List<String> RULE_KEYS = keys(CorsProperties.Rule.class);

	private static final List<String> DEFAULT_KEYS = keys(CorsProperties.Defaults.class);

	private final Map<ConfigurationPropertyName, ConfigurationProblem> problems = new LinkedHashMap<>();

	private UnknownKeys() {
	}

	static List<ConfigurationProblem> find(Environment environment) {
		UnknownKeys unknown = new UnknownKeys();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().forEach((name) -> unknown.check(source, name));
			}
		}
		return List.copyOf(unknown.problems.values());
	}

	private void check(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		if (PropertyNames.RULES.isAncestorOf(name)) {
			check(source, name, 3, RULE_KEYS);
		}
		else if (PropertyNames.DEFAULTS.isAncestorOf(name)) {
			check(source, name, 2, DEFAULT_KEYS);
		}
	}

	private void check(ConfigurationPropertySource source, ConfigurationPropertyName name, int position,
			List<String> keys) {
		int elements = name.getNumberOfElements();
		if (elements <= position) {
			return;
		}
		String uniform = name.getElement(position, Form.UNIFORM);
		boolean nested = elements > position + 1 && !name.isNumericIndex(position + 1);
		if (!nested && keys.stream().anyMatch((key) -> uniform(key).equals(uniform))) {
			return;
		}
		ConfigurationPropertyName key = name.chop(position + 1);
		Origin origin = Origin.from(source.getConfigurationProperty(name));
		this.problems.putIfAbsent(key,
				new ConfigurationProblem(key.toString(), name.getElement(position, Form.ORIGINAL),
						(origin != null) ? origin.toString() : null, ProblemCode.UNKNOWN_KEY,
						"There is no such key; the keys are " + String.join(", ", keys) + ".", nearest(uniform, keys)));
	}

	/** The key that was probably meant. */
	static @Nullable String nearest(String uniform, List<String> keys) {
		String nearest = null;
		int least = Math.max(2, uniform.length() / 3) + 1;
		for (String key : keys) {
			String candidate = uniform(key);
			int distance = isPart(uniform, candidate) ? 2 : distance(uniform, candidate);
			if (distance < least) {
				nearest = key;
				least = distance;
			}
		}
		return nearest;
	}

	/** Whether a key lacks its first words, or has a word too many. */
	private static boolean isPart(String uniform, String candidate) {
		String singular = candidate.endsWith("s") ? candidate.substring(0, candidate.length() - 1) : candidate;
		return uniform.length() > 3
				&& (candidate.endsWith(uniform) || (singular.length() > 3 && uniform.startsWith(singular)));
	}

	/** The Levenshtein distance. */
	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int substitution = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substitution, 1 + Math.min(row[j - 1], row[j]));
			}
		}
		return row[b.length()];
	}

	private static String uniform(String key) {
		return key.replace("-", "");
	}

	private static List<String> keys(Class<? extends Record> type) {
		return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).map(UnknownKeys::kebab).toList();
	}

	private static String kebab(String camel) {
		StringBuilder kebab = new StringBuilder();
		camel.chars()
			.forEach((c) -> kebab.append(Character.isUpperCase(c) ? "-" : "").append((char) Character.toLowerCase(c)));
		return kebab.toString();
	}

}
