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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of a page.
 *
 * @param header the titles of the columns
 * @param rows the cells of each line
 */
record Table(List<String> header, List<List<String>> rows) {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	static Table of(List<String> lines) {
		List<List<String>> rows = lines.stream().map(Table::cells).toList();
		return new Table(rows.get(0), List.copyOf(rows.subList(2, rows.size())));
	}

	private static List<String> cells(String line) {
		return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
	}

	/** What stands between back quotes in a cell. */
	static List<String> code(String cell) {
		List<String> code = new ArrayList<>();
		Matcher matcher = CODE.matcher(cell);
		while (matcher.find()) {
			code.add(matcher.group(1));
		}
		return code;
	}

	/** The text of a cell without what stands between back quotes. */
	static String prose(String cell) {
		return CODE.matcher(cell).replaceAll("");
	}

}
