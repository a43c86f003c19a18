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

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which request headers a script may set without asking the server first (Fetch, section
 * 2.2.2, "CORS-safelisted request-header").
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-safelisted-request-header">Fetch</a>
 */
final class SafelistedHeaders {

	/** The longest value of one header. */
	static final int MAX_VALUE_LENGTH = 128;

	/** The longest values of all such headers together. */
	static final int MAX_TOTAL_LENGTH = 1024;

	static final String CONTENT_TYPE = "content-type";

	static final String RANGE = "range";

	private static final Set<String> SAFE_CONTENT_TYPES = Set.of("application/x-www-form-urlencoded",
			"multipart/form-data", "text/plain");

	private static final String UNSAFE = "\"():<>?@[\\]{}\u007f";

	private SafelistedHeaders() {
	}

	/**
	 * Why a header is not safelisted, null if it is. The length of all values together is
	 * not looked at.
	 */
	static @Nullable String flaw(Field field) {
		String name = field.name().toLowerCase(Locale.ROOT);
		String value = field.value();
		String flaw = switch (name) {
			case "accept" -> isFreeOfUnsafe(value) ? null : "its value has a character that no safelisted value has";
			case "accept-language", "content-language" -> value.chars().allMatch(SafelistedHeaders::isOfLanguage) ? null
					: "its value has a character that no list of languages has";
			case CONTENT_TYPE -> contentType(value);
			case RANGE -> isSimpleRange(value) ? null : "only one range that says where it starts is safelisted";
			default -> "no header of this name is safelisted";
		};
		return (flaw == null && value.length() > MAX_VALUE_LENGTH)
				? "its value is longer than " + MAX_VALUE_LENGTH + " bytes" : flaw;
	}

	private static @Nullable String contentType(String value) {
		if (!isFreeOfUnsafe(value)) {
			return "its value has a character that no safelisted value has";
		}
		int semicolon = value.indexOf(';');
		String essence = ((semicolon < 0) ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
		return SAFE_CONTENT_TYPES.contains(essence) ? null
				: "of all content types only application/x-www-form-urlencoded, multipart/form-data and text/plain are"
						+ " safelisted";
	}

	/** "CORS-unsafe request-header byte". */
	private static boolean isFreeOfUnsafe(String value) {
		return value.chars().noneMatch((c) -> (c < ' ' && c != '\t') || UNSAFE.indexOf(c) >= 0);
	}

	private static boolean isOfLanguage(int c) {
		return (c < 128 && Character.isLetterOrDigit(c)) || " *,-.;=".indexOf(c) >= 0;
	}

	/** "Parse a single range header value", whose start is not null. */
	private static boolean isSimpleRange(String value) {
		if (!value.regionMatches(true, 0, "bytes=", 0, 6)) {
			return false;
		}
		int dash = value.indexOf('-');
		if (dash <= 6 || !isNumber(value, 6, dash)) {
			return false;
		}
		String end = value.substring(dash + 1);
		return end.isEmpty() || (isNumber(value, dash + 1, value.length()) && isOrdered(value.substring(6, dash), end));
	}

	private static boolean isNumber(String value, int start, int end) {
		return end > start && value.substring(start, end).chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	private static boolean isOrdered(String start, String end) {
		String from = withoutZeros(start);
		String to = withoutZeros(end);
		return (from.length() != to.length()) ? from.length() < to.length() : from.compareTo(to) <= 0;
	}

	private static String withoutZeros(String number) {
		int i = 0;
		while (i < number.length() - 1 && number.charAt(i) == '0') {
			i++;
		}
		return number.substring(i);
	}

	/** Whether a value can be sent as that of a header. */
	static boolean isSendable(String value) {
		return value.chars().noneMatch((c) -> (c < ' ' && c != '\t') || c == 0x7f);
	}

}
