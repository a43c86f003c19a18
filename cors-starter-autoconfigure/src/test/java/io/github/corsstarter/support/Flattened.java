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

package io.github.corsstarter.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the configuration of a case into properties: a list becomes indexed properties, a
 * scalar one property, an empty list or nothing an empty value.
 */
public final class Flattened {

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private Flattened() {
	}

	/**
	 * Flatten a configuration.
	 * @param prefix what the configuration stands below
	 * @param configuration maps, lists and scalars
	 * @return the properties, in the order of the configuration
	 */
	public static Map<String, Object> below(String prefix, Object configuration) {
		Flattened flattened = new Flattened();
		flattened.put(prefix, configuration);
		return flattened.properties;
	}

	private void put(String name, Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, nested) -> put(name + "." + key, nested));
		}
		else if (value instanceof List<?> list && !list.isEmpty()) {
			for (int i = 0; i < list.size(); i++) {
				put(name + "[" + i + "]", list.get(i));
			}
		}
		else {
			this.properties.put(name, (value == null || value instanceof List) ? "" : value.toString());
		}
	}

}
