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

import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;

/**
 * Where values were set, as far as property sources know.
 */
final class PropertyOrigins {

	private final SortedMap<ConfigurationPropertyName, Origin> origins = new TreeMap<>();

	void put(ConfigurationPropertyName name, @Nullable Origin origin) {
		if (origin != null) {
			this.origins.put(name, origin);
		}
	}

	/** Where the value of a property, or of the list that it is in, was set. */
	@Nullable String find(ConfigurationPropertyName name) {
		Origin origin = this.origins.get(name);
		if (origin == null && name.isLastElementIndexed()) {
			origin = this.origins.get(name.getParent());
		}
		return (origin != null) ? origin.toString() : null;
	}

	/** Where the first of the values below a property was set. */
	@Nullable String findBelow(ConfigurationPropertyName name) {
		return this.origins.entrySet()
			.stream()
			.filter((entry) -> name.isAncestorOf(entry.getKey()))
			.map((entry) -> entry.getValue().toString())
			.findFirst()
			.orElse(null);
	}

	/** Whether a property or something below it was set. */
	boolean contains(ConfigurationPropertyName name) {
		return this.origins.keySet()
			.stream()
			.anyMatch((candidate) -> name.equals(candidate) || name.isAncestorOf(candidate));
	}

}
