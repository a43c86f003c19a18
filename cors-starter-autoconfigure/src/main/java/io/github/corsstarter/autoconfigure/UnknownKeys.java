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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.ProblemCode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Finds keys below the rules and the defaults that do not exist, so that a typo never
 * opens or closes a rule silently, and keys right below the prefix that are nearly ours.
 */
final class UnknownKeys {

	private static final Keys RULE_KEYS = Keys.of(CorsProperties.Rule.class);

	private static final Keys DEFAULT_KEYS = Keys.of(CorsProperties.Defaults.class);

	private static final Keys ORIGIN_CACHE_KEYS = Keys.of(CorsProperties.OriginCache.class);

	private static final Keys TOP_LEVEL_KEYS = Keys.of(CorsProperties.class);

	private final Map<ConfigurationPropertyName, ConfigurationProblem> problems = new LinkedHashMap<>();

	private final PropertySourceNames names;

	private UnknownKeys(PropertySourceNames names) {
		this.names = names;
	}

	static List<ConfigurationProblem> find(Environment environment) {
		UnknownKeys unknown = new UnknownKeys(new PropertySourceNames(environment));
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(PropertyNames.PREFIX::isAncestorOf)
					.forEach((name) -> unknown.check(source, name));
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
		else if (PropertyNames.ORIGIN_CACHE.isAncestorOf(name)) {
			check(source, name, 2, ORIGIN_CACHE_KEYS);
		}
		else {
			checkTopLevel(name);
		}
	}

	private void check(ConfigurationPropertySource source, ConfigurationPropertyName name, int position, Keys keys) {
		int elements = name.getNumberOfElements();
		if (elements <= position) {
			return;
		}
		String uniform = name.getElement(position, Form.UNIFORM);
		boolean known = keys.contains(uniform);
		boolean nested = elements > position + 1 && !name.isNumericIndex(position + 1);
		if ((nested || !known) && !isSplit(source, name, position, keys)) {
			report(name, known ? position + 1 : position, ProblemCode.UNKNOWN_KEY,
					"There is no such key; the keys are " + String.join(", ", keys.names()) + ".",
					known ? null : KeyDistance.nearest(uniform, keys.names()));
		}
	}

	/**
	 * Whether a name is that of an environment variable with underscores between the
	 * words of a key, which the source finds under the name of the key as well.
	 */
	private static boolean isSplit(ConfigurationPropertySource source, ConfigurationPropertyName name, int position,
			Keys keys) {
		StringBuilder joined = new StringBuilder();
		int end = position;
		while (end < name.getNumberOfElements() && !name.isNumericIndex(end)) {
			joined.append(name.getElement(end++, Form.UNIFORM));
		}
		ConfigurationPropertyName parent = name.chop(position);
		ConfigurationPropertyName index = name.subName(end);
		return keys.names()
			.stream()
			.filter((key) -> key.replace("-", "").contentEquals(joined))
			.anyMatch((key) -> source.getConfigurationProperty(parent.append(key).append(index)) != null);
	}

	/**
	 * Keys right below the prefix may be somebody else's, unless they are nearly ours.
	 */
	private void checkTopLevel(ConfigurationPropertyName name) {
		String uniform = name.getElement(1, Form.UNIFORM);
		String nearest = KeyDistance.nearMiss(uniform, TOP_LEVEL_KEYS.names());
		if (nearest != null && !TOP_LEVEL_KEYS.contains(uniform)) {
			report(name, 1, ProblemCode.UNKNOWN_TOP_LEVEL_KEY, "The starter has no such key, but nearly the same one.",
					PropertyNames.PREFIX + "." + nearest);
		}
	}

	private void report(ConfigurationPropertyName name, int position, ProblemCode code, String message,
			@Nullable String suggestion) {
		ConfigurationPropertyName key = name.chop(position + 1);
		if (!this.problems.containsKey(key)) {
			this.problems.put(key, ConfigurationProblem.at(key.toString(), name.getElement(position, Form.ORIGINAL),
					this.names, code, message, suggestion));
		}
	}

	/**
	 * The keys of a record.
	 *
	 * @param names the keys in kebab case
	 * @param uniform the keys as they are compared, without dashes
	 */
	private record Keys(List<String> names, Set<String> uniform) {

		static Keys of(Class<? extends Record> type) {
			List<String> names = Stream.of(type.getRecordComponents())
				.map(RecordComponent::getName)
				.map(Keys::kebab)
				.toList();
			return new Keys(names, names.stream().map((name) -> name.replace("-", "")).collect(Collectors.toSet()));
		}

		boolean contains(String uniform) {
			return this.uniform.contains(uniform);
		}

		private static String kebab(String camel) {
			StringBuilder kebab = new StringBuilder();
			camel.chars()
				.forEach((c) -> kebab.append(Character.isUpperCase(c) ? "-" : "")
					.append((char) Character.toLowerCase(c)));
			return kebab.toString();
		}

	}

}
