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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Tests for {@link ReactiveCorsRequest}.
 */
class ReactiveCorsRequestTests {

	@Test
	void aFieldThatIsAbsentIsNull() {
		ReactiveCorsRequest facts = new ReactiveCorsRequest(MockServerHttpRequest.get("/").build());
		assertThat(facts.origin()).isNull();
		assertThat(facts.accessControlRequestMethod()).isNull();
		assertThat(facts.accessControlRequestHeaders()).isNull();
		assertThat(facts.secFetchSite()).isNull();
		assertThat(facts.upgrade()).isNull();
		assertThat(facts.connection()).isNull();
	}

	@Test
	void readsEveryFact() {
		ReactiveCorsRequest facts = new ReactiveCorsRequest(
				MockServerHttpRequest.method(HttpMethod.valueOf("PURGE"), URI.create("/"))
					.header("origin", "https://app.example.com")
					.header("access-control-request-method", "PUT")
					.header("access-control-request-headers", "x-a,x-b")
					.header("sec-fetch-site", "same-site")
					.header("upgrade", "websocket")
					.header("connection", "Upgrade")
					.build());
		assertThat(facts.method()).isEqualTo("PURGE");
		assertThat(facts.origin()).isEqualTo("https://app.example.com");
		assertThat(facts.accessControlRequestMethod()).isEqualTo("PUT");
		assertThat(facts.accessControlRequestHeaders()).isEqualTo("x-a,x-b");
		assertThat(facts.secFetchSite()).isEqualTo("same-site");
		assertThat(facts.upgrade()).isEqualTo("websocket");
		assertThat(facts.connection()).isEqualTo("Upgrade");
	}

	@Test
	void joinsTheLinesOfAField() {
		ReactiveCorsRequest facts = new ReactiveCorsRequest(
				MockServerHttpRequest.get("/").header("Origin", "https://a.example.com", "").build());
		assertThat(facts.origin()).isEqualTo("https://a.example.com, ");
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example.com/x, https, shop.example.com, -1",
			"http://shop.example.com:8080/x, http, shop.example.com, 8080", "http://[::1]:8080/, http, [::1], 8080",
			"http://my_shop/x, http, my_shop, -1", "http://my_shop.example.com:8081/x, http, my_shop.example.com, 8081",
			"http://user@my_shop:80/, http, my_shop, 80", "http://user:secret@my_shop/, http, my_shop, -1",
			"http://user:secret@my_shop:8443/, http, my_shop, 8443", "http://my_shop:/, http, my_shop, -1",
			"/x, , , -1" })
	void knowsTheOwnOrigin(URI uri, String scheme, String host, int port) {
		ReactiveCorsRequest facts = new ReactiveCorsRequest(MockServerHttpRequest.method(HttpMethod.GET, uri).build());
		assertThat(facts.ownScheme()).isEqualTo(scheme);
		assertThat(facts.ownHost()).isEqualTo(host);
		assertThat(facts.ownPort()).isEqualTo(port);
	}

	@ParameterizedTest
	@CsvSource({ "http://my_shop:99999999999999", "http://my_shop:x", "http://a:b@my_shop:y", "http://@my_shop:",
			"http://a:@:1", "http://_:@:" })
	void anOwnOriginThatMakesNoSenseDoesNotThrow(URI uri) {
		ReactiveCorsRequest facts = new ReactiveCorsRequest(MockServerHttpRequest.method(HttpMethod.GET, uri).build());
		assertThat(facts.ownHost()).isNotNull();
		assertThatCode(facts::ownPort).doesNotThrowAnyException();
	}

}
