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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Picks the headers worth showing. Secrets are shown as present, never by value.
 */
final class RecordedHeaders {

	private static final int MAX_LENGTH = 512;

	private static final int MAX_HEADERS = 40;

	private static final List<String> OF_REQUESTS = List.of("origin", "access-control-request-method",
			"access-control-request-headers", "sec-fetch-site", "sec-fetch-mode", "content-type", "authorization",
			"cookie", "x-requested-with", "x-lab");

	/** What the connection needs, not the answer. */
	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "date", "keep-alive",
			"transfer-encoding");

	private static final Set<String> SECRETS = Set.of("authorization", "cookie", "set-cookie");

	private RecordedHeaders() {
	}

	static Map<String, List<String>> ofRequest(Function<String, List<String>> values) {
		Map<String, List<String>> picked = new LinkedHashMap<>();
		for (String name : OF_REQUESTS) {
			put(picked, name, values.apply(name));
		}
		return picked;
	}

	static Map<String, List<String>> ofResponse(Iterable<String> names, Function<String, List<String>> values) {
		Map<String, List<String>> picked = new TreeMap<>();
		for (String name : names) {
			String lowerCaseName = name.toLowerCase(Locale.ROOT);
			if (picked.size() < MAX_HEADERS && !OF_THE_CONNECTION.contains(lowerCaseName)) {
				put(picked, lowerCaseName, values.apply(name));
			}
		}
		return picked;
	}

	private static void put(Map<String, List<String>> picked, String name, List<String> values) {
		if (!values.isEmpty()) {
			picked.put(name, values.stream().map((value) -> readable(name, value)).toList());
		}
	}

	private static String readable(String name, String value) {
		if (SECRETS.contains(name)) {
			return "(present)";
		}
		return (value.length() <= MAX_LENGTH) ? value : value.substring(0, MAX_LENGTH) + "…";
	}

}
