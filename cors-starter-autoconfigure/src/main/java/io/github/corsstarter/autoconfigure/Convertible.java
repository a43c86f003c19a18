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
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says what a value would have to be.
 */
final class Convertible {

	private Convertible() {
	}

	static String message(Class<?> type) {
		if (type.isEnum()) {
			return "It is one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", ")) + ".";
		}
		if (type == Duration.class) {
			return "It is a duration such as 30m, 600s or PT2H; a plain number means seconds.";
		}
		if (type == Boolean.class || type == boolean.class) {
			return "It is true or false.";
		}
		return "It cannot be converted to " + type.getSimpleName() + ".";
	}

}
