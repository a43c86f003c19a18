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

package io.github.corsstarter.reactive;

import java.net.URI;
import java.util.List;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.fetch.FieldLines;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The facts about a reactive request, looked up when they are asked for. Scheme, host and
 * port are the request's own: whether forwarded headers are trusted has been decided by
 * then.
 */
final class ReactiveCorsRequest implements CorsRequest {

	private final ServerHttpRequest request;

	ReactiveCorsRequest(ServerHttpRequest request) {
		this.request = request;
	}

	@Override
	public String method() {
		return this.request.getMethod().name();
	}

	@Override
	public @Nullable String origin() {
		return field(HeaderNames.ORIGIN);
	}

	@Override
	public @Nullable String accessControlRequestMethod() {
		return field(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
	}

	@Override
	public @Nullable String accessControlRequestHeaders() {
		return field(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
	}

	@Override
	public @Nullable String secFetchSite() {
		String first = this.request.getHeaders().getFirst(HeaderNames.SEC_FETCH_SITE);
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
		return uri().getScheme();
	}

	@Override
	public @Nullable String ownHost() {
		String host = uri().getHost();
		String authority = uri().getRawAuthority();
		if (host != null || authority == null) {
			return host;
		}
		String hostAndPort = hostAndPort(authority);
		return hostAndPort.substring(0, portSeparator(hostAndPort));
	}

	@Override
	public int ownPort() {
		String authority = uri().getRawAuthority();
		if (uri().getHost() != null || authority == null) {
			return uri().getPort();
		}
		String hostAndPort = hostAndPort(authority);
		int port = UNKNOWN_PORT;
		for (int i = portSeparator(hostAndPort) + 1; i < hostAndPort.length(); i++) {
			port = Math.max(port, 0) * 10 + Character.digit(hostAndPort.charAt(i), 10);
		}
		return port;
	}

	/**
	 * Takes an authority apart that {@link URI} does not, as it does not for a host with
	 * an underscore.
	 */
	private static String hostAndPort(String authority) {
		return authority.substring(authority.lastIndexOf('@') + 1);
	}

	private static int portSeparator(String hostAndPort) {
		int colon = hostAndPort.lastIndexOf(':');
		return (colon >= 0) ? colon : hostAndPort.length();
	}

	private URI uri() {
		return this.request.getURI();
	}

	private @Nullable String field(String name) {
		List<String> lines = HeaderLines.get(this.request.getHeaders(), name);
		if (lines == null || lines.isEmpty()) {
			return null;
		}
		String value = null;
		for (String line : lines) {
			value = FieldLines.join(value, line);
		}
		return value;
	}

}
