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

import java.util.Locale;

/**
 * What can be wrong with a {@link CorsPolicyDefinition} or with the rule that it belongs
 * to. The codes are stable: programs may depend on them.
 */
public enum ProblemCode {

	/** A list has an item without content. */
	BLANK_ENTRY(Severity.ERROR),

	/** The same value stands twice in one list. */
	DUPLICATE_ENTRY(Severity.WARNING),

	/** Another entry of the same policy covers this one. */
	REDUNDANT_ENTRY(Severity.WARNING),

	/** One list item holds several values. */
	JOINED_LIST(Severity.ERROR),

	/** White space around a value was removed. */
	VALUE_TRIMMED(Severity.WARNING),

	/** The value is not of the type of its setting. */
	NOT_CONVERTIBLE(Severity.ERROR),

	/** There is no such setting. */
	UNKNOWN_KEY(Severity.ERROR),

	/** A key right below {@code cors} is nearly one of ours. */
	UNKNOWN_TOP_LEVEL_KEY(Severity.WARNING),

	/** Two rules have the same name. */
	RULE_DUPLICATE(Severity.ERROR),

	/** A rule is not enabled, and another one governs its paths instead. */
	RULE_DISABLED(Severity.WARNING),

	/** A rule has no origins, no patterns and no origin source. */
	RULE_WITHOUT_ORIGINS(Severity.ERROR),

	/** A rule has an empty list of origins: nobody is allowed. */
	CLOSED_RULE(Severity.WARNING),

	/** An origin source is named that does not exist. */
	ORIGIN_SOURCE_MISSING(Severity.ERROR),

	/** What is named as an origin source is something else. */
	ORIGIN_SOURCE_WRONG_TYPE(Severity.ERROR),

	/** An origin source is named where any origin is allowed. */
	ORIGIN_SOURCE_UNNEEDED(Severity.ERROR),

	/** An origin source is named, and the library that caches answers is absent. */
	ORIGIN_SOURCE_WITHOUT_CACHE(Severity.ERROR),

	/** A bound of the cache in front of origin sources is out of range. */
	ORIGIN_CACHE_OUT_OF_RANGE(Severity.ERROR),

	/** A rule has an empty list of paths. */
	PATHS_EMPTY(Severity.ERROR),

	/** The path pattern cannot be parsed. */
	PATH_BAD_PATTERN(Severity.ERROR),

	/** No request path can match the pattern. */
	PATH_UNMATCHABLE(Severity.ERROR),

	/** Two rules have equal or equivalent path patterns. */
	PATH_DUPLICATE(Severity.ERROR),

	/** Patterns of two rules match the same path, and neither is more specific. */
	PATH_AMBIGUOUS(Severity.WARNING),

	/** Another pattern of the same rule covers this one. */
	PATH_SHADOWED(Severity.WARNING),

	/** The pattern matches only paths with a slash at their end. */
	PATH_TRAILING_SLASH(Severity.WARNING),

	/** The pattern starts with the context path, and is matched inside of it. */
	PATH_INCLUDES_CONTEXT_PATH(Severity.WARNING),

	/** The pattern matches the actuator, which it does not govern. */
	PATH_COVERS_ACTUATOR(Severity.WARNING),

	/** A placeholder or a marker of a template was not resolved. */
	UNRESOLVED_PLACEHOLDER(Severity.ERROR),

	/** An origin or a pattern has a path, if only a slash. */
	ORIGIN_HAS_PATH(Severity.ERROR),

	/** An origin has a query or a fragment, if only an empty one. */
	ORIGIN_HAS_QUERY_OR_FRAGMENT(Severity.ERROR),

	/** An origin has a user name or a password. */
	ORIGIN_HAS_USER_INFO(Severity.ERROR),

	/** Scheme or host have upper-case letters, which browsers never send. */
	ORIGIN_NOT_LOWER_CASE(Severity.ERROR),

	/** The default port is spelled out, which browsers never do. */
	ORIGIN_DEFAULT_PORT(Severity.ERROR),

	/** The port is empty, zero, too large, not a number or has leading zeros. */
	ORIGIN_BAD_PORT(Severity.ERROR),

	/** The scheme is missing. */
	ORIGIN_WITHOUT_SCHEME(Severity.ERROR),

	/** The host is not ASCII; browsers send its punycode form. */
	ORIGIN_NOT_ASCII(Severity.ERROR),

	/** The host is not a host name. */
	ORIGIN_BAD_HOST(Severity.ERROR),

	/** An IP address is not in the form that browsers send. */
	ORIGIN_BAD_IP(Severity.ERROR),

	/** The host ends in a dot: another origin than the one without. */
	ORIGIN_TRAILING_DOT(Severity.WARNING),

	/** The scheme is one that no origin has. */
	ORIGIN_OPAQUE_SCHEME(Severity.ERROR),

	/** The value is not a serialized origin for another reason. */
	ORIGIN_MALFORMED(Severity.ERROR),

	/** {@code null} is listed, which every sandboxed frame of every site has. */
	ORIGIN_NULL(Severity.ERROR),

	/** An origin that is not encrypted is combined with credentials. */
	INSECURE_ORIGIN_WITH_CREDENTIALS(Severity.ERROR),

	/** Any origin is combined with credentials. */
	WILDCARD_WITH_CREDENTIALS(Severity.ERROR),

	/** {@code *} stands beside other origins or patterns. */
	WILDCARD_NOT_ALONE(Severity.ERROR),

	/** A pattern stands among the exact origins. */
	PATTERN_IN_ALLOWED_ORIGINS(Severity.ERROR),

	/** {@code *} stands among the patterns. */
	PATTERN_ANY_ORIGIN(Severity.ERROR),

	/** The wildcard is not the whole left-most labels and not the whole port. */
	PATTERN_WILDCARD_POSITION(Severity.ERROR),

	/** A wildcard over an IP address, which has no names below it. */
	PATTERN_OVER_IP(Severity.ERROR),

	/** The port list has something that is not a port, or no end. */
	PATTERN_BAD_PORT_LIST(Severity.ERROR),

	/** A regular expression where a pattern is expected. */
	PATTERN_REGULAR_EXPRESSION(Severity.ERROR),

	/** A wildcard over names that strangers can register, with credentials. */
	PUBLIC_SUFFIX_PATTERN_WITH_CREDENTIALS(Severity.ERROR),

	/** A wildcard over names that strangers can register, without credentials. */
	PUBLIC_SUFFIX_PATTERN(Severity.WARNING),

	/** The pattern has no wildcard. */
	PATTERN_WITHOUT_WILDCARD(Severity.WARNING),

	/** {@code CONNECT}, {@code TRACE} or {@code TRACK}, in any case. */
	METHOD_FORBIDDEN(Severity.ERROR),

	/** The value is not a method. */
	METHOD_NOT_A_TOKEN(Severity.ERROR),

	/** A method in lower case that browsers do not send in upper case. */
	METHOD_WRONG_CASE(Severity.ERROR),

	/** A method in lower case was taken as the upper case that browsers send. */
	METHOD_NORMALIZED(Severity.WARNING),

	/** {@code OPTIONS} is listed; preflights do not need it. */
	METHOD_OPTIONS_UNNEEDED(Severity.WARNING),

	/** {@code *} for methods or headers with credentials: the request is repeated. */
	WILDCARD_ECHO_WITH_CREDENTIALS(Severity.WARNING),

	/** The value is not a field name. */
	HEADER_NOT_A_TOKEN(Severity.ERROR),

	/** A request header that no script can set. */
	HEADER_FORBIDDEN(Severity.ERROR),

	/** A response header of the CORS protocol among the request headers. */
	HEADER_IS_RESPONSE_HEADER(Severity.ERROR),

	/** An asterisk inside a field name. */
	HEADER_PARTIAL_WILDCARD(Severity.ERROR),

	/** Without credentials {@code *} does not cover {@code Authorization}. */
	HEADER_WILDCARD_WITHOUT_AUTHORIZATION(Severity.WARNING),

	/** A request header among the exposed headers. */
	EXPOSED_IS_REQUEST_HEADER(Severity.ERROR),

	/** A header that scripts can always read. */
	EXPOSED_SAFELISTED(Severity.WARNING),

	/** {@code Set-Cookie} or {@code Set-Cookie2}, which no script can read. */
	EXPOSED_FORBIDDEN(Severity.ERROR),

	/** {@code *} exposes nothing when credentials are allowed. */
	EXPOSED_WILDCARD_WITH_CREDENTIALS(Severity.ERROR),

	/** The duration is negative. */
	MAX_AGE_NEGATIVE(Severity.ERROR),

	/** The duration is not a whole number of seconds. */
	MAX_AGE_FRACTIONAL(Severity.ERROR),

	/** The duration is longer than Chromium keeps an answer. */
	MAX_AGE_OVER_TWO_HOURS(Severity.WARNING),

	/** The duration is longer than any browser keeps an answer. */
	MAX_AGE_OVER_A_DAY(Severity.WARNING),

	/** The application has another CORS layer. */
	OTHER_CORS_LAYER(Severity.WARNING),

	/** Any origin is allowed in production. */
	PRODUCTION_ANY_ORIGIN(Severity.WARNING),

	/** An origin without encryption is allowed in production. */
	PRODUCTION_INSECURE_ORIGIN(Severity.WARNING),

	/** A loopback or private address is allowed in production. */
	PRODUCTION_LOCAL_ORIGIN(Severity.WARNING),

	/** A host of a platform that strangers share is allowed in production. */
	PRODUCTION_SHARED_HOST(Severity.WARNING),

	/** Every subdomain is allowed with credentials in production. */
	PRODUCTION_SUBDOMAINS_WITH_CREDENTIALS(Severity.WARNING),

	/** Any method is allowed in production. */
	PRODUCTION_ANY_METHOD(Severity.WARNING),

	/** A path allows more origins than a path below it in production. */
	PRODUCTION_PARENT_MORE_OPEN(Severity.WARNING),

	/** A setting that tolerates a danger is in use. */
	DANGER_TOLERATED(Severity.WARNING);

	private final Severity severity;

	private final String id;

	ProblemCode(Severity severity) {
		this.severity = severity;
		this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * How bad it is.
	 * @return whether a policy with this problem can be used
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * The code as it is written in reports and documents.
	 * @return the name in kebab case
	 */
	public String id() {
		return this.id;
	}

}
