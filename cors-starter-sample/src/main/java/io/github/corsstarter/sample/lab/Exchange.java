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

package io.github.corsstarter.sample.lab;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request that reached the server and what it was answered.
 *
 * @param method the request method
 * @param host the host and port that the client named
 * @param path the path without the query
 * @param requestHeaders the request headers that matter to CORS, names in lower case
 * @param status the status, unset while there is no answer yet
 * @param responseHeaders the response headers, names in lower case
 */
public record Exchange(String method, String host, String path, Map<String, List<String>> requestHeaders,
		@Nullable Integer status, Map<String, List<String>> responseHeaders) {

	Exchange answeredWith(int newStatus, Map<String, List<String>> newResponseHeaders) {
		return new Exchange(this.method, this.host, this.path, this.requestHeaders, newStatus, newResponseHeaders);
	}

}
