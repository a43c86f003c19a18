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

package io.github.corsstarter.origin;

import java.io.InputStream;
import java.util.Objects;

/**
 * What the Public Suffix List says about the host behind the wildcard of an origin
 * pattern. A public suffix is a name below which strangers get names of their own: from a
 * registry (the list's ICANN section) or from a platform (its private section).
 * <p>
 * This is the section "Algorithm" of the list's format, but for the rule that prevails
 * where none matches: a name whose last label the list does not know (an intranet's) is
 * not taken for a public suffix. The list is read at the first look-up and not before.
 *
 * @see <a href="https://github.com/publicsuffix/list/wiki/Format">The list's format</a>
 */
public final class PublicSuffixes {

	private static final String END = "\n";

	/** Ends the rules of the private section; those of the registries have no mark. */
	private static final String PRIVATE = "+\n";

	/** Ends a rule that takes a name out of a wildcard rule, in either section. */
	private static final String EXCEPTION = "!\n";

	private static final String ANY_LABEL = ".*";

	private PublicSuffixes() {
	}

	/**
	 * What a wildcard in front of a host covers.
	 * @param host the host: lower case, punycode, with or without the dot of the root
	 * @return what it covers. Never throws
	 */
	public static Coverage coverageBelow(String host) {
		String name = reversed(host);
		// Exceptions themselves suffice: the build makes sure that no rule is below one
		if (Rules.LINES.anyStartsWith(name + EXCEPTION)) {
			return Coverage.NONE;
		}
		if (hasRule(name, END) || hasRule(name, PRIVATE)) {
			return Coverage.PUBLIC_SUFFIX;
		}
		if (!Rules.LINES.anyStartsWith(name + '.')) {
			return Coverage.NONE;
		}
		// No rule says "ck" where "*.ck" is one: there the algorithm's own rule prevails
		return (name.indexOf('.') < 0) ? Coverage.PUBLIC_SUFFIX : Coverage.ABOVE_PUBLIC_SUFFIX;
	}

	/**
	 * Whether a public suffix is that of a platform, whose customers get names below it,
	 * and not that of a registry.
	 * @param host the host, as in {@link #coverageBelow}
	 * @return whether the host is a public suffix by a rule of the private section
	 */
	public static boolean isOfPlatform(String host) {
		return coverageBelow(host) == Coverage.PUBLIC_SUFFIX && hasRule(reversed(host), PRIVATE);
	}

	private static boolean hasRule(String name, String section) {
		int lastDot = name.lastIndexOf('.');
		return Rules.LINES.anyStartsWith(name + section)
				|| (lastDot >= 0 && Rules.LINES.anyStartsWith(name.substring(0, lastDot) + ANY_LABEL + section));
	}

	/**
	 * The order of the labels in the packed list: with it the names below a name follow
	 * that name.
	 */
	private static String reversed(String host) {
		StringBuilder reversed = new StringBuilder(host.length());
		int end = host.endsWith(".") ? host.length() - 1 : host.length();
		int dot;
		while ((dot = host.lastIndexOf('.', end - 1)) >= 0) {
			reversed.append(host, dot + 1, end).append('.');
			end = dot;
		}
		return reversed.append(host, 0, end).toString();
	}

	/**
	 * What a wildcard in front of a host covers.
	 */
	public enum Coverage {

		/** Names below the host, and no public suffix is known to be among them. */
		NONE,

		/** The names that strangers get: the host is a public suffix. */
		PUBLIC_SUFFIX,

		/** A public suffix somewhere below the host, and so the names that it gives. */
		ABOVE_PUBLIC_SUFFIX

	}

	/**
	 * The packed list, read when the first host is looked up.
	 */
	private static final class Rules {

		private static final SortedLines LINES = SortedLines.read(file());

		private static InputStream file() {
			return Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream("public-suffixes.txt"),
					"the packed Public Suffix List, which Maven's build adds to the classes");
		}

	}

}
