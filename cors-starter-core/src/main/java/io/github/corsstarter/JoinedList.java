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

package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values that were put into one: with a comma or a semicolon outside of the
 * brackets of a port list, or on several lines.
 */
final class JoinedList {

	private static final String[] NUMBERS = { "no", "one", "two", "three", "four", "five", "six" };

	private JoinedList() {
	}

	static List<String> split(String item) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		boolean inBrackets = false;
		for (int i = 0; i < item.length(); i++) {
			char c = item.charAt(i);
			if (c == '[' || c == ']') {
				inBrackets = c == '[';
			}
			else if (c == ';' || c == '\n' || c == '\r' || (c == ',' && !inBrackets)) {
				add(parts, item.substring(start, i));
				start = i + 1;
			}
		}
		add(parts, item.substring(start));
		return parts;
	}

	private static void add(List<String> parts, String part) {
		if (!part.isBlank()) {
			parts.add(part.strip());
		}
	}

	static String count(List<String> parts) {
		return (parts.size() < NUMBERS.length) ? NUMBERS[parts.size()] : String.valueOf(parts.size());
	}

}
