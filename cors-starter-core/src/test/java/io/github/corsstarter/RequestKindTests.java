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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestKind}.
 */
class RequestKindTests {

	@Test
	void takesOptionsWithARequestMethodForAPreflight() {
		assertThat(preflightMethod("OPTIONS", "PUT")).isEqualTo("PUT");
		assertThat(preflightMethod("OPTIONS", "put, get")).isEqualTo("put, get");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "options", "Options", "OPTION" })
	void takesNoOtherMethodForAPreflight(String method) {
		assertThat(preflightMethod(method, "PUT")).isNull();
	}

	@Test
	void takesOptionsWithoutARequestMethodForAnActualRequest() {
		assertThat(RequestKind.preflightMethod(CorsRequest.builder("OPTIONS").build())).isNull();
		assertThat(preflightMethod("OPTIONS", "")).isNull();
		assertThat(preflightMethod("OPTIONS", " \t")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "websocket; Upgrade", "WebSocket; upgrade", "websocket; keep-alive, Upgrade",
			"websocket; Upgrade, keep-alive", "websocket; ,UPGRADE ,," })
	void knowsAWebSocketHandshake(String upgrade, String connection) {
		assertThat(RequestKind.isWebSocketHandshake(
				CorsRequest.builder("GET").header("Upgrade", upgrade).header("Connection", connection).build()))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "-",
			value = { "POST; websocket; Upgrade", "GET; -; Upgrade", "GET; websocket; -", "GET; h2c; Upgrade",
					"GET; websocket; keep-alive", "GET; websocket; ''", "GET; websocket; upgraded",
					"GET; websocket; up grade" })
	void takesNothingElseForAWebSocketHandshake(String method, String upgrade, String connection) {
		CorsRequestBuilder request = CorsRequest.builder(method);
		if (upgrade != null) {
			request.header("Upgrade", upgrade);
		}
		if (connection != null) {
			request.header("Connection", connection);
		}
		assertThat(RequestKind.isWebSocketHandshake(request.build())).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, true", "none, true", "same-site, false", "cross-site, false", "Same-Origin, false",
			"'same-origin, none', false", "'', false" })
	void takesTheWordOfFetchMetadata(String site, boolean sameOrigin) {
		assertThat(RequestKind.isSameOrigin(CorsRequest.builder("GET").header("Sec-Fetch-Site", site).build(),
				"https://app.example.com"))
			.isEqualTo(sameOrigin);
	}

	@ParameterizedTest
	@CsvSource({ "https://example.com, https, example.com, 443", "https://example.com, https, example.com, -1",
			"http://example.com, http, example.com, 80", "http://example.com, http, example.com, -1",
			"http://example.com:8080, http, example.com, 8080", "https://example.com:80, https, example.com, 80",
			"http://example.com:443, http, example.com, 443", "http://[::1]:8080, http, [::1], 8080",
			"http://example.com, http, EXAMPLE.com, 80" })
	void knowsTheOwnOrigin(String origin, String scheme, String host, int port) {
		assertThat(isSameOrigin(origin, scheme, host, port)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "http://example.com, https, example.com, 443", "https://example.com, http, example.com, 80",
			"https://example.org, https, example.com, 443", "https://example.com.evil.test, https, example.com, 443",
			"https://a.example.com, https, example.com, 443", "https://example.co, https, example.com, 443",
			"https://example.com:443, https, example.com, 443", "https://example.com:443, https, example.com, -1",
			"http://example.com:8081, http, example.com, 8080", "http://example.com:18080, http, example.com, 8080",
			"http://example.com:80800, http, example.com, 8080", "http://example.com:808, http, example.com, 8080",
			"http://example.com:08080, http, example.com, 8080", "http://example.com, http, example.com, 8080",
			"http://example.com:, http, example.com, 8080", "http://example.com.8080, http, example.com, 8080",
			"http://example.com:8080, http, example.com, 80", "http://EXAMPLE.com, http, example.com, 80",
			"http:example.com, http, example.com, 80", "httpx://example.com, http, example.com, 80",
			"null, http, example.com, 80", "'', http, example.com, 80", "http, http, example.com, 80",
			"http://exampl\u017f.com, http, exampls.com, 80" })
	void takesNoOtherOriginForTheOwn(String origin, String scheme, String host, int port) {
		assertThat(isSameOrigin(origin, scheme, host, port)).isFalse();
	}

	@Test
	void takesNoOriginForTheOwnThatItDoesNotKnow() {
		assertThat(isSameOrigin("http://example.com", null, "example.com", 80)).isFalse();
		assertThat(isSameOrigin("http://example.com", "http", null, 80)).isFalse();
	}

	private static String preflightMethod(String method, String requestMethod) {
		return RequestKind.preflightMethod(
				CorsRequest.builder(method).header("Access-Control-Request-Method", requestMethod).build());
	}

	private static boolean isSameOrigin(String origin, String scheme, String host, int port) {
		return RequestKind.isSameOrigin(CorsRequest.builder("GET").ownOrigin(scheme, host, port).build(), origin);
	}

}
