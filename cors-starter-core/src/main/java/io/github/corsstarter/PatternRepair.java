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

import io.github.corsstarter.origin.OriginPattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which pattern the author of something else may have meant. A guess is only made
 * where it does not allow more origins than were written down.
 */
final class PatternRepair {

	private static final String SCHEME_SEPARATOR = "://";

	private PatternRepair() {
	}

	/** {@code ^https://.*\.example\.com$} is {@code https://*.example.com}. */
	static @Nullable String ofRegularExpression(String item) {
		String pattern = item.startsWith("^") ? item.substring(1) : item;
		pattern = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : pattern;
		pattern = pattern.replace("https?", "https").replace("\\.", ".").replace("\\-", "-").replace("\\/", "/");
		pattern = pattern.replace("(.*)", ".*").replace("(.+)", ".+").replace("[^.]+", ".+").replace(".+.", ".*.");
		return valid(pattern.replace(".*.", "*.").replace(":.*", ":*").replace(":[0-9]+", ":*").replace(":\\d+", ":*"));
	}

	/** {@code https://example.com:[8443} is {@code https://example.com:[8443]}. */
	static @Nullable String ofPortList(String item) {
		return item.endsWith("]") ? null : valid(item + "]");
	}

	/**
	 * {@code https://*example.com}, {@code https://*.*.example.com},
	 * {@code https://**.example.com} are {@code https://*.example.com}, and
	 * {@code http://localhost:30*} is {@code http://localhost:*}.
	 */
	static @Nullable String ofWildcards(String item) {
		int scheme = item.indexOf(SCHEME_SEPARATOR);
		if (scheme < 0) {
			return null;
		}
		int host = scheme + SCHEME_SEPARATOR.length();
		int start = host;
		while (start < item.length() && (item.charAt(start) == '*' || item.charAt(start) == '.')) {
			start++;
		}
		String rest = item.substring(start);
		int port = rest.lastIndexOf(':');
		if (port >= 0 && rest.endsWith("*")) {
			rest = rest.substring(0, port) + ":*";
		}
		return valid(item.substring(0, host) + ((start > host) ? "*." : "") + rest);
	}

	/** The wildcards of a pattern, put back into what is left of it. */
	static @Nullable String ofRest(String item, @Nullable String repaired) {
		if (repaired == null) {
			return null;
		}
		int scheme = item.indexOf(SCHEME_SEPARATOR);
		boolean labels = item.startsWith("*.", (scheme < 0) ? 0 : scheme + SCHEME_SEPARATOR.length());
		String pattern = labels ? repaired.replace(SCHEME_SEPARATOR, SCHEME_SEPARATOR + "*.") : repaired;
		return valid(item.endsWith(":*") ? pattern + ":*" : pattern);
	}

	private static @Nullable String valid(String pattern) {
		return (OriginPattern.parse(pattern) != null) ? pattern : null;
	}

}
