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

import org.jspecify.annotations.Nullable;

/**
 * The facts about a request that CORS looks at, and nothing else. A policy asks only for
 * what it needs, so that an adapter may look a fact up when it is asked for.
 * <p>
 * The value of a field that stands in several lines is their values joined with a comma
 * and a space (RFC 9110, section 5.3), which no single-valued field allows: two
 * {@code Origin} lines are a malformed one. White space around a value is not part of it.
 * A field that is absent is {@code null}, one without a value is empty.
 */
public interface CorsRequest {

	/** The port of an own origin that is not known. */
	int UNKNOWN_PORT = -1;

	/**
	 * Start to put a request together that no server received.
	 * @param method the method, with its case
	 * @return a builder, not safe for use by several threads
	 */
	static CorsRequestBuilder builder(String method) {
		return new CorsRequestBuilder(method);
	}

	/**
	 * The method.
	 * @return the method, with its case
	 */
	String method();

	/**
	 * The field {@code Origin}.
	 * @return the value, or {@code null}
	 */
	@Nullable String origin();

	/**
	 * The field {@code Access-Control-Request-Method}.
	 * @return the value, or {@code null}
	 */
	@Nullable String accessControlRequestMethod();

	/**
	 * The field {@code Access-Control-Request-Headers}.
	 * @return the value, or {@code null}
	 */
	@Nullable String accessControlRequestHeaders();

	/**
	 * The field {@code Sec-Fetch-Site}.
	 * @return the value, or {@code null}
	 */
	@Nullable String secFetchSite();

	/**
	 * The field {@code Upgrade}.
	 * @return the value, or {@code null}
	 */
	@Nullable String upgrade();

	/**
	 * The field {@code Connection}.
	 * @return the value, or {@code null}
	 */
	@Nullable String connection();

	/**
	 * The scheme of the request's own origin, as the server sees it.
	 * @return the scheme in lower case, or {@code null} if the own origin is not known
	 */
	@Nullable String ownScheme();

	/**
	 * The host of the request's own origin, as the server sees it.
	 * @return the host (an IPv6 address with its brackets), or {@code null} if the own
	 * origin is not known
	 */
	@Nullable String ownHost();

	/**
	 * The port of the request's own origin, as the server sees it.
	 * @return the port, {@value #UNKNOWN_PORT} for the default port of the scheme
	 */
	int ownPort();

}
