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

import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.ExplainQuery;
import io.github.corsstarter.explain.InvalidExplainQueryException;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * Explains what a request would get and why. Read-only, and a dry run.
 */
@Endpoint(id = "corsexplain")
public class CorsExplainEndpoint {

	private final CorsExplainer explainer;

	/**
	 * Create an endpoint.
	 * @param explainer what explains
	 */
	public CorsExplainEndpoint(CorsExplainer explainer) {
		this.explainer = explainer;
	}

	/**
	 * Explain a request.
	 * @param path the path, which is needed; a query may follow
	 * @param origin the origin of the page; without it, a request without {@code Origin}
	 * @param method the method; without it, {@code GET}
	 * @param headers the headers that the script sets, {@code Name} or
	 * {@code Name: value}, separated by commas or one a line; without it, none
	 * @param credentials whether the script asks for credentials, {@code true} or
	 * {@code false}; without it, {@code false}
	 * @param server the origin of the server; without it, it is not known
	 * @param read the names of the response headers that the script wants to read
	 * @return the explanation
	 */
	@ReadOperation
	public ExplanationDescriptor explain(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String credentials, @Nullable String server, @Nullable String read) {
		try {
			return tryToExplain(path, origin, method, headers, credentials, server, read);
		}
		catch (InvalidExplainQueryException ex) {
			throw new InvalidEndpointRequestException(ex.getMessage(), ex.getMessage());
		}
	}

	ExplanationDescriptor tryToExplain(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String credentials, @Nullable String server, @Nullable String read) {
		return ExplanationDescriptor
			.of(this.explainer.explain(ExplainQuery.of(path, origin, method, headers, credentials, server, read)));
	}

}
