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
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.fetch.FieldLines;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link CorsRequest} together that no server received, for a dry run or a test.
 * Not safe for use by several threads.
 */
public final class CorsRequestBuilder {

	private final String method;

	private final Map<String, String> fields = new TreeMap<>();

	private @Nullable String ownScheme;

	private @Nullable String ownHost;

	private int ownPort = CorsRequest.UNKNOWN_PORT;

	CorsRequestBuilder(String method) {
		this.method = method;
	}

	/**
	 * Add a line of a field. Fields that CORS does not look at are without effect.
	 * @param name the name, in any case
	 * @param value the value of the line
	 * @return this builder
	 */
	public CorsRequestBuilder header(String name, String value) {
		this.fields.merge(name.toLowerCase(Locale.ROOT), trim(value), FieldLines::join);
		return this;
	}

	/** Without the optional white space that a server removes, and no other. */
	private static String trim(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && Tokens.isOptionalWhitespace(value.charAt(start))) {
			start++;
		}
		while (start < end && Tokens.isOptionalWhitespace(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	/**
	 * Set the request's own origin.
	 * @param scheme the scheme
	 * @param host the host, an IPv6 address with its brackets
	 * @param port the port, or {@link CorsRequest#UNKNOWN_PORT} for the default port
	 * @return this builder
	 */
	public CorsRequestBuilder ownOrigin(String scheme, String host, int port) {
		this.ownScheme = scheme;
		this.ownHost = host;
		this.ownPort = port;
		return this;
	}

	/**
	 * Make the request.
	 * @return an immutable value
	 */
	public CorsRequest build() {
		return new Request(this.method, field(HeaderNames.ORIGIN), field(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD),
				field(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS), field(HeaderNames.SEC_FETCH_SITE),
				field(HeaderNames.UPGRADE), field(HeaderNames.CONNECTION), this.ownScheme, this.ownHost, this.ownPort);
	}

	private @Nullable String field(String name) {
		return this.fields.get(name.toLowerCase(Locale.ROOT));
	}

	private record Request(String method, @Nullable String origin, @Nullable String accessControlRequestMethod,
			@Nullable String accessControlRequestHeaders, @Nullable String secFetchSite, @Nullable String upgrade,
			@Nullable String connection, @Nullable String ownScheme, @Nullable String ownHost,
			int ownPort) implements CorsRequest {

	}

}
