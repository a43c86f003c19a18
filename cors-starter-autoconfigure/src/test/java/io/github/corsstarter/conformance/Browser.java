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

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides as a browser does, by nothing but the request it sent and the answer it got.
 *
 * @param method the method of the request
 * @param headers the header lines of the request
 * @param credentials whether the request is made with credentials
 */
record Browser(String method, List<Header> headers, boolean credentials) {

	private static final Set<String> SAFELISTED_METHODS = Set.of("GET", "HEAD", "POST");

	private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

	/**
	 * Whether the browser goes on: sends the request after this answer to its preflight,
	 * or shows this answer to the script.
	 * @param response the answer
	 * @return whether it goes on
	 */
	boolean goesOn(RawResponse response) {
		return passesCorsCheck(response) && (!isPreflight() || passesPreflight(response));
	}

	String origin() {
		return first("Origin");
	}

	boolean isPreflight() {
		String requestMethod = first("Access-Control-Request-Method");
		return this.method.equals("OPTIONS") && origin() != null && requestMethod != null && !requestMethod.isEmpty();
	}

	private boolean passesCorsCheck(RawResponse response) {
		String allowed = response.line("Access-Control-Allow-Origin");
		if (allowed == null) {
			return false;
		}
		if (!this.credentials && allowed.equals("*")) {
			return true;
		}
		return allowed.equals(origin())
				&& (!this.credentials || "true".equals(response.line("Access-Control-Allow-Credentials")));
	}

	private boolean passesPreflight(RawResponse response) {
		List<String> methods = response.members("Access-Control-Allow-Methods");
		List<String> names = response.members("Access-Control-Allow-Headers");
		return response.status() >= 200 && response.status() <= 299 && areTokens(methods) && areTokens(names)
				&& allowsMethod(methods) && allowsNames(names);
	}

	private boolean allowsMethod(List<String> methods) {
		String requested = first("Access-Control-Request-Method");
		return SAFELISTED_METHODS.contains(requested) || methods.contains(requested)
				|| (!this.credentials && methods.contains("*"));
	}

	private boolean allowsNames(List<String> names) {
		Set<String> allowed = names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
		boolean any = !this.credentials && allowed.contains("*");
		return this.headers.stream()
			.filter((header) -> header.isNamed("Access-Control-Request-Headers"))
			.flatMap((header) -> RawResponse.split(header.value()))
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.allMatch((name) -> allowed.contains(name) || (any && !name.equals("authorization")));
	}

	static boolean areTokens(List<String> members) {
		return members.stream().allMatch((member) -> member.matches(TOKEN));
	}

	private String first(String name) {
		return this.headers.stream()
			.filter((header) -> header.isNamed(name))
			.map(Header::value)
			.findFirst()
			.orElse(null);
	}

}
