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

package io.github.corsstarter.explain;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.origin.SerializedOrigin;

/**
 * Plays through what would happen if something were different.
 */
final class Rehearsal {

	private Rehearsal() {
	}

	/** Whether a browser lets a request pass under a policy. */
	static boolean passes(CorsPolicy policy, ScriptRequest script) {
		if (!isSent(script)) {
			return false;
		}
		PreflightNeed need = PreflightNeed.of(script);
		if (need.needed()) {
			CorsRequestBuilder preflight = request(Methods.OPTIONS, script)
				.header(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, Methods.normalize(script.method()));
			if (!need.names().isEmpty()) {
				preflight.header(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, String.join(",", need.names()));
			}
			if (!FetchChecks.preflight(script, answer(policy, preflight.build())).passed()) {
				return false;
			}
		}
		return FetchChecks.actual(script, answer(policy, request(script.method(), script).build())).passed();
	}

	/** Whether there is a browser that sends the request. */
	static boolean isSent(ScriptRequest script) {
		return !Methods.isForbidden(script.method())
				&& (script.origin().equals(SerializedOrigin.NULL) || SerializedOrigin.parse(script.origin()) != null);
	}

	/** Whether there can be a policy with a definition. */
	static boolean isPossible(CorsPolicyDefinition definition) {
		try {
			CorsPolicy.compile(definition);
			return true;
		}
		catch (InvalidCorsPolicyException ex) {
			return false;
		}
	}

	private static CorsRequestBuilder request(String method, ScriptRequest script) {
		return CorsRequest.builder(method).header(HeaderNames.ORIGIN, script.origin());
	}

	private static ServerAnswer answer(CorsPolicy policy, CorsRequest request) {
		return AnswerView.answer(policy.decide(request));
	}

}
