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

package io.github.corsstarter.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * The field names that CORS reads and writes, and the tables of the Fetch standard that
 * say which names a script may set or read (sections 2.2.2 and 3.3).
 */
public final class HeaderNames {

	/** Request: the origin of the script that asks. */
	public static final String ORIGIN = "Origin";

	/** Preflight: the method of the request to come. */
	public static final String ACCESS_CONTROL_REQUEST_METHOD = "Access-Control-Request-Method";

	/** Preflight: the CORS-unsafe request-header names of the request to come. */
	public static final String ACCESS_CONTROL_REQUEST_HEADERS = "Access-Control-Request-Headers";

	/** Request, Fetch Metadata: how the origin of the script relates to the server. */
	public static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

	/** Request: the protocol that the client wants to change to. */
	public static final String UPGRADE = "Upgrade";

	/** Request: options of the connection. */
	public static final String CONNECTION = "Connection";

	/** Response: the request fields that the answer depends on. */
	public static final String VARY = "Vary";

	/** Response: the origin that may read the answer. */
	public static final String ACCESS_CONTROL_ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	/** Response: whether the answer may be read when credentials were sent. */
	public static final String ACCESS_CONTROL_ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

	/** Preflight response: the methods that may be used. */
	public static final String ACCESS_CONTROL_ALLOW_METHODS = "Access-Control-Allow-Methods";

	/** Preflight response: the request headers that may be used. */
	public static final String ACCESS_CONTROL_ALLOW_HEADERS = "Access-Control-Allow-Headers";

	/** Preflight response: for how many seconds the answer may be kept. */
	public static final String ACCESS_CONTROL_MAX_AGE = "Access-Control-Max-Age";

	/** Response: the response headers that a script may read. */
	public static final String ACCESS_CONTROL_EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	/** The name that an anonymous {@code *} never covers, in lower case. */
	public static final String AUTHORIZATION = "authorization";

	private static final Set<String> FORBIDDEN_REQUEST_HEADERS = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
			"trailer", "transfer-encoding", "upgrade", "via");

	private static final Set<String> RESPONSE_HEADERS = Set.of("access-control-allow-origin",
			"access-control-allow-credentials", "access-control-allow-methods", "access-control-allow-headers",
			"access-control-max-age", "access-control-expose-headers");

	private static final Set<String> SAFELISTED_RESPONSE_HEADERS = Set.of("cache-control", "content-language",
			"content-length", "content-type", "expires", "last-modified", "pragma");

	private static final Set<String> REQUEST_HEADERS = Set.of("access-control-request-headers",
			"access-control-request-method", "cookie", "host", "if-match", "if-modified-since", "if-none-match",
			"if-range", "if-unmodified-since", "origin", "proxy-authorization", "referer", "user-agent");

	private static final Set<String> FORBIDDEN_RESPONSE_HEADERS = Set.of("set-cookie", "set-cookie2");

	private static final String ACCESS_CONTROL = "Access-Control-";

	private HeaderNames() {
	}

	/**
	 * Whether a name belongs to the CORS protocol or to an extension of it, so that a
	 * policy alone says whether an answer has it.
	 * @param name the name, in any case
	 * @return whether it starts with {@code Access-Control-}
	 */
	public static boolean isAccessControl(String name) {
		return name.regionMatches(true, 0, ACCESS_CONTROL, 0, ACCESS_CONTROL.length());
	}

	/**
	 * Whether a name is a forbidden request-header name, which no script can set.
	 * @param name the name, in any case
	 * @return whether it is listed in the standard, or starts with {@code Proxy-} or
	 * {@code Sec-}
	 */
	public static boolean isForbiddenRequestHeader(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return FORBIDDEN_REQUEST_HEADERS.contains(lowerCase) || lowerCase.startsWith("proxy-")
				|| lowerCase.startsWith("sec-");
	}

	/**
	 * Whether a name is a forbidden response-header name, which no script can read.
	 * @param name the name, in any case
	 * @return whether it is {@code Set-Cookie} or {@code Set-Cookie2}
	 */
	public static boolean isForbiddenResponseHeader(String name) {
		return FORBIDDEN_RESPONSE_HEADERS.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a name is a response header of the CORS protocol.
	 * @param name the name, in any case
	 * @return whether it is one of the six that a server answers with
	 */
	public static boolean isCorsResponseHeader(String name) {
		return RESPONSE_HEADERS.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a name is a CORS-safelisted response-header name, which scripts can always
	 * read.
	 * @param name the name, in any case
	 * @return whether it is one of the seven of the standard
	 */
	public static boolean isSafelistedResponseHeader(String name) {
		return SAFELISTED_RESPONSE_HEADERS.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a name is one that only requests have.
	 * @param name the name, in any case
	 * @return whether no answer has it. {@code Authorization} is not one: login services
	 * answer with it, too
	 */
	public static boolean isRequestHeader(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return REQUEST_HEADERS.contains(lowerCase) || lowerCase.startsWith("sec-fetch-");
	}

}
