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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.rule.CorsEvaluator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * An application behind {@link MockMvc}.
 */
final class MockMvcServer implements CorsServer {

	private final MockMvc mockMvc;

	MockMvcServer(MockMvc mockMvc) {
		this.mockMvc = mockMvc;
	}

	/** What explains the answers, if the application has the starter. */
	static @Nullable CorsEvaluator evaluator(MockMvc mockMvc) {
		WebApplicationContext context = mockMvc.getDispatcherServlet().getWebApplicationContext();
		return (context != null) ? context.getBeanProvider(CorsEvaluator.class).getIfAvailable() : null;
	}

	@Override
	public ServerAnswer answer(Request request) {
		try {
			return answer(this.mockMvc.perform(builder(request)).andReturn().getResponse());
		}
		catch (Exception ex) {
			throw new AssertionError("The application failed to answer %s %s: %s".formatted(request.method(),
					request.path(), ex.getMessage()), ex);
		}
	}

	// Only the methods of the abstract type have the same signature on every line
	private static AbstractMockHttpServletRequestBuilder<?> builder(Request request) {
		AbstractMockHttpServletRequestBuilder<?> builder = MockMvcRequestBuilders
			.request(HttpMethod.valueOf(request.method()), URI.create(request.path()));
		request.headers().forEach((field) -> builder.header(field.name(), field.value()));
		if (request.body() != null) {
			builder.content(request.body());
		}
		return builder;
	}

	static ServerAnswer answer(MockHttpServletResponse response) {
		List<Field> headers = new ArrayList<>();
		response.getHeaderNames()
			.forEach((name) -> response.getHeaders(name).forEach((value) -> headers.add(new Field(name, value))));
		return new ServerAnswer(response.getStatus(), headers);
	}

}
