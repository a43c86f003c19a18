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

import java.util.List;

import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * The request fields that an answer depends on (Fetch, section 3.3.5, "CORS protocol and
 * HTTP caches").
 */
enum Varying {

	NONE(List.of()),

	BY_ORIGIN(List.of(HeaderNames.ORIGIN)),

	BY_PREFLIGHT(List.of(HeaderNames.ORIGIN, HeaderNames.ACCESS_CONTROL_REQUEST_METHOD,
			HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS));

	private final List<String> members;

	private final @Nullable String value;

	Varying(List<String> members) {
		this.members = members;
		this.value = members.isEmpty() ? null : String.join(", ", members);
	}

	List<String> members() {
		return this.members;
	}

	@Nullable String value() {
		return this.value;
	}

}
