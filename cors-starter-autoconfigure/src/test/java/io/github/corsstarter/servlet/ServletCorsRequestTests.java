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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletCorsRequest}.
 */
class ServletCorsRequestTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("PATCH", "/");

	private final ServletCorsRequest facts = new ServletCorsRequest(this.request);

	@Test
	void aFieldThatIsAbsentIsNull() {
		assertThat(this.facts.origin()).isNull();
		assertThat(this.facts.accessControlRequestMethod()).isNull();
		assertThat(this.facts.accessControlRequestHeaders()).isNull();
		assertThat(this.facts.secFetchSite()).isNull();
		assertThat(this.facts.upgrade()).isNull();
		assertThat(this.facts.connection()).isNull();
	}

	@Test
	void readsEveryFact() {
		this.request.addHeader("origin", "https://app.example.com");
		this.request.addHeader("access-control-request-method", "PUT");
		this.request.addHeader("access-control-request-headers", "x-a,x-b");
		this.request.addHeader("sec-fetch-site", "same-site");
		this.request.addHeader("upgrade", "websocket");
		this.request.addHeader("connection", "Upgrade");
		assertThat(this.facts.method()).isEqualTo("PATCH");
		assertThat(this.facts.origin()).isEqualTo("https://app.example.com");
		assertThat(this.facts.accessControlRequestMethod()).isEqualTo("PUT");
		assertThat(this.facts.accessControlRequestHeaders()).isEqualTo("x-a,x-b");
		assertThat(this.facts.secFetchSite()).isEqualTo("same-site");
		assertThat(this.facts.upgrade()).isEqualTo("websocket");
		assertThat(this.facts.connection()).isEqualTo("Upgrade");
	}

	@Test
	void joinsTheLinesOfAField() {
		this.request.addHeader("Origin", "https://a.example.com");
		this.request.addHeader("Origin", "https://b.example.com");
		assertThat(this.facts.origin()).isEqualTo("https://a.example.com, https://b.example.com");
	}

	@Test
	void aFieldWithoutValueIsEmpty() {
		this.request.addHeader("Origin", "");
		assertThat(this.facts.origin()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "shop.example.com, shop.example.com", "::1, [::1]", "[::1], [::1]", "127.0.0.1, 127.0.0.1" })
	void knowsTheOwnOrigin(String serverName, String host) {
		this.request.setScheme("https");
		this.request.setServerName(serverName);
		this.request.setServerPort(8443);
		assertThat(this.facts.ownScheme()).isEqualTo("https");
		assertThat(this.facts.ownHost()).isEqualTo(host);
		assertThat(this.facts.ownPort()).isEqualTo(8443);
	}

	@Test
	void aServerMayNotKnowItsName() {
		this.request.setServerName(null);
		assertThat(this.facts.ownHost()).isNull();
	}

}
