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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown, as far as the tests read it.
 *
 * @param file where it is
 * @param lines what is in it
 */
record Page(Path file, List<String> lines) {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");

	private static final String FENCE = "```";

	static Page read(Path file) {
		try {
			return new Page(file, Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Page> below(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().map(Page::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String name() {
		return this.file.getFileName().toString();
	}

	/** The blocks of YAML, each with the tables up to the next block or heading. */
	List<YamlBlock> yamlBlocks() {
		List<YamlBlock> blocks = new ArrayList<>();
		for (int number = 0; number < this.lines.size(); number++) {
			if (this.lines.get(number).equals(FENCE + "yaml")) {
				int end = this.lines.subList(number, this.lines.size()).indexOf(FENCE) + number;
				blocks.add(new YamlBlock("%s:%d".formatted(name(), number + 1), this.lines.subList(number + 1, end),
						tables(end + 1)));
				number = end;
			}
		}
		return blocks;
	}

	/** The tables from a line on, up to the next fence or heading. */
	private List<Table> tables(int from) {
		List<Table> tables = new ArrayList<>();
		List<String> rows = new ArrayList<>();
		for (String line : this.lines.subList(from, this.lines.size())) {
			if (line.startsWith("|")) {
				rows.add(line);
				continue;
			}
			if (!rows.isEmpty()) {
				tables.add(Table.of(rows));
				rows.clear();
			}
			if (line.startsWith(FENCE) || line.startsWith("#")) {
				return tables;
			}
		}
		if (!rows.isEmpty()) {
			tables.add(Table.of(rows));
		}
		return tables;
	}

	/** All tables of the page. */
	List<Table> tables() {
		List<Table> tables = new ArrayList<>(tables(0));
		for (int number = 0; number < this.lines.size(); number++) {
			if (this.lines.get(number).startsWith(FENCE) || this.lines.get(number).startsWith("#")) {
				tables.addAll(tables(number + 1));
			}
		}
		return tables;
	}

	/** The targets of the links, as they are written. */
	List<String> links() {
		List<String> links = new ArrayList<>();
		boolean code = false;
		for (String line : this.lines) {
			code ^= line.startsWith(FENCE);
			if (!code) {
				Matcher matcher = LINK.matcher(INLINE_CODE.matcher(line).replaceAll(""));
				while (matcher.find()) {
					links.add(matcher.group(1));
				}
			}
		}
		return links;
	}

	/** The anchors that its headings have. */
	List<String> anchors() {
		return this.lines.stream()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
			.map((title) -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.toList();
	}

	@Override
	public String toString() {
		return name();
	}

}
