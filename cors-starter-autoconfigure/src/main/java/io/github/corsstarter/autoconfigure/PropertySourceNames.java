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
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Says, for people, where a property was set: file, line and column, or the kind of
 * source.
 */
final class PropertySourceNames {

	private final Iterable<ConfigurationPropertySource> sources;

	PropertySourceNames(Environment environment) {
		this.sources = ConfigurationPropertySources.get(environment);
	}

	/**
	 * Where a property was set, or the list that it is an item of, or the first of those
	 * below it.
	 * @return the source that counts first, then those that it hides
	 */
	List<String> find(String property) {
		ConfigurationPropertyName name = PropertyNames.parse(property);
		List<String> found = find(name);
		return found.isEmpty() ? findBelow(name) : found;
	}

	/** Whether a property, or the first item of the list that it is, was set. */
	boolean isSet(String property) {
		return findFirst(property) != null;
	}

	/** Where a property, or the first item of the list that it is, was set. */
	@Nullable String findFirst(String property) {
		List<String> found = find(PropertyNames.parse(property));
		return found.isEmpty() ? null : found.get(0);
	}

	/**
	 * A list is set as a whole by each source, whether that has it as one value or as
	 * items.
	 */
	private List<String> find(ConfigurationPropertyName name) {
		ConfigurationPropertyName other = name.isLastElementIndexed() ? name.getParent() : name.append("[0]");
		List<String> found = new ArrayList<>();
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			property = (property != null) ? property : source.getConfigurationProperty(other);
			if (property != null) {
				found.add(describe(property));
			}
		}
		return found;
	}

	private List<String> findBelow(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : this.sources) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				Optional<ConfigurationPropertyName> first = iterable.stream().filter(name::isAncestorOf).findFirst();
				if (first.isPresent()) {
					return find(first.get());
				}
			}
		}
		return List.of();
	}

	static String describe(ConfigurationProperty property) {
		Origin origin = property.getOrigin();
		if (origin instanceof SystemEnvironmentOrigin environment) {
			return "environment variable " + environment.getProperty();
		}
		if (origin instanceof PropertySourceOrigin source) {
			if (source.getOrigin() instanceof SystemEnvironmentOrigin environment) {
				return "environment variable " + environment.getProperty();
			}
			return switch (source.getPropertySource().getName()) {
				case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME ->
					"system property " + source.getPropertyName();
				case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME ->
					"environment variable " + source.getPropertyName();
				case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME ->
					"command line --" + source.getPropertyName();
				default -> source.toString();
			};
		}
		return (origin != null) ? origin.toString() : "a property source that does not say where";
	}

}
