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

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The response-header names of a policy: what {@code Access-Control-Expose-Headers} says.
 */
final class ExposedHeaders {

	static final String ANY = "*";

	private final Set<String> names;

	private final @Nullable String value;

	private ExposedHeaders(Set<String> names) {
		this.names = names;
		if (names.contains(ANY)) {
			this.value = ANY;
		}
		else {
			this.value = names.isEmpty() ? null : String.join(", ", names);
		}
	}

	static ExposedHeaders compile(CorsPolicyDefinition definition, Problems problems) {
		PolicyField field = PolicyField.EXPOSED_HEADERS;
		Set<String> names = new LinkedHashSet<>();
		problems.forEachItem(field, definition.exposedHeaders(), true, (index, item) -> {
			if (item.equals(ANY) && definition.allowCredentials()) {
				problems.add(field, index, item, ProblemCode.EXPOSED_WILDCARD_WITH_CREDENTIALS,
						"With credentials the asterisk is a name like another and exposes nothing; list the names.",
						null);
			}
			else if (problems.isJoined(field, index, item, Tokens::isToken)) {
				return;
			}
			else if (!Tokens.isToken(item)) {
				problems.add(field, index, item, ProblemCode.HEADER_NOT_A_TOKEN,
						"A field name has letters, digits and a few signs, without white space.", null);
			}
			else if (HeaderNames.isForbiddenResponseHeader(item)) {
				problems.add(field, index, item, ProblemCode.EXPOSED_FORBIDDEN, "No script can read this header.",
						null);
			}
			else if (HeaderNames.isRequestHeader(item)) {
				problems.add(field, index, item, ProblemCode.EXPOSED_IS_REQUEST_HEADER,
						"This is a header of requests; answers do not have it.", null);
			}
			else {
				names.add(item);
				warn(definition, problems, index, item);
			}
		});
		return new ExposedHeaders(names);
	}

	private static void warn(CorsPolicyDefinition definition, Problems problems, int index, String name) {
		if (HeaderNames.isSafelistedResponseHeader(name)) {
			problems.add(PolicyField.EXPOSED_HEADERS, index, name, ProblemCode.EXPOSED_SAFELISTED,
					"Scripts can always read this header.", null);
		}
		else if (!name.equals(ANY) && !definition.allowCredentials() && definition.exposedHeaders().contains(ANY)) {
			problems.add(PolicyField.EXPOSED_HEADERS, index, name, ProblemCode.REDUNDANT_ENTRY,
					"Any header is exposed by * already.", null);
		}
	}

	Set<String> names() {
		return this.names;
	}

	/** The value of the field, null for no field. */
	@Nullable String value() {
		return this.value;
	}

}
