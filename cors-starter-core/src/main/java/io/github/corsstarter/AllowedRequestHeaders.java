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
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The request-header names of a policy: what {@code Access-Control-Allow-Headers} says.
 */
final class AllowedRequestHeaders {

	static final String ANY = "*";

	/** The longest list that is read, in characters, all lines joined. */
	static final int MAX_LENGTH = 8192;

	/** The most names that are read, repeated ones included. */
	static final int MAX_NAMES = 128;

	/** More names than a list is likely to be made of are not compared one by one. */
	private static final int MAX_SORTED_NAMES = 16;

	private final Set<String> names;

	private final NameTable table;

	/** The names as browsers sort them (Fetch, section 2.2.2), unless there are many. */
	private final String[] sorted;

	private final boolean any;

	private final boolean echoing;

	private final boolean authorization;

	private final @Nullable String value;

	private AllowedRequestHeaders(Set<String> names, boolean credentials) {
		this.names = names;
		this.table = new NameTable(names);
		this.any = names.contains(ANY);
		this.sorted = (this.any || names.size() > MAX_SORTED_NAMES) ? new String[0]
				: names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).sorted().toArray(String[]::new);
		this.echoing = this.any && credentials;
		String authorization = names.stream()
			.filter(HeaderNames.AUTHORIZATION::equalsIgnoreCase)
			.findFirst()
			.orElse(null);
		this.authorization = this.echoing || authorization != null;
		if (this.any) {
			this.value = (authorization != null) ? ANY + ", " + authorization : ANY;
		}
		else {
			this.value = names.isEmpty() ? null : String.join(", ", names);
		}
	}

	static AllowedRequestHeaders compile(CorsPolicyDefinition definition, Problems problems) {
		PolicyField field = PolicyField.ALLOWED_HEADERS;
		Set<String> names = new LinkedHashSet<>();
		problems.forEachItem(field, definition.allowedHeaders(), true, (index, item) -> {
			if (item.equals(ANY)) {
				names.add(item);
				warn(definition, problems, index);
			}
			else if (problems.isJoined(field, index, item, Tokens::isToken)) {
				return;
			}
			else if (!Tokens.isToken(item)) {
				problems.add(field, index, item, ProblemCode.HEADER_NOT_A_TOKEN,
						"A field name has letters, digits and a few signs, without white space.", null);
			}
			else if (item.indexOf('*') >= 0) {
				problems.add(field, index, item, ProblemCode.HEADER_PARTIAL_WILDCARD,
						"Inside a name the asterisk is a character like another; list the names.", null);
			}
			else if (HeaderNames.isCorsResponseHeader(item)) {
				problems.add(field, index, item, ProblemCode.HEADER_IS_RESPONSE_HEADER,
						"This is a header of answers; requests that carry it have a mistake in the front end.", null);
			}
			else if (HeaderNames.isForbiddenRequestHeader(item)) {
				problems.add(field, index, item, ProblemCode.HEADER_FORBIDDEN,
						"No script can set this header, so no preflight asks for it.", null);
			}
			else {
				names.add(item);
				if (definition.allowedHeaders().contains(ANY) && !HeaderNames.AUTHORIZATION.equalsIgnoreCase(item)) {
					problems.add(field, index, item, ProblemCode.REDUNDANT_ENTRY, "Any header is allowed by * already.",
							null);
				}
			}
		});
		return new AllowedRequestHeaders(names, definition.allowCredentials());
	}

	private static void warn(CorsPolicyDefinition definition, Problems problems, int index) {
		PolicyField field = PolicyField.ALLOWED_HEADERS;
		if (definition.allowCredentials()) {
			problems.add(field, index, ANY, ProblemCode.WILDCARD_ECHO_WITH_CREDENTIALS,
					"With credentials every requested header is allowed and repeated; a list says what is meant.",
					null);
		}
		else if (definition.allowedHeaders().stream().noneMatch(HeaderNames.AUTHORIZATION::equalsIgnoreCase)) {
			problems.add(field, index, ANY, ProblemCode.HEADER_WILDCARD_WITHOUT_AUTHORIZATION,
					"Without credentials * does not cover Authorization; list it beside * if requests carry it.", null);
		}
	}

	Set<String> names() {
		return this.names;
	}

	boolean isAny() {
		return this.any;
	}

	/** Whether the answer has to repeat the requested names. */
	boolean isEchoing() {
		return this.echoing;
	}

	/** The value of the field for every request, unless echoing; null for no field. */
	@Nullable String value() {
		return this.value;
	}

	/**
	 * Check a list of names in one pass, which stops at the first name that is not
	 * allowed and at the first bound.
	 * @param list the value of {@code Access-Control-Request-Headers}
	 * @param echo what takes the names, unless {@code null}
	 */
	Verdict check(@Nullable String list, @Nullable NameEcho echo) {
		if (list == null) {
			return Verdict.ALLOWED;
		}
		int length = list.length();
		if (length > MAX_LENGTH) {
			return Verdict.REQUEST_HEADERS_OVER_LIMIT;
		}
		if (isAsBrowsersSend(list)) {
			return Verdict.ALLOWED;
		}
		int count = 0;
		int i = 0;
		while (i < length) {
			if (list.charAt(i) == ',' || Tokens.isOptionalWhitespace(list.charAt(i))) {
				i++;
				continue;
			}
			int start = i;
			while (i < length && Tokens.isTokenChar(list.charAt(i))) {
				i++;
			}
			int end = i;
			while (i < length && Tokens.isOptionalWhitespace(list.charAt(i))) {
				i++;
			}
			if (end == start || (i < length && list.charAt(i) != ',')) {
				return Verdict.REQUEST_HEADERS_MALFORMED;
			}
			if (++count > MAX_NAMES) {
				return Verdict.REQUEST_HEADERS_OVER_LIMIT;
			}
			if (!allows(list, start, end)) {
				return Verdict.REQUEST_HEADER_NOT_ALLOWED;
			}
			if (echo != null && !echo.add(list, start, end)) {
				return Verdict.REQUEST_HEADERS_OVER_LIMIT;
			}
		}
		return Verdict.ALLOWED;
	}

	/**
	 * Whether a list is made of allowed names and of nothing else, sorted, in lower case,
	 * each once, with a comma between two ("CORS-unsafe request-header names" of Fetch,
	 * section 2.2.2). Almost all are, and comparing whole names is cheaper than reading.
	 */
	private boolean isAsBrowsersSend(String list) {
		int start = 0;
		for (String name : this.sorted) {
			if (list.startsWith(name, start)) {
				int end = start + name.length();
				if (end == list.length()) {
					return true;
				}
				if (list.charAt(end) == ',') {
					start = end + 1;
				}
			}
		}
		return false;
	}

	private boolean allows(String list, int start, int end) {
		if (this.any) {
			return this.authorization || end - start != HeaderNames.AUTHORIZATION.length()
					|| !list.regionMatches(true, start, HeaderNames.AUTHORIZATION, 0, end - start);
		}
		return this.table.contains(list, start, end);
	}

}
