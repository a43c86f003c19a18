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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * A source that has the names of one rule's properties at hand. Spring Boot's binder goes
 * through all names of a source for every list, which takes long when there are many
 * rules with long lists.
 */
final class RuleNames implements IterableConfigurationPropertySource {

	private static final int RULE_ELEMENTS = PropertyNames.RULES.getNumberOfElements() + 1;

	private final IterableConfigurationPropertySource source;

	private final Map<ConfigurationPropertyName, List<ConfigurationPropertyName>> names = new HashMap<>();

	private @Nullable ConfigurationPropertyName rule;

	private RuleNames(IterableConfigurationPropertySource source) {
		this.source = source;
		source.stream()
			.filter(PropertyNames.RULES::isAncestorOf)
			.forEach((name) -> this.names.computeIfAbsent(name.chop(RULE_ELEMENTS), (rule) -> new ArrayList<>())
				.add(name));
	}

	/** The sources without those that have nothing of ours. */
	static List<ConfigurationPropertySource> of(Iterable<ConfigurationPropertySource> sources) {
		List<ConfigurationPropertySource> ours = new ArrayList<>();
		sources.forEach((source) -> {
			if (!(source instanceof IterableConfigurationPropertySource iterable)) {
				ours.add(source);
			}
			else if (iterable.stream().anyMatch(RuleNames::isOurs)) {
				ours.add(new RuleNames(iterable));
			}
		});
		return ours;
	}

	private static boolean isOurs(ConfigurationPropertyName name) {
		return PropertyNames.PREFIX.equals(name) || PropertyNames.PREFIX.isAncestorOf(name);
	}

	/**
	 * Show the names of one rule alone from when one of its keys is about to be bound.
	 */
	void onStart(ConfigurationPropertyName name) {
		int elements = name.getNumberOfElements();
		if (elements <= RULE_ELEMENTS + 1) {
			boolean key = elements == RULE_ELEMENTS + 1 && PropertyNames.RULES.isAncestorOf(name);
			this.rule = key ? name.chop(RULE_ELEMENTS) : null;
		}
	}

	/** Show all names when a key, or a rule with a key that failed, has been bound. */
	void onFinish(ConfigurationPropertyName name) {
		if (name.getNumberOfElements() <= RULE_ELEMENTS + 1) {
			this.rule = null;
		}
	}

	@Override
	public Stream<ConfigurationPropertyName> stream() {
		return (this.rule != null) ? this.names.getOrDefault(this.rule, List.of()).stream() : this.source.stream();
	}

	@Override
	public @Nullable ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
		return this.source.getConfigurationProperty(name);
	}

	@Override
	public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
		return this.source.containsDescendantOf(name);
	}

	@Override
	public @Nullable Object getUnderlyingSource() {
		return this.source.getUnderlyingSource();
	}

}
