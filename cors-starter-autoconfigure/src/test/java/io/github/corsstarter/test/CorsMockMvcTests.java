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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.github.corsstarter.test.CorsMockMvc.askingForHeaders;
import static io.github.corsstarter.test.CorsMockMvc.corsAllowed;
import static io.github.corsstarter.test.CorsMockMvc.corsPreflight;
import static io.github.corsstarter.test.CorsMockMvc.corsRefused;
import static io.github.corsstarter.test.CorsMockMvc.fromOrigin;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsMockMvc}.
 */
class CorsMockMvcTests {

	private static final RequestPostProcessor FROM_SHOP = fromOrigin(Shop.ORIGIN);

	private static ConfigurableApplicationContext context;

	private static MockMvc mockMvc;

	@BeforeAll
	static void start() {
		context = Shop.start(WebApplicationType.SERVLET);
		mockMvc = Shop.mockMvc(context);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void aPreflightIsAllowedOrNot() throws Exception {
		perform(corsPreflight(HttpMethod.PUT, "/api/{what}", "orders"), FROM_SHOP).andExpect(corsAllowed())
			.andExpect(corsAllowed().withCredentials());
		perform(corsPreflight(HttpMethod.PUT, "/api/orders"), FROM_SHOP,
				askingForHeaders("X-Request-Id", "content-type"))
			.andExpect(corsAllowed());
		perform(corsPreflight(HttpMethod.PUT, "/api/orders"), FROM_SHOP, askingForHeaders("x-other"))
			.andExpect(corsRefused());
		perform(corsPreflight(HttpMethod.DELETE, "/api/orders"), FROM_SHOP).andExpect(corsRefused());
		perform(corsPreflight(HttpMethod.GET, "/public/products"), FROM_SHOP, askingForHeaders("authorization"))
			.andExpect(corsAllowed())
			.andExpect(corsRefused().withCredentials());
	}

	@Test
	void anActualRequestIsAllowedOrNot() throws Exception {
		perform(MockMvcRequestBuilders.get("/api/orders"), FROM_SHOP).andExpect(corsAllowed().withCredentials());
		perform(MockMvcRequestBuilders.get("/api/orders"), fromOrigin("https://shop.example.org"))
			.andExpect(corsRefused());
		perform(MockMvcRequestBuilders.options("/api/orders"), FROM_SHOP).andExpect(corsAllowed());
	}

	@Test
	void theMessageSaysWhatTheConsoleSays() throws Exception {
		ResultActions refused = perform(corsPreflight(HttpMethod.DELETE, "/api/orders"), FROM_SHOP);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> refused.andExpect(corsAllowed()))
			.withMessageContainingAll("DELETE /api/orders", "the preflight is answered with 403",
					"No 'Access-Control-Allow-Origin' header");
		ResultActions allowed = perform(MockMvcRequestBuilders.get("/public/products"), FROM_SHOP);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> allowed.andExpect(corsRefused()))
			.withMessageContaining("Access-Control-Allow-Origin: *");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> allowed.andExpect(corsAllowed().withCredentials()))
			.withMessageContaining("must not be the wildcard '*'");
	}

	@Test
	void aRequestWithoutOriginIsNoCorsRequest() throws Exception {
		ResultActions result = perform(MockMvcRequestBuilders.get("/public/products"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> result.andExpect(corsRefused()))
			.withMessageContaining("fromOrigin(");
	}

	// The methods of the concrete builder are compiled in another way on another line
	private static ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request,
			RequestPostProcessor... processors) throws Exception {
		for (RequestPostProcessor processor : processors) {
			request.with(processor);
		}
		return mockMvc.perform(request);
	}

}
