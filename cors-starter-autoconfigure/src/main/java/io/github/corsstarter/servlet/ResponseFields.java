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

package io.github.corsstarter.servlet;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsDecision.FieldWriter;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.VaryField;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Writes the fields of a decision into a response, with as few calls as possible: each
 * costs the server more than the decision.
 */
final class ResponseFields {

	private static final FieldWriter<HttpServletResponse> SETTER = new Setter();

	private ResponseFields() {
	}

	static void write(CorsDecision decision, HttpServletResponse response) {
		if (response.containsHeader(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN)) {
			removeForeign(response);
		}
		String vary = decision.varyValue();
		if (vary != null) {
			response.setHeader(HeaderNames.VARY, response.containsHeader(HeaderNames.VARY)
					? merged(response.getHeaders(HeaderNames.VARY), decision) : vary);
		}
		decision.forEachHeader(response, SETTER);
	}

	/** The value of {@code Vary} that says what some lines and a decision say. */
	static String merged(Collection<String> lines, CorsDecision decision) {
		return VaryField.merge(lines, decision.vary());
	}

	/** Remove what another layer of CORS wrote that runs before this one. */
	private static void removeForeign(HttpServletResponse response) {
		for (String name : List.copyOf(response.getHeaderNames())) {
			if (HeaderNames.isAccessControl(name)) {
				response.setHeader(name, null);
				if (response.containsHeader(name)) {
					// nothing removes a field before Servlet 6.1; an empty one grants
					// nothing
					response.setHeader(name, "");
				}
			}
		}
	}

	/** No lambda, since one would be linked on the first request. */
	private static final class Setter implements FieldWriter<HttpServletResponse> {

		@Override
		public void write(HttpServletResponse response, String name, String value) {
			response.setHeader(name, value);
		}

	}

}
