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
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a server answers, as far as CORS looks at it.
 *
 * @param status the status
 * @param headers the lines of the header, in order
 */
public record ServerAnswer(int status, List<Field> headers) {

	/**
	 * Create an answer.
	 */
	public ServerAnswer {
		headers = List.copyOf(headers);
	}

	/** The lines of a field, in any case. */
	List<String> lines(String name) {
		return this.headers.stream().filter((field) -> field.name().equalsIgnoreCase(name)).map(Field::value).toList();
	}

	/**
	 * The value of a field, its lines joined (Fetch, "get a header").
	 */
	@Nullable String value(String name) {
		List<String> lines = lines(name);
		return lines.isEmpty() ? null : String.join(", ", lines);
	}

	/** Whether the status is 200 to 299 (Fetch, "ok status"). */
	boolean isOk() {
		return this.status >= 200 && this.status <= 299;
	}

	/** Whether the answer sends the client elsewhere. */
	boolean isRedirect() {
		return switch (this.status) {
			case 301, 302, 303, 307, 308 -> !lines("Location").isEmpty();
			default -> false;
		};
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%d %s", this.status, this.headers);
	}

}
