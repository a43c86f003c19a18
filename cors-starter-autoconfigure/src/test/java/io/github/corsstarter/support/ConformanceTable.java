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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.json.JsonParserFactory;

/**
 * A conformance table on the class path. Spring Boot's own parser reads it, because the
 * lines do not share a version of Jackson.
 */
public final class ConformanceTable {

	private ConformanceTable() {
	}

	/**
	 * Read a table.
	 * @param name the name of the file
	 * @return its lines
	 */
	@SuppressWarnings("unchecked")
	public static Stream<Map<String, Object>> read(String name) {
		try (InputStream in = ConformanceTable.class.getResourceAsStream("/conformance/" + name)) {
			String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return JsonParserFactory.getJsonParser().parseList(json).stream().map((line) -> (Map<String, Object>) line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
