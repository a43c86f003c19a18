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
 * Why a request gets the answer it gets, in the order in which the Fetch standard checks.
 */
public enum Verdict {

	/** No enforced policy governs the request. */
	NOT_GOVERNED,

	/** The request opens a WebSocket, which CORS does not cover. */
	WEBSOCKET_HANDSHAKE,

	/** The request has no {@code Origin}: it is not a CORS request. */
	NOT_CORS,

	/** The request comes from the origin that it goes to. */
	SAME_ORIGIN,

	/** Every check passed. */
	ALLOWED,

	/** {@code Origin} has a value that no browser sends. */
	ORIGIN_MALFORMED,

	/** The origin is none of the allowed ones. */
	ORIGIN_NOT_ALLOWED,

	/** {@code Access-Control-Request-Method} has a value that is not a method. */
	METHOD_MALFORMED,

	/** The method is none of the allowed ones, or a forbidden one. */
	METHOD_NOT_ALLOWED,

	/** {@code Access-Control-Request-Headers} has an element that is not a name. */
	REQUEST_HEADERS_MALFORMED,

	/** {@code Access-Control-Request-Headers} has more bytes or names than are read. */
	REQUEST_HEADERS_OVER_LIMIT,

	/** A requested header is none of the allowed ones. */
	REQUEST_HEADER_NOT_ALLOWED;

	private final String id;

	Verdict() {
		this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The verdict as it stands in metrics, logs and endpoints.
	 * @return the name in lower case, with hyphens. Stable
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Whether the request failed a check.
	 * @return whether this verdict refuses
	 */
	public boolean isRefusal() {
		return compareTo(ALLOWED) > 0;
	}

	/**
	 * Whether the request failed the check of its origin.
	 * @return whether this verdict refuses because of the origin
	 */
	public boolean isOriginRefusal() {
		return this == ORIGIN_MALFORMED || this == ORIGIN_NOT_ALLOWED;
	}

}
