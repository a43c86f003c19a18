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

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Says what a value would have to be.
 */
final class Convertible {

	private static final String REJECT = "reject";

	/** What other systems call it. */
	private static final Set<String> REFUSING = Set.of("deny", "block", "refuse", "forbid", "403");

	private Convertible() {
	}

	/** Whether a type has keys of its own, so that it has no value as a whole. */
	static boolean hasKeys(Class<?> type) {
		return type.isRecord() || type == Map.class;
	}

	static String message(Class<?> type) {
		if (hasKeys(type)) {
			return "It has keys below it and no value of its own.";
		}
		if (type.isEnum()) {
			return "It is one of " + String.join(", ", names(type)) + ".";
		}
		if (type == Duration.class) {
			return "It is a duration such as 30m, 600s or PT2H; a plain number means seconds.";
		}
		if (type == Boolean.class || type == boolean.class) {
			return "It is true or false.";
		}
		if (type == Integer.class || type == int.class) {
			return "It is a whole number.";
		}
		return "It cannot be converted to " + type.getSimpleName() + ".";
	}

	/**
	 * The value that was probably meant, or else the default of a fixed set of them; null
	 * if it cannot be told.
	 */
	static @Nullable String suggestion(Class<?> type, String value) {
		if (!type.isEnum()) {
			return null;
		}
		String word = value.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		List<String> names = names(type);
		if (REFUSING.contains(word) && names.contains(REJECT)) {
			return REJECT;
		}
		return names.stream()
			.filter((name) -> !word.isEmpty() && name.startsWith(word))
			.findFirst()
			.or(() -> Optional.ofNullable(KeyDistance.nearest(word, names)))
			.orElse(names.get(0));
	}

	private static List<String> names(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

}
