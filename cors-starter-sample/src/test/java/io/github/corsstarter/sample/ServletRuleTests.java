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

package io.github.corsstarter.sample;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static io.github.corsstarter.test.CorsMockMvc.corsAllowed;
import static io.github.corsstarter.test.CorsMockMvc.corsPreflight;
import static io.github.corsstarter.test.CorsMockMvc.corsRefused;
import static io.github.corsstarter.test.CorsMockMvc.fromOrigin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The rules of the sample, tested as an application would test its own.
 */
@SpringBootTest(properties = "spring.main.web-application-type=servlet")
@AutoConfigureMockMvc
class ServletRuleTests {

	@Autowired
	private MockMvc mockMvc;

	@Test
	void theApplicationsMayChangeOrders() {
		assertThatCors(this.mockMvc).path("/restricted/orders/1")
			.from("https://app1.yourdomain.com")
			.withCredentials()
			.withBody("application/json", "{\"item\":\"Ink bottle\",\"quantity\":2}")
			.allows("PUT")
			.refuses("PATCH");
	}

	@Test
	void everyPageMayReadProductsWithoutCredentials() {
		assertThatCors(this.mockMvc).path("/public/products").from("https://www.example.org").allows("GET");
		assertThatCors(this.mockMvc).path("/public/products")
			.from("https://www.example.org")
			.withCredentials()
			.refuses("GET");
	}

	@Test
	void singleRequestsAreAnsweredForBrowsers() throws Exception {
		this.mockMvc
			.perform(corsPreflight(HttpMethod.PUT, "/restricted/orders/{id}", 1)
				.with(fromOrigin("https://app1.yourdomain.com")))
			.andExpect(corsAllowed().withCredentials());
		this.mockMvc.perform(get("/restricted/orders").with(fromOrigin("https://app3.yourdomain.com")))
			.andExpect(status().isForbidden())
			.andExpect(corsRefused());
	}

}
