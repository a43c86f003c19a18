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

package io.github.corsstarter.explain;

import java.util.List;

/**
 * Lines of YAML as they are written by hand.
 */
final class Yaml {

	private Yaml() {
	}

	static String line(String key, String value) {
		return key + ": " + scalar(value);
	}

	static String items(List<String> values) {
		return String.join("\n", values.stream().map((value) -> "- " + scalar(value)).toList());
	}

	/** A scalar, between quotes where it would be something else without. */
	private static String scalar(String value) {
		boolean plain = !value.isEmpty() && (isLetterOrDigit(value.charAt(0)) || value.charAt(0) == '/')
				&& !value.contains(": ") && !value.contains(" #") && !value.endsWith(":");
		return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static boolean isLetterOrDigit(char c) {
		return c < 128 && Character.isLetterOrDigit(c);
	}

}
