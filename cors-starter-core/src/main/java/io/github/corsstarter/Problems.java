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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one definition.
 */
final class Problems {

	private final List<PolicyProblem> problems = new ArrayList<>();

	void add(PolicyField field, int index, String value, ProblemCode code, String message,
			@Nullable String suggestion) {
		this.problems.add(new PolicyProblem(field, index, value, code, message, suggestion));
	}

	boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.severity() == Severity.ERROR);
	}

	List<PolicyProblem> toList() {
		return List.copyOf(this.problems);
	}

	/**
	 * Walk through the items of a list that have content, without the white space around
	 * them and without repeated ones.
	 */
	void forEachItem(PolicyField field, List<String> items, boolean ignoreCase, ItemConsumer consumer) {
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < items.size(); i++) {
			String declared = items.get(i);
			String item = declared.strip();
			if (item.isEmpty()) {
				add(field, i, declared, ProblemCode.BLANK_ENTRY,
						"The entry has no content, as when a variable is not set.", null);
				continue;
			}
			if (!item.equals(declared)) {
				add(field, i, declared, ProblemCode.VALUE_TRIMMED, "The white space around the value was removed.",
						item);
			}
			if (!seen.add(ignoreCase ? item.toLowerCase(Locale.ROOT) : item)) {
				add(field, i, declared, ProblemCode.DUPLICATE_ENTRY, "The same value stands in the list before.", null);
				continue;
			}
			consumer.accept(i, item);
		}
	}

	/**
	 * Takes an item and its position in the declared list.
	 */
	interface ItemConsumer {

		void accept(int index, String item);

	}

}
