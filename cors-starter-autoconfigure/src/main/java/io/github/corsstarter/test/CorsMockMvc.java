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

import io.github.corsstarter.fetch.HeaderNames;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Single requests and answers with {@code MockMvc}, for tests that look at more than what
 * {@link CorsAssertions} states.
 *
 * <pre class="code">
 * mockMvc.perform(corsPreflight(HttpMethod.PUT, "/api/orders/{id}", 1).with(fromOrigin("https://shop.example.com")))
 *     .andExpect(corsAllowed());
 *
 * mockMvc.perform(get("/api/orders").with(fromOrigin("https://shop.example.com")))
 *     .andExpect(status().isOk())
 *     .andExpect(corsAllowed().withCredentials());
 * </pre>
 */
public final class CorsMockMvc {

	private CorsMockMvc() {
	}

	/**
	 * Start a preflight, to be completed with {@link #fromOrigin}.
	 * @param method the method of the request that is to come
	 * @param uriTemplate the template of its URI
	 * @param uriVariables the values of the variables in the template
	 * @return a builder of the preflight
	 */
	public static MockHttpServletRequestBuilder corsPreflight(HttpMethod method, String uriTemplate,
			Object... uriVariables) {
		MockHttpServletRequestBuilder builder = MockMvcRequestBuilders.options(uriTemplate, uriVariables);
		// Only the methods of the abstract type have the same signature on every line
		((AbstractMockHttpServletRequestBuilder<?>) builder).header(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD,
				method.name());
		return builder;
	}

	/**
	 * Let a request, or a preflight, come from a page.
	 * @param origin the origin of the page
	 * @return what adds the {@code Origin}
	 */
	public static RequestPostProcessor fromOrigin(String origin) {
		return (request) -> {
			request.addHeader(HeaderNames.ORIGIN, origin);
			return request;
		};
	}

	/**
	 * Let a preflight ask for request headers.
	 * @param names the names of the headers, in any order and case
	 * @return what adds the {@code Access-Control-Request-Headers}
	 */
	public static RequestPostProcessor askingForHeaders(String... names) {
		return (request) -> {
			request.addHeader(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, String.join(",", names));
			return request;
		};
	}

	/**
	 * Expect an answer with which a browser goes on: after a preflight with the actual
	 * request, after an actual request with the script.
	 * @return what matches the answer
	 */
	public static CorsResultMatcher corsAllowed() {
		return new CorsResultMatcher(AnswerCheck.ALLOWED);
	}

	/**
	 * Expect an answer with which a browser does not go on.
	 * @return what matches the answer
	 */
	public static CorsResultMatcher corsRefused() {
		return new CorsResultMatcher(AnswerCheck.REFUSED);
	}

}
