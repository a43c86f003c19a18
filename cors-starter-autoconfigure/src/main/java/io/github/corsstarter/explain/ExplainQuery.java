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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about: a request as a script would make it, or a client that is no
 * browser.
 *
 * @param target the path and the query
 * @param origin the value of {@code Origin}, or {@code null} for a request without one
 * @param method the method
 * @param headers the headers
 * @param credentials whether the script asks for credentials
 * @param server the origin of the server, or {@code null} if it is not known
 * @param read the response headers that the script wants to read
 * @param notes what was assumed
 */
public record ExplainQuery(RequestTarget target, @Nullable String origin, String method, List<Field> headers,
		boolean credentials, @Nullable SerializedOrigin server, List<String> read, List<String> notes) {

	static final int MAX_ORIGIN_LENGTH = 8192;

	static final int MAX_METHOD_LENGTH = 128;

	static final int MAX_SERVER_LENGTH = 512;

	/**
	 * Create a query.
	 */
	public ExplainQuery {
		headers = List.copyOf(headers);
		read = List.copyOf(read);
		notes = List.copyOf(notes);
	}

	/**
	 * Read the parameters of a question. Those that are empty are taken as absent.
	 * @param path the path of the request, a query may follow
	 * @param origin the origin of the page; absent for a request without {@code Origin}
	 * @param method the method; absent for {@code GET}
	 * @param headers the headers, see {@link HeaderParameter}
	 * @param credentials whether the script asks for credentials; absent for
	 * {@code false}
	 * @param server the origin of the server; absent if it is not known
	 * @param read the names of the response headers that the script wants to read
	 * @return the query
	 * @throws InvalidExplainQueryException if a parameter is wrong
	 */
	public static ExplainQuery of(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String credentials, @Nullable String server, @Nullable String read) {
		List<String> notes = new ArrayList<>();
		RequestTarget target = RequestTarget.parse(path, notes);
		String normalized = method(method, notes);
		List<Field> fields = HeaderParameter.parse("headers", headers, notes);
		return new ExplainQuery(target, origin(origin, notes), normalized, fields, credentials(credentials),
				server(server, notes), names(read), notes);
	}

	private static String method(@Nullable String value, List<String> notes) {
		if (value == null || value.isEmpty()) {
			return Methods.GET;
		}
		if (value.length() > MAX_METHOD_LENGTH || !Tokens.isToken(value)) {
			throw new InvalidExplainQueryException("method",
					"A method has letters, digits and a few signs, and at most " + MAX_METHOD_LENGTH + " of them: "
							+ Printable.of(value));
		}
		String method = Methods.normalize(value);
		if (!method.equals(value)) {
			notes.add("Browsers send " + value + " as " + method + ".");
		}
		return method;
	}

	private static @Nullable String origin(@Nullable String value, List<String> notes) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		if (value.length() > MAX_ORIGIN_LENGTH || !SafelistedHeaders.isSendable(value)) {
			throw new InvalidExplainQueryException("origin", "The value of a header has no control characters, and this"
					+ " one at most " + MAX_ORIGIN_LENGTH + " characters: " + Printable.of(value));
		}
		if (!value.equals(SerializedOrigin.NULL) && SerializedOrigin.parse(value) == null) {
			notes.add("No browser sends this origin; a client that does gets the answer below.");
		}
		return value;
	}

	private static boolean credentials(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return false;
		}
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new InvalidExplainQueryException("credentials",
					"Credentials are asked for or not, true or false: " + Printable.of(value));
		};
	}

	private static @Nullable SerializedOrigin server(@Nullable String value, List<String> notes) {
		if (value == null || value.isEmpty()) {
			notes.add(
					"The origin of the server is not known; name it with the parameter server to see whether the request"
							+ " is one to the same origin.");
			return null;
		}
		String origin = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
		SerializedOrigin server = (value.length() <= MAX_SERVER_LENGTH) ? SerializedOrigin.parse(origin) : null;
		if (server == null || !(server.scheme().equals("http") || server.scheme().equals("https"))) {
			throw new InvalidExplainQueryException("server",
					"The server is named by scheme, host and port, for instance https://api.example.com: "
							+ Printable.of(value));
		}
		return server;
	}

	private static List<String> names(@Nullable String value) {
		return HeaderParameter.parse("read", value, new ArrayList<>()).stream().map(Field::name).toList();
	}

	/** The headers that the script sets. */
	List<Field> scriptHeaders() {
		return this.headers.stream().filter((field) -> !HeaderNames.isForbiddenRequestHeader(field.name())).toList();
	}

	/** The headers that no script can set: the client itself adds them. */
	List<Field> clientHeaders() {
		return this.headers.stream().filter((field) -> HeaderNames.isForbiddenRequestHeader(field.name())).toList();
	}

	/** The lines of a header, joined, null if there is none. */
	@Nullable String header(String name) {
		List<String> lines = this.headers.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(Field::value)
			.toList();
		return lines.isEmpty() ? null : String.join(", ", lines);
	}

}
