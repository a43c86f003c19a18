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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.ProblemCode;

/**
 * Does with properties what a person does who follows a report: puts what is suggested in
 * place of what is wrong.
 */
final class Correction {

	private static final Pattern ITEM = Pattern.compile("(.*)\\[(\\d+)]");

	private static final Pattern ITEMS = Pattern.compile("\\w+ list items");

	private static final Pattern KEY_AND_VALUE = Pattern.compile("([a-z-]+): \"?([^\"]*)\"?");

	private final Map<String, Object> properties;

	private final ConfigurationProblem problem;

	private final String suggestion;

	private Correction(Map<String, Object> properties, ConfigurationProblem problem) {
		this.properties = new LinkedHashMap<>(properties);
		this.problem = problem;
		this.suggestion = problem.suggestion();
	}

	static Map<String, Object> apply(Map<String, Object> properties, ConfigurationProblem problem) {
		Correction correction = new Correction(properties, problem);
		correction.apply();
		return correction.properties;
	}

	private void apply() {
		String property = this.problem.property();
		Matcher item = ITEM.matcher(property);
		if (this.problem.code() == ProblemCode.UNKNOWN_KEY) {
			rename(property, property.substring(0, property.lastIndexOf('.') + 1) + this.suggestion);
		}
		else if (this.problem.code() == ProblemCode.UNKNOWN_TOP_LEVEL_KEY) {
			rename(property, this.suggestion);
		}
		else if (item.matches()) {
			applyToItem(item.group(1), Integer.parseInt(item.group(2)));
		}
		else {
			this.properties.put(property, this.suggestion);
		}
	}

	private void applyToItem(String list, int index) {
		List<String> items = items(list);
		Matcher other = KEY_AND_VALUE.matcher(this.suggestion);
		if (this.problem.code() == ProblemCode.WILDCARD_NOT_ALONE) {
			items = List.of(this.suggestion);
		}
		else if (ITEMS.matcher(this.suggestion).matches()) {
			items.addAll(index, Arrays.asList(items.remove(index).split("[,;\n]+")));
		}
		else if (other.matches()) {
			items.remove(index);
			add(list.substring(0, list.lastIndexOf('.') + 1) + other.group(1), List.of(other.group(2)));
		}
		else {
			items.set(index, this.suggestion);
		}
		set(list, items);
	}

	private void rename(String from, String to) {
		add(to, items(from));
		set(from, List.of());
		new LinkedHashMap<>(this.properties).forEach((name, value) -> {
			if (name.equals(from) || name.startsWith(from + ".")) {
				this.properties.remove(name);
				this.properties.put(to + name.substring(from.length()), value);
			}
		});
	}

	private void add(String list, List<String> more) {
		List<String> items = items(list);
		items.addAll(more);
		set(list, items);
	}

	private List<String> items(String list) {
		List<String> items = new ArrayList<>();
		for (int i = 0; this.properties.containsKey(list + "[" + i + "]"); i++) {
			items.add(String.valueOf(this.properties.get(list + "[" + i + "]")));
		}
		return isInOneValue(list) ? new ArrayList<>(CommaList.split(String.valueOf(this.properties.get(list)))) : items;
	}

	private boolean isInOneValue(String list) {
		return String.valueOf(this.properties.get(list)).contains(",");
	}

	private void set(String list, List<String> items) {
		if (isInOneValue(list)) {
			this.properties.put(list, String.join(", ", items));
			return;
		}
		this.properties.keySet().removeIf((name) -> ITEM.matcher(name).matches() && name.startsWith(list + "["));
		for (int i = 0; i < items.size(); i++) {
			this.properties.put(list + "[" + i + "]", items.get(i));
		}
	}

}
