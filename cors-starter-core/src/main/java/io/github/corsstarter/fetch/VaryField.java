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

package io.github.corsstarter.fetch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The field {@code Vary} of an answer (RFC 9110, section 12.5.5): a list of field names
 * without regard to case, or {@code *}.
 */
public final class VaryField {

	private static final String ANY = "*";

	private VaryField() {
	}

	/**
	 * Put the lines of an answer and further members together.
	 * @param lines the values of the lines
	 * @param members the members that have to be among them
	 * @return the value of one line that says it all, each member once; {@code *} if it
	 * is among the lines
	 */
	public static String merge(Collection<String> lines, Collection<String> members) {
		Map<String, String> merged = new LinkedHashMap<>();
		for (String line : lines) {
			int start = 0;
			while (start <= line.length()) {
				int comma = line.indexOf(',', start);
				int end = (comma < 0) ? line.length() : comma;
				add(merged, line.substring(start, end).strip());
				start = end + 1;
			}
		}
		members.forEach((member) -> add(merged, member));
		return merged.containsKey(ANY) ? ANY : String.join(", ", merged.values());
	}

	private static void add(Map<String, String> merged, String member) {
		if (!member.isEmpty()) {
			merged.putIfAbsent(member.toLowerCase(Locale.ROOT), member);
		}
	}

}
