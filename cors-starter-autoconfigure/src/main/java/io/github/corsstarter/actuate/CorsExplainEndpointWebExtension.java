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

package io.github.corsstarter.actuate;

import io.github.corsstarter.explain.InvalidExplainQueryException;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.lang.Nullable;

/**
 * What the endpoint answers over HTTP: a question that cannot be asked gets status 400
 * and a body that says why, which Spring Boot's own error answer does not.
 */
@EndpointWebExtension(endpoint = CorsExplainEndpoint.class)
public class CorsExplainEndpointWebExtension {

	private final CorsExplainEndpoint endpoint;

	/**
	 * Create an extension.
	 * @param endpoint what explains
	 */
	public CorsExplainEndpointWebExtension(CorsExplainEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Explain a request, see {@link CorsExplainEndpoint#explain}.
	 * @param path the path
	 * @param origin the origin of the page
	 * @param method the method
	 * @param headers the headers that the script sets
	 * @param credentials whether the script asks for credentials
	 * @param server the origin of the server
	 * @param read the names of the response headers that the script wants to read
	 * @return the explanation, or what is wrong with the question
	 */
	@ReadOperation
	public WebEndpointResponse<Object> explain(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String credentials, @Nullable String server, @Nullable String read) {
		try {
			return new WebEndpointResponse<>(
					this.endpoint.tryToExplain(path, origin, method, headers, credentials, server, read));
		}
		catch (InvalidExplainQueryException ex) {
			return new WebEndpointResponse<>(new BadQuestion(ex.parameter(), String.valueOf(ex.getMessage())),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

	/**
	 * What is wrong with a question.
	 *
	 * @param parameter the parameter
	 * @param message what is wrong with it
	 */
	public record BadQuestion(String parameter, String message) implements OperationResponseBody {

	}

}
