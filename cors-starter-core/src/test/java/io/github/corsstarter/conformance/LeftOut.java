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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the number of cases that run on the engine, and names every one that does not:
 * {@code /engine-leaves-out.json}, by table and class of cases. No case drops out of the
 * tests unnoticed.
 */
final class LeftOut {

	private LeftOut() {
	}

	static void isAsDeclared(String table, Predicate<JsonNode> runs) {
		List<JsonNode> rows = ConformanceTable.read(table);
		JsonNode declared = ConformanceTable.tree("/engine-leaves-out.json").path(table);
		Map<String, List<String>> leftOut = new TreeMap<>();
		rows.stream()
			.filter(runs.negate())
			.sorted(Comparator.comparing((row) -> row.path("id").textValue()))
			.forEach((row) -> leftOut.computeIfAbsent(row.path("class").textValue(), (key) -> new ArrayList<>())
				.add(row.path("id").textValue()));
		Map<String, List<String>> expected = new TreeMap<>();
		declared.path("leftOut")
			.properties()
			.forEach((entry) -> expected.put(entry.getKey(), ConformanceTable.strings(entry.getValue())));
		assertThat(leftOut).isEqualTo(expected);
		assertThat(rows.stream().filter(runs)).hasSize(declared.path("run").intValue());
	}

}
