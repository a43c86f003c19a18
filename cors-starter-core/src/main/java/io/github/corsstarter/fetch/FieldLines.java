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

import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of one field to its value (RFC 9110, section 5.3).
 */
public final class FieldLines {

	/**
	 * How long a value can get before further lines are left out, in characters. Longer
	 * than any value that is accepted, so that leaving lines out changes no decision.
	 */
	public static final int MAX_JOINED_LENGTH = 8192;

	private FieldLines() {
	}

	/**
	 * Join one more line.
	 * @param value the value of the lines before, or {@code null} if there is none
	 * @param line the line
	 * @return the value of all of them
	 */
	public static String join(@Nullable String value, String line) {
		if (value == null) {
			return line;
		}
		return (value.length() > MAX_JOINED_LENGTH) ? value : value + ", " + line;
	}

}
