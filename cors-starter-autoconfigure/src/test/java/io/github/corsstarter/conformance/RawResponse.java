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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One answer as it came over the wire, duplicates and order kept.
 *
 * @param status the status code, or {@link #DROPPED} if the connection ended without an
 * answer
 * @param headers the header lines
 * @param body the content, after removal of the chunked framing
 * @param headerBytes the size of the status line and the header lines
 */
record RawResponse(int status, List<Header> headers, byte[] body, int headerBytes) {

	static final int DROPPED = 0;

	static RawResponse dropped() {
		return new RawResponse(DROPPED, List.of(), new byte[0], 0);
	}

	/**
	 * The values of all lines of that name.
	 * @param name the field name, in any case
	 * @return the values in the order of their lines
	 */
	List<String> lines(String name) {
		return this.headers.stream().filter((header) -> header.isNamed(name)).map(Header::value).toList();
	}

	/**
	 * The only line of that name.
	 * @param name the field name, in any case
	 * @return the value, or {@code null} unless there is exactly one such line
	 */
	String line(String name) {
		List<String> lines = lines(name);
		return (lines.size() == 1) ? lines.get(0) : null;
	}

	/**
	 * The members of all lines of that name.
	 * @param name the field name of a list-based field
	 * @return the members in their order, without empty ones, in their own case
	 */
	List<String> members(String name) {
		return lines(name).stream().flatMap(RawResponse::split).toList();
	}

	static Stream<String> split(String list) {
		return Stream.of(list.split(",")).map(String::trim).filter((member) -> !member.isEmpty());
	}

	/**
	 * The names of all {@code Access-Control-*} lines.
	 * @return the names in lower case
	 */
	Set<String> corsHeaderNames() {
		Set<String> names = new TreeSet<>();
		for (Header header : this.headers) {
			String name = header.name().toLowerCase(Locale.ROOT);
			if (name.startsWith("access-control-")) {
				names.add(name);
			}
		}
		return names;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return (this.status == DROPPED) ? "no answer" : this.status + " " + this.headers;
	}

}
