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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a script asks for.
 *
 * @param client {@code fetch}, {@code xhr} or {@code axios}
 * @param method the method
 * @param path the path
 * @param headers the headers that the script sets
 * @param body the body
 * @param credentials the credentials mode
 */
record PageRequest(String client, String method, String path, Map<String, String> headers, @Nullable String body,
		Credentials credentials) {

	static PageRequest of(String method, String path) {
		return new PageRequest("fetch", method, path, Map.of(), null, Credentials.SAME_ORIGIN);
	}

	PageRequest with(String client) {
		return new PageRequest(client, this.method, this.path, this.headers, this.body, this.credentials);
	}

	PageRequest with(Credentials credentials) {
		return new PageRequest(this.client, this.method, this.path, this.headers, this.body, credentials);
	}

	PageRequest header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new PageRequest(this.client, this.method, this.path, headers, this.body, this.credentials);
	}

	PageRequest body(String type, String content) {
		PageRequest typed = header("Content-Type", type);
		return new PageRequest(this.client, this.method, this.path, typed.headers, content, this.credentials);
	}

	/**
	 * Return the address to send the request to.
	 * @param base the origin of the API
	 * @param id the identifier for the server's log
	 * @return the whole address
	 */
	URI uri(String base, String id) {
		return URI.create(base + this.path + (this.path.contains("?") ? "&" : "?") + "lab=" + id);
	}

	/**
	 * Return the request as the page's client code takes it.
	 * @param url the whole address
	 * @return the request
	 */
	Map<String, Object> toScript(String url) {
		List<List<String>> lines = new ArrayList<>();
		this.headers.forEach((name, value) -> lines.add(List.of(name, value)));
		return Map.of("url", url, "method", this.method, "headers", lines, "body", (this.body != null) ? this.body : "",
				"credentials", this.credentials.toString());
	}

	@Override
	public String toString() {
		String with = this.headers.isEmpty() ? "" : " with " + String.join(", ", this.headers.keySet());
		return "%s %s%s, %s, credentials %s".formatted(this.method, this.path, with, this.client, this.credentials);
	}

	enum Credentials {

		OMIT("omit"), SAME_ORIGIN("same-origin"), INCLUDE("include");

		private final String mode;

		Credentials(String mode) {
			this.mode = mode;
		}

		static Credentials of(String mode) {
			return Stream.of(values()).filter((value) -> value.mode.equals(mode)).findFirst().orElseThrow();
		}

		@Override
		public String toString() {
			return this.mode;
		}

	}

}
