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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the tables below {@code /conformance}.
 */
final class ConformanceTable {

	private ConformanceTable() {
	}

	static List<JsonNode> read(String name) {
		List<JsonNode> rows = new ArrayList<>();
		tree("/conformance/" + name + ".json").forEach(rows::add);
		return rows;
	}

	static JsonNode tree(String resource) {
		try (InputStream stream = ConformanceTable.class.getResourceAsStream(resource)) {
			return new ObjectMapper().readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> strings(JsonNode list) {
		List<String> strings = new ArrayList<>();
		list.forEach((item) -> strings.add(item.textValue()));
		return strings;
	}

}
