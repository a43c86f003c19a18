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
package io.github.corsstarter.sample.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A block of YAML of a page, with what the page claims about it.
 *
 * @param place where it stands
 * @param lines its lines
 * @param tables the tables below it
 */
record YamlBlock(String place, List<String> lines, List<Table> tables) {

	static final String REQUESTS = "A page at";

	static final String REFUSED = "Refused at the start";

	static final String WARNS = "Warned at the start";

	List<PropertySource<?>> propertySources() {
		ByteArrayResource resource = new ByteArrayResource(
				String.join("\n", this.lines).getBytes(StandardCharsets.UTF_8), this.place);
		try {
			return new YamlPropertySourceLoader().load(this.place, resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines of the tables with a title. */
	List<List<String>> claims(String title) {
		return this.tables.stream()
			.filter((table) -> table.header().get(0).equals(title))
			.flatMap((table) -> table.rows().stream())
			.toList();
	}

	@Override
	public String toString() {
		return this.place;
	}

}
