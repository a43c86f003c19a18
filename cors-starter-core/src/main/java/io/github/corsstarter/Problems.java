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
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one definition.
 */
final class Problems {

	private final List<PolicyProblem> problems = new ArrayList<>();

	void add(PolicyField field, int index, String value, ProblemCode code, String message,
			@Nullable String suggestion) {
		this.problems.add(new PolicyProblem(field, index, masked(value), code, message,
				(suggestion != null) ? masked(suggestion) : null));
	}

	/** A value without the user name and the password that it may have. */
	private static String masked(String value) {
		int at = value.lastIndexOf('@');
		if (at < 0 || isBetween(value, '@')) {
			return value;
		}
		int scheme = value.indexOf("://");
		int start = (scheme >= 0 && scheme < at) ? scheme + 3 : 0;
		return value.substring(0, start) + "***" + value.substring(at);
	}

	/** Whether a value has several values in it; if so, this is a problem. */
	boolean isJoined(PolicyField field, int index, String item, Predicate<String> isValue) {
		List<String> parts = JoinedList.split(item);
		if (parts.size() < 2 || !parts.stream().allMatch(isValue)) {
			return false;
		}
		add(field, index, item, ProblemCode.JOINED_LIST,
				"One list item holds several values; make each an item of its own: "
						+ parts.stream().map(Problems::masked).collect(Collectors.joining(" and ")) + ".",
				JoinedList.count(parts) + " list items");
		return true;
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
			if (isTemplate(item)) {
				add(field, i, declared, ProblemCode.UNRESOLVED_PLACEHOLDER,
						"The placeholder was not resolved: nothing of this name is set.", null);
				continue;
			}
			if (!item.equals(declared)) {
				add(field, i, declared, ProblemCode.VALUE_TRIMMED, "The white space around the value was removed.",
						masked(item).equals(item) ? item : null);
			}
			if (!seen.add(ignoreCase ? item.toLowerCase(Locale.ROOT) : item)) {
				add(field, i, declared, ProblemCode.DUPLICATE_ENTRY, "The same value stands in the list before.", null);
				continue;
			}
			consumer.accept(i, item);
		}
	}

	private static boolean isTemplate(String item) {
		return item.contains("${") || item.contains("#{") || item.contains("{{") || item.contains("$(")
				|| item.contains("<%") || isBetween(item, '@') || isBetween(item, '%');
	}

	private static boolean isBetween(String item, char mark) {
		return item.length() > 2 && item.charAt(0) == mark && item.charAt(item.length() - 1) == mark;
	}

	/**
	 * Takes an item and its position in the declared list.
	 */
	interface ItemConsumer {

		void accept(int index, String item);

	}

}
