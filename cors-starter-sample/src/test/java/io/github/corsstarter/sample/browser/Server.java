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

package io.github.corsstarter.sample.browser;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The server that the browser model talks to.
 */
interface Server {

	Answer answer(Request request);

	/**
	 * A request on its way to the server.
	 *
	 * @param method the method
	 * @param uri the address
	 * @param headers all request headers, names in lower case
	 * @param body the body
	 * @param cookie whether the browser sends its cookie along
	 */
	record Request(String method, URI uri, Map<String, String> headers, @Nullable String body, boolean cookie) {

		@Nullable String header(String name) {
			return this.headers.get(name);
		}

		boolean isPreflight() {
			return this.method.equals("OPTIONS") && this.headers.containsKey("access-control-request-method");
		}

	}

	/**
	 * The answer of the server.
	 *
	 * @param status the status
	 * @param headers the response headers, names in lower case
	 */
	record Answer(int status, Map<String, String> headers) {

		Optional<String> header(String name) {
			return Optional.ofNullable(this.headers.get(name));
		}

		boolean isRedirect() {
			return this.status == 307 && this.headers.containsKey("location");
		}

	}

}
