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

package io.github.corsstarter.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An answer as it came over the wire.
 *
 * @param status the status
 * @param headers the values by names in lower case
 * @param body everything behind the headers, with its framing
 * @param raw everything
 */
record Response(int status, Map<String, List<String>> headers, String body, String raw) {

	private static final String END = "\r\n\r\n";

	static Response parse(String raw) {
		int end = raw.indexOf(END);
		if (end < 0) {
			throw new IllegalStateException("No complete answer: \"" + raw + "\"");
		}
		String[] lines = raw.substring(0, end).split("\r\n");
		Map<String, List<String>> headers = new TreeMap<>();
		for (int i = 1; i < lines.length; i++) {
			String[] parts = lines[i].split(":", 2);
			headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
				.add(parts[1].trim());
		}
		return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, raw.substring(end + END.length()), raw);
	}

	/** The values of all lines of a name. */
	List<String> lines(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	/** The value of the only line of a name, or {@code null}. */
	String header(String name) {
		List<String> lines = lines(name);
		return (lines.size() == 1) ? lines.get(0) : null;
	}

	/** All that CORS has written, a line for each value. */
	List<String> cors() {
		return this.headers.entrySet()
			.stream()
			.filter((header) -> header.getKey().startsWith("access-control-"))
			.flatMap((header) -> header.getValue().stream().map((value) -> header.getKey() + ": " + value))
			.toList();
	}

	/** The members of {@code Vary}. */
	List<String> vary() {
		return lines("Vary").stream().flatMap((line) -> Stream.of(line.split(","))).map(String::trim).toList();
	}

	/** Every byte, without what differs from one request to the next by itself. */
	String comparable() {
		String text = this.raw.replaceAll("(?i)\r\ndate: [^\r]*", "")
			.replaceAll("(JSESSIONID|SESSION)=[^;]*", "$1=")
			.replaceAll("(name=\"_csrf\"[^>]* value=\")[^\"]*", "$1")
			.replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "\"$1\":\"\"")
			.replaceAll("localhost:[0-9]+", "localhost");
		// the number of a request is part of errors on the reactive stack, and grows
		return text.contains("\"requestId\"") ? text.replaceAll("(?i)(content-length: )[0-9]+", "$1*") : text;
	}

	@Override
	public String toString() {
		return this.raw;
	}

}
