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
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginRepair;
import io.github.corsstarter.origin.PublicSuffixes;
import io.github.corsstarter.origin.PublicSuffixes.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with declared origin patterns.
 */
final class PatternCheck {

	private static final PolicyField FIELD = PolicyField.ALLOWED_ORIGIN_PATTERNS;

	private static final String SCHEME_SEPARATOR = "://";

	private static final String ANY_LABELS = "*.";

	private static final String ANY_PORT = ":*";

	private final Problems problems;

	private final OriginRules rules;

	private final boolean toleratePublicSuffixes;

	PatternCheck(CorsPolicyDefinition definition, Problems problems) {
		this.problems = problems;
		this.rules = new OriginRules(definition, problems);
		this.toleratePublicSuffixes = definition.dangerouslyToleratePublicSuffixPatterns();
	}

	/** The pattern of an item of the list, if it can be used. */
	@Nullable OriginPattern check(int index, String item) {
		OriginPattern pattern = OriginPattern.parse(item);
		if (pattern == null || OriginRepair.isOpaqueScheme(pattern.scheme())) {
			explain(index, item);
			return null;
		}
		if (pattern.host().endsWith(".")) {
			this.rules.warnOfTrailingDot(FIELD, index, item);
		}
		if (!pattern.hasWildcard()) {
			add(index, item, ProblemCode.PATTERN_WITHOUT_WILDCARD,
					"Without a wildcard this is an origin and belongs in allowed-origins.", null);
		}
		boolean refused = isOverPublicSuffix(index, item, pattern);
		refused |= this.rules.isInsecure(FIELD, index, item, pattern.scheme(), pattern.isLoopback());
		return refused ? null : pattern;
	}

	private boolean isOverPublicSuffix(int index, String item, OriginPattern pattern) {
		if (this.toleratePublicSuffixes || !pattern.hasSubdomains() || pattern.isLoopback()
				|| PublicSuffixes.coverageBelow(pattern.host()) == Coverage.NONE) {
			return false;
		}
		boolean credentials = this.rules.hasCredentials();
		add(index, item,
				credentials ? ProblemCode.PUBLIC_SUFFIX_PATTERN_WITH_CREDENTIALS : ProblemCode.PUBLIC_SUFFIX_PATTERN,
				"Anyone can get a name below " + pattern.host() + ", and is then allowed; list the origins.", null);
		return credentials;
	}

	private void explain(int index, String item) {
		if (this.rules.isNull(FIELD, index, item) || this.rules.isAnyOriginWithCredentials(FIELD, index, item)
				|| this.problems.isJoined(FIELD, index, item, OriginRules::isOrigin)) {
			return;
		}
		if (item.equals(AllowedOrigins.ANY)) {
			add(index, item, ProblemCode.PATTERN_ANY_ORIGIN,
					"Any origin is not a pattern; it is the single value of allowed-origins.",
					"allowed-origins: \"*\"");
		}
		else if (isRegularExpression(item)) {
			add(index, item, ProblemCode.PATTERN_REGULAR_EXPRESSION,
					"Patterns are no regular expressions; *. stands for one or more labels and :* for any port.",
					PatternRepair.ofRegularExpression(item));
		}
		else if (item.contains(":[")) {
			add(index, item, ProblemCode.PATTERN_BAD_PORT_LIST,
					"A port list is one or more ports from 1 to 65535 between brackets, such as :[8080,8081].",
					PatternRepair.ofPortList(item));
		}
		else {
			explainWildcard(index, item);
		}
	}

	private void explainWildcard(int index, String item) {
		if (isOverAddress(item)) {
			add(index, item, ProblemCode.PATTERN_OVER_IP, "An IP address has no names below it; list the addresses.",
					null);
			return;
		}
		// what is left of a pattern without its wildcards is an origin, or flawed as one
		String rest = withoutWildcards(item);
		if (rest.indexOf('*') >= 0 || rest.endsWith(SCHEME_SEPARATOR)) {
			add(index, item, ProblemCode.PATTERN_WILDCARD_POSITION,
					"A wildcard stands for the whole left-most labels (https://*.example.com) or for the whole port"
							+ " (http://localhost:*), nowhere else.",
					PatternRepair.ofWildcards(item));
			return;
		}
		OriginRepair repair = OriginRepair.of(rest);
		for (OriginFlaw flaw : repair.flaws()) {
			FlawReport.add(this.problems, FIELD, index, item, flaw, PatternRepair.ofRest(item, repair.repaired()));
		}
	}

	private static String withoutWildcards(String item) {
		String rest = item.endsWith(ANY_PORT) ? item.substring(0, item.length() - ANY_PORT.length()) : item;
		int host = rest.indexOf(SCHEME_SEPARATOR);
		int start = (host < 0) ? 0 : host + SCHEME_SEPARATOR.length();
		return rest.startsWith(ANY_LABELS, start) ? rest.substring(0, start) + rest.substring(start + 2) : rest;
	}

	private void add(int index, String item, ProblemCode code, String message, @Nullable String suggestion) {
		this.problems.add(FIELD, index, item, code, message, suggestion);
	}

	private static boolean isRegularExpression(String item) {
		return item.contains("://.*") || item.chars().anyMatch((c) -> "^$\\()|+{}".indexOf(c) >= 0)
				|| item.contains("?:") || item.contains("s?");
	}

	private static boolean isOverAddress(String item) {
		int scheme = item.indexOf(SCHEME_SEPARATOR);
		int start = (scheme < 0) ? 0 : scheme + SCHEME_SEPARATOR.length();
		int colon = item.lastIndexOf(':');
		String host = item.substring(start, (colon > Math.max(start, item.lastIndexOf(']'))) ? colon : item.length());
		return host.indexOf('*') >= 0 && host.chars().anyMatch((c) -> c >= '0' && c <= '9')
				&& host.chars().allMatch((c) -> (c >= '0' && c <= '9') || "*.:[]".indexOf(c) >= 0);
	}

}
