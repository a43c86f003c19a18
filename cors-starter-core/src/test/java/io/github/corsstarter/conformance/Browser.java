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

package io.github.corsstarter.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.fetch.Tokens;

/**
 * What a browser makes of an answer (Fetch, section 4.9 "CORS check" and 4.8
 * "CORS-preflight fetch"), written without the engine's own types for lists and names.
 *
 * @param request what was sent
 * @param credentials whether with credentials
 */
record Browser(CorsRequest request, boolean credentials) {

	private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

	boolean goesOn(CorsDecision decision) {
		Map<String, String> headers = decision.headers();
		if (!corsCheck(headers)) {
			return false;
		}
		String method = this.request.accessControlRequestMethod();
		boolean preflight = this.request.method().equals("OPTIONS") && this.request.origin() != null && method != null
				&& !method.isEmpty();
		return !preflight || (isOk(decision) && allowsMethod(headers, method) && allowsNames(headers));
	}

	private boolean corsCheck(Map<String, String> headers) {
		String allowed = headers.get("Access-Control-Allow-Origin");
		if (allowed == null) {
			return false;
		}
		if (!this.credentials && allowed.equals("*")) {
			return true;
		}
		return allowed.equals(this.request.origin())
				&& (!this.credentials || "true".equals(headers.get("Access-Control-Allow-Credentials")));
	}

	/** An answer that the application gives to a preflight grants nothing. */
	private static boolean isOk(CorsDecision decision) {
		return decision.status() >= 200 && decision.status() < 300;
	}

	private boolean allowsMethod(Map<String, String> headers, String method) {
		List<String> allowed = members(headers, "Access-Control-Allow-Methods");
		return allowed.stream().allMatch(Tokens::isToken) && (SAFELISTED.contains(method) || allowed.contains(method)
				|| (!this.credentials && allowed.contains("*")));
	}

	private boolean allowsNames(Map<String, String> headers) {
		List<String> allowed = members(headers, "Access-Control-Allow-Headers").stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.toList();
		String requested = this.request.accessControlRequestHeaders();
		return allowed.stream().allMatch(Tokens::isToken)
				&& split((requested != null) ? requested : "").map((name) -> name.toLowerCase(Locale.ROOT))
					.allMatch((name) -> allowed.contains(name)
							|| (!this.credentials && allowed.contains("*") && !name.equals("authorization")));
	}

	static List<String> members(Map<String, String> headers, String name) {
		return split(headers.getOrDefault(name, "")).toList();
	}

	private static Stream<String> split(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter((member) -> !member.isEmpty());
	}

}
