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
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.FetchChecks;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import org.jspecify.annotations.Nullable;

/**
 * Judges one answer by the request that it belongs to.
 *
 * @param allowed whether a browser is expected to go on
 * @param credentials whether the script sends credentials
 */
record AnswerCheck(boolean allowed, boolean credentials) {

	/** No header with this value is safelisted. */
	private static final String NOT_SAFELISTED = "\"";

	static final AnswerCheck ALLOWED = new AnswerCheck(true, false);

	static final AnswerCheck REFUSED = new AnswerCheck(false, false);

	AnswerCheck withCredentials() {
		return new AnswerCheck(this.allowed, true);
	}

	/**
	 * Verify an answer.
	 * @param method the method of the request
	 * @param url its URL or path
	 * @param headers finds the first value of a header of the request
	 * @param answer the answer
	 * @throws AssertionError if it is not as expected
	 */
	void verify(String method, String url, Function<String, @Nullable String> headers, ServerAnswer answer) {
		String origin = headers.apply(HeaderNames.ORIGIN);
		if (origin == null) {
			throw new AssertionError(
					"The request has no Origin, so that it is not a CORS request: add fromOrigin(\"https://...\")");
		}
		String asked = headers.apply(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
		boolean preflight = method.equals(Methods.OPTIONS) && asked != null && !asked.isEmpty();
		ScriptRequest script = new ScriptRequest(origin, preflight ? String.valueOf(asked) : method, url,
				preflight ? requested(headers.apply(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS)) : List.of(),
				this.credentials);
		BrowserFailure failure = (preflight ? FetchChecks.preflight(script, answer)
				: FetchChecks.actual(script, answer))
			.failure();
		if ((failure == null) != this.allowed) {
			CorsServer.Request request = new CorsServer.Request(method, url, List.of(), null);
			Explanation explanation = new Explanation(new Fetched(script, request, answer, failure), null);
			throw new AssertionError(this.allowed ? explanation.ofRefusal() : explanation.ofPermission());
		}
	}

	// A preflight asks for no header whose value is safelisted
	private static List<Field> requested(@Nullable String names) {
		return Stream.of((names != null) ? names.split(",") : new String[0])
			.filter((name) -> !name.isBlank())
			.map((name) -> new Field(name.strip(), NOT_SAFELISTED))
			.toList();
	}

}
