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

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * What the endpoint answers over HTTP: JSON, and a page to clients that accept HTML. The
 * page has no data in it: it asks for the JSON itself.
 */
@EndpointWebExtension(endpoint = CorsEndpoint.class)
public class CorsEndpointWebExtension {

	private final CorsEndpoint endpoint;

	private final String page;

	/**
	 * Create an extension.
	 * @param endpoint what knows the answer
	 */
	public CorsEndpointWebExtension(CorsEndpoint endpoint) {
		this.endpoint = endpoint;
		this.page = ConsolePage.load();
	}

	/**
	 * All rules.
	 * @param format the form of the answer
	 * @return the rules as JSON, or the page
	 */
	@ReadOperation(producesFrom = CorsFormat.class)
	public WebEndpointResponse<Object> cors(CorsFormat format) {
		return new WebEndpointResponse<>((format == CorsFormat.HTML) ? this.page : this.endpoint.cors(), format);
	}

}
