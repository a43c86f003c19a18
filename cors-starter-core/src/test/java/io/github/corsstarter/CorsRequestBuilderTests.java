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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRequestBuilder}.
 */
class CorsRequestBuilderTests {

	@Test
	void leavesAbsentWhatIsNotSet() {
		CorsRequest request = CorsRequest.builder("GET").build();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.origin()).isNull();
		assertThat(request.accessControlRequestMethod()).isNull();
		assertThat(request.accessControlRequestHeaders()).isNull();
		assertThat(request.secFetchSite()).isNull();
		assertThat(request.upgrade()).isNull();
		assertThat(request.connection()).isNull();
		assertThat(request.ownScheme()).isNull();
		assertThat(request.ownHost()).isNull();
		assertThat(request.ownPort()).isEqualTo(CorsRequest.UNKNOWN_PORT);
	}

	@Test
	void setsEveryFieldThatCorsLooksAt() {
		CorsRequest request = CorsRequest.builder("OPTIONS")
			.header("Origin", "https://app.example.com")
			.header("Access-Control-Request-Method", "PUT")
			.header("Access-Control-Request-Headers", "x-a")
			.header("Sec-Fetch-Site", "cross-site")
			.header("Upgrade", "websocket")
			.header("Connection", "Upgrade")
			.header("Cookie", "a=b")
			.ownOrigin("https", "api.example.com", 8443)
			.build();
		assertThat(request.origin()).isEqualTo("https://app.example.com");
		assertThat(request.accessControlRequestMethod()).isEqualTo("PUT");
		assertThat(request.accessControlRequestHeaders()).isEqualTo("x-a");
		assertThat(request.secFetchSite()).isEqualTo("cross-site");
		assertThat(request.upgrade()).isEqualTo("websocket");
		assertThat(request.connection()).isEqualTo("Upgrade");
		assertThat(request.ownScheme()).isEqualTo("https");
		assertThat(request.ownHost()).isEqualTo("api.example.com");
		assertThat(request.ownPort()).isEqualTo(8443);
	}

	@Test
	void takesNamesInAnyCase() {
		assertThat(CorsRequest.builder("GET").header("oRiGiN", "https://app.example.com").build().origin())
			.isEqualTo("https://app.example.com");
	}

	@Test
	void joinsTheLinesOfAField() {
		CorsRequest request = CorsRequest.builder("GET")
			.header("Origin", "https://app.example.com")
			.header("origin", "https://evil.example")
			.build();
		assertThat(request.origin()).isEqualTo("https://app.example.com, https://evil.example");
	}

	@Test
	void removesTheWhiteSpaceAroundAValueThatAnHttpParserRemoves() {
		CorsRequest request = CorsRequest.builder("OPTIONS")
			.header("Origin", " \thttps://app.example.com\t ")
			.header("Access-Control-Request-Method", " \t ")
			.header("Access-Control-Request-Headers", "a b")
			.header("Sec-Fetch-Site", "")
			.build();
		assertThat(request.origin()).isEqualTo("https://app.example.com");
		assertThat(request.accessControlRequestMethod()).isEmpty();
		assertThat(request.accessControlRequestHeaders()).isEqualTo("a b");
		assertThat(request.secFetchSite()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\u000b", "\f", "\u001f", "\u2003", "\u2028", "\u3000", "\u00a0" })
	void keepsEveryOtherWhiteSpace(String whiteSpace) {
		String origin = whiteSpace + "https://app.example.com" + whiteSpace;
		assertThat(CorsRequest.builder("GET").header("Origin", origin).build().origin()).isEqualTo(origin);
	}

}
