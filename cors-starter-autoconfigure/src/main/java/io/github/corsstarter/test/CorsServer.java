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

import java.util.List;

import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A server that a {@link CorsAssert} sends requests to, as a browser would. Implement it
 * to ask an application through another client than those that {@link CorsAssertions}
 * knows.
 */
@FunctionalInterface
public interface CorsServer {

	/**
	 * Send a request, and wait for the status and the header of the answer. A redirect is
	 * an answer; it is not followed.
	 * @param request the request
	 * @return the answer
	 */
	ServerAnswer answer(Request request);

	/**
	 * A request as a browser sends it, {@code Origin} and the fields of a preflight
	 * included.
	 *
	 * @param method the method
	 * @param path the path, with its query if it has one
	 * @param headers the fields; no name stands twice
	 * @param body the body, or {@code null} if there is none
	 */
	record Request(String method, String path, List<Field> headers, @Nullable String body) {

		/**
		 * Create a request.
		 */
		public Request {
			headers = List.copyOf(headers);
		}

	}

}
