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

import java.util.ArrayList;
import java.util.List;

/**
 * A list that is written as one value: comma-separated, as everywhere in Spring Boot,
 * except that a comma inside brackets belongs to a port list.
 */
final class CommaList {

	private CommaList() {
	}

	static List<String> split(String value) {
		List<String> items = new ArrayList<>();
		if (value.isBlank()) {
			return items;
		}
		int start = 0;
		boolean inBrackets = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '[') {
				inBrackets = true;
			}
			else if (c == ']') {
				inBrackets = false;
			}
			else if (c == ',' && !inBrackets) {
				items.add(value.substring(start, i).strip());
				start = i + 1;
			}
		}
		items.add(value.substring(start).strip());
		return items;
	}

}
