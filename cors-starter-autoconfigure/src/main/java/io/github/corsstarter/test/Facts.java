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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.explain.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a script asks a browser for, but for the method.
 *
 * @param path the path
 * @param origin the origin of the page
 * @param headers the headers that the script sets
 * @param body the body
 * @param credentials whether the script sends credentials
 */
record Facts(@Nullable String path, @Nullable String origin, Map<String, String> headers, @Nullable String body,
		boolean credentials) {

	static final Facts NONE = new Facts(null, null, Map.of(), null, false);

	Facts path(String path) {
		return new Facts(path, this.origin, this.headers, this.body, this.credentials);
	}

	Facts origin(String origin) {
		return new Facts(this.path, origin, this.headers, this.body, this.credentials);
	}

	Facts header(String name, String value) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.headers);
		headers.put(name, value);
		return new Facts(this.path, this.origin, Collections.unmodifiableMap(headers), this.body, this.credentials);
	}

	Facts body(String contentType, String body) {
		Facts typed = header("Content-Type", contentType);
		return new Facts(this.path, this.origin, typed.headers, body, this.credentials);
	}

	Facts withCredentials() {
		return new Facts(this.path, this.origin, this.headers, this.body, true);
	}

	List<Field> fields() {
		return this.headers.entrySet().stream().map((header) -> new Field(header.getKey(), header.getValue())).toList();
	}

	String requiredPath() {
		if (this.path == null) {
			throw new IllegalStateException("Say where the request goes: path(\"/api/orders\")");
		}
		return this.path;
	}

	String requiredOrigin() {
		if (this.origin == null) {
			throw new IllegalStateException("Say where the page is: from(\"https://shop.example.com\")");
		}
		return this.origin;
	}

}
