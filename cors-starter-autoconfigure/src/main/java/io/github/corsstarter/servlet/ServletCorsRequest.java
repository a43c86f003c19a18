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

package io.github.corsstarter.servlet;

import java.util.Enumeration;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.fetch.FieldLines;
import io.github.corsstarter.fetch.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a servlet request, looked up when they are asked for. Scheme, host and
 * port are the request's own: whether forwarded headers are trusted has been decided by
 * then.
 */
final class ServletCorsRequest implements CorsRequest {

	private final HttpServletRequest request;

	ServletCorsRequest(HttpServletRequest request) {
		this.request = request;
	}

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public @Nullable String origin() {
		return field(HeaderNames.ORIGIN);
	}

	@Override
	public @Nullable String accessControlRequestMethod() {
		// asked for when it is likely to be there
		return joined(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
	}

	@Override
	public @Nullable String accessControlRequestHeaders() {
		return joined(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
	}

	@Override
	public @Nullable String secFetchSite() {
		String first = this.request.getHeader(HeaderNames.SEC_FETCH_SITE);
		// where the first line speaks of another origin, no further line says otherwise
		return ("same-origin".equals(first) || "none".equals(first)) ? field(HeaderNames.SEC_FETCH_SITE) : first;
	}

	@Override
	public @Nullable String upgrade() {
		return field(HeaderNames.UPGRADE);
	}

	@Override
	public @Nullable String connection() {
		return field(HeaderNames.CONNECTION);
	}

	@Override
	public @Nullable String ownScheme() {
		return this.request.getScheme();
	}

	@Override
	public @Nullable String ownHost() {
		String host = this.request.getServerName();
		// servers differ in whether an IPv6 address keeps its brackets
		return (host != null && host.indexOf(':') >= 0 && host.charAt(0) != '[') ? "[" + host + "]" : host;
	}

	@Override
	public int ownPort() {
		return this.request.getServerPort();
	}

	private @Nullable String field(String name) {
		// most fields are absent, which costs least to find out in this way
		return (this.request.getHeader(name) != null) ? joined(name) : null;
	}

	private @Nullable String joined(String name) {
		String value = null;
		Enumeration<String> lines = this.request.getHeaders(name);
		while (lines.hasMoreElements()) {
			value = FieldLines.join(value, lines.nextElement());
		}
		return value;
	}

}
