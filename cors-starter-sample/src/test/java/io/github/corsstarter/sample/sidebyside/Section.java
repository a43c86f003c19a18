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
package io.github.corsstarter.sample.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A section of a recipe: the snippet of the other system, and the YAML that stands for
 * it.
 *
 * @param page the file of the recipe
 * @param title the heading
 * @param snippet the first block that is not YAML
 * @param yaml the first block of YAML
 */
record Section(String page, String title, String snippet, String yaml) {

	static final String FRONT_END = "One front end with cookies";

	static final String ANY_ORIGIN = "Any origin, with cookies";

	private static final String FENCE = "```";

	static Section of(Path recipes, String page, String title) {
		List<String> lines = lines(recipes.resolve(page + ".md"));
		int start = lines.indexOf("## " + title);
		if (start < 0) {
			throw new IllegalStateException("No section '%s' in %s".formatted(title, page));
		}
		String snippet = null;
		for (int number = start + 1; number < lines.size(); number++) {
			if (lines.get(number).startsWith(FENCE)) {
				String language = lines.get(number).substring(FENCE.length());
				List<String> block = new ArrayList<>();
				while (!lines.get(++number).equals(FENCE)) {
					block.add(lines.get(number));
				}
				if (language.equals("yaml")) {
					return new Section(page, title, String.valueOf(snippet), String.join("\n", block));
				}
				snippet = String.join("\n", block);
			}
		}
		throw new IllegalStateException("No YAML in section '%s' of %s".formatted(title, page));
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<PropertySource<?>> propertySources() {
		try {
			return new YamlPropertySourceLoader().load(this.page,
					new ByteArrayResource(this.yaml.getBytes(StandardCharsets.UTF_8), this.page + ".md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.page + ": " + this.title;
	}

}
