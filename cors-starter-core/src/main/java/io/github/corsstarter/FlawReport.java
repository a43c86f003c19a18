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

import io.github.corsstarter.origin.OriginFlaw;
import org.jspecify.annotations.Nullable;

/**
 * Puts the flaws of an origin into words.
 */
final class FlawReport {

	private FlawReport() {
	}

	static void add(Problems problems, PolicyField field, int index, String item, OriginFlaw flaw,
			@Nullable String suggestion) {
		problems.add(field, index, item, code(flaw), message(flaw), suggestion);
	}

	private static ProblemCode code(OriginFlaw flaw) {
		return switch (flaw) {
			case PATH -> ProblemCode.ORIGIN_HAS_PATH;
			case QUERY_OR_FRAGMENT -> ProblemCode.ORIGIN_HAS_QUERY_OR_FRAGMENT;
			case USER_INFO -> ProblemCode.ORIGIN_HAS_USER_INFO;
			case UPPER_CASE -> ProblemCode.ORIGIN_NOT_LOWER_CASE;
			case DEFAULT_PORT -> ProblemCode.ORIGIN_DEFAULT_PORT;
			case PORT -> ProblemCode.ORIGIN_BAD_PORT;
			case NO_SCHEME -> ProblemCode.ORIGIN_WITHOUT_SCHEME;
			case OPAQUE_SCHEME -> ProblemCode.ORIGIN_OPAQUE_SCHEME;
			case NOT_ASCII -> ProblemCode.ORIGIN_NOT_ASCII;
			case HOST -> ProblemCode.ORIGIN_BAD_HOST;
			case ADDRESS -> ProblemCode.ORIGIN_BAD_IP;
			case SYNTAX -> ProblemCode.ORIGIN_MALFORMED;
		};
	}

	private static String message(OriginFlaw flaw) {
		return switch (flaw) {
			case PATH -> "An origin has no path, and no slash at its end: browsers never send one.";
			case QUERY_OR_FRAGMENT -> "An origin has neither query nor fragment: browsers never send one.";
			case USER_INFO -> "An origin has no user name and no password, and a password has no place in a policy.";
			case UPPER_CASE -> "Browsers send scheme and host in lower case.";
			case DEFAULT_PORT -> "Browsers leave out the default port of the scheme.";
			case PORT -> "A port is a number from 1 to 65535 without leading zeros.";
			case NO_SCHEME -> "An origin starts with its scheme, since http and https are two origins.";
			case OPAQUE_SCHEME -> "No browser sends an origin with this scheme.";
			case NOT_ASCII -> "Browsers send a host that is not ASCII in its punycode form.";
			case HOST ->
				"Labels of a host have 1 to 63 letters, digits, hyphens and underscores, and a host at most 253.";
			case ADDRESS -> "Browsers send an IP address in one form only, IPv6 between brackets.";
			case SYNTAX -> "An origin is scheme://host or scheme://host:port, without quotes and white space.";
		};
	}

}
