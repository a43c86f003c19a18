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

package io.github.corsstarter.test;

import java.util.function.Consumer;

import io.github.corsstarter.fetch.HeaderNames;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Single requests and answers with {@code WebTestClient}, for tests that look at more
 * than what {@link CorsAssertions} states.
 *
 * <pre class="code">
 * client.options().uri("/api/orders/1")
 *     .headers(fromOrigin("https://shop.example.com"))
 *     .headers(preflightFor(HttpMethod.PUT, "Content-Type"))
 *     .exchange()
 *     .expectAll(corsAllowed());
 *
 * client.get().uri("/api/orders")
 *     .headers(fromOrigin("https://shop.example.com"))
 *     .exchange()
 *     .expectAll(corsAllowed().withCredentials());
 * </pre>
 */
public final class CorsWebTestClient {

	private CorsWebTestClient() {
	}

	/**
	 * Let a request, or a preflight, come from a page.
	 * @param origin the origin of the page
	 * @return what sets the {@code Origin}
	 */
	public static Consumer<HttpHeaders> fromOrigin(String origin) {
		return (headers) -> headers.set(HeaderNames.ORIGIN, origin);
	}

	/**
	 * Make a preflight out of an {@code OPTIONS} request.
	 * @param method the method of the request that is to come
	 * @param headerNames the names of the headers to ask for, in any order and case
	 * @return what sets the {@code Access-Control-Request-*} fields
	 */
	public static Consumer<HttpHeaders> preflightFor(HttpMethod method, String... headerNames) {
		return (headers) -> {
			headers.set(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, method.name());
			if (headerNames.length > 0) {
				headers.set(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, String.join(",", headerNames));
			}
		};
	}

	/**
	 * Expect an answer with which a browser goes on: after a preflight with the actual
	 * request, after an actual request with the script.
	 * @return what looks at the answer, for {@code expectAll}
	 */
	public static CorsResponseExpectation corsAllowed() {
		return new CorsResponseExpectation(AnswerCheck.ALLOWED);
	}

	/**
	 * Expect an answer with which a browser does not go on.
	 * @return what looks at the answer, for {@code expectAll}
	 */
	public static CorsResponseExpectation corsRefused() {
		return new CorsResponseExpectation(AnswerCheck.REFUSED);
	}

}
