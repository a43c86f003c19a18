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
package io.github.corsstarter.sample.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.FetchChecks;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.PreflightNeed;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.explain.ServerAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A request that both sides get.
 *
 * @param title what stands in the table
 * @param origin the origin of the page, or {@code null} for a client that is no browser
 * @param method the method
 * @param path the path
 * @param headers the headers that the script sets
 * @param credentials whether the script asks for credentials
 */
record Probe(String title, @Nullable String origin, String method, String path, List<Field> headers,
		boolean credentials) {

	static final String SHOP = "https://shop.example.com";

	static final String FOREIGN = "https://evil.example.net";

	private static final List<Field> JSON = List.of(new Field("Content-Type", "application/json"));

	static final Probe GET = new Probe("`GET` with cookies", SHOP, "GET", "/api/orders", List.of(), true);

	static final Probe PUT = new Probe("`PUT` of JSON with cookies", SHOP, "PUT", "/api/orders", JSON, true);

	static final Probe DELETE = new Probe("`DELETE` with a token", SHOP, "DELETE", "/api/orders",
			List.of(new Field("Authorization", "Bearer abc")), false);

	static final Probe PATCH = new Probe("`PATCH`, which is not listed", SHOP, "PATCH", "/api/orders", List.of(),
			false);

	static final Probe HEADER = new Probe("a header that is not listed", SHOP, "GET", "/api/orders",
			List.of(new Field("X-Tenant", "1")), false);

	static final Probe MISSING = new Probe("`GET` of what is missing (404)", SHOP, "GET", "/api/missing", List.of(),
			true);

	static final Probe FOREIGN_GET = new Probe("a foreign page: `GET` with cookies", FOREIGN, "GET", "/api/orders",
			List.of(), true);

	static final Probe FOREIGN_PUT = new Probe("a foreign page: `PUT` of JSON", FOREIGN, "PUT", "/api/orders", JSON,
			false);

	static final Probe LOOK_ALIKE = new Probe("a look-alike: `GET` with cookies", "https://example.com.evil.net", "GET",
			"/api/orders", List.of(), true);

	static final Probe SANDBOX = new Probe("a sandboxed frame: `GET` with cookies", "null", "GET", "/api/orders",
			List.of(), true);

	static final Probe NO_BROWSER = new Probe("no browser: `GET` without `Origin`", null, "GET", "/api/orders",
			List.of(), false);

	static final List<Probe> ALL = List.of(GET, PUT, DELETE, PATCH, HEADER, MISSING, FOREIGN_GET, FOREIGN_PUT,
			LOOK_ALIKE, SANDBOX, NO_BROWSER);

	/** Send the request as a browser does, and look at what came back as it does. */
	Outcome play(Answers server) {
		if (this.origin == null) {
			ServerAnswer answer = server.to(this.method, this.path, this.headers);
			return Outcome.of("answered", answer);
		}
		Field page = new Field("Origin", this.origin);
		ScriptRequest script = new ScriptRequest(this.origin, this.method, "http://127.0.0.1" + this.path, this.headers,
				this.credentials);
		PreflightNeed need = PreflightNeed.of(script);
		if (need.needed()) {
			List<Field> asks = new ArrayList<>(List.of(page, new Field("Access-Control-Request-Method", this.method)));
			if (!need.names().isEmpty()) {
				asks.add(new Field("Access-Control-Request-Headers", String.join(",", need.names())));
			}
			ServerAnswer answer = server.to("OPTIONS", this.path, asks);
			BrowserFailure failure = FetchChecks.preflight(script, answer).failure();
			if (failure != null) {
				return Outcome.of("blocked", answer);
			}
		}
		ServerAnswer answer = server.to(this.method, this.path,
				Stream.concat(this.headers.stream(), Stream.of(page)).toList());
		return Outcome.of((FetchChecks.actual(script, answer).failure() != null) ? "blocked" : "allowed", answer);
	}

	@Override
	public String toString() {
		return this.title;
	}

	/**
	 * What came of it.
	 *
	 * @param browser what a browser makes of it
	 * @param status the status of the last answer
	 * @param handler whether the handler ran
	 * @param vary whether the last answer says that it depends on the origin, or does not
	 */
	record Outcome(String browser, int status, boolean handler, boolean vary) {

		static Outcome of(String browser, ServerAnswer answer) {
			return new Outcome(browser, answer.status(), has(answer, "X-Handler", "ran"),
					has(answer, "Vary", "origin") || has(answer, "Access-Control-Allow-Origin", "*"));
		}

		private static boolean has(ServerAnswer answer, String name, String value) {
			return answer.headers()
				.stream()
				.anyMatch((field) -> field.name().equalsIgnoreCase(name)
						&& field.value().toLowerCase(java.util.Locale.ROOT).contains(value));
		}

		@Override
		public String toString() {
			return "%s, %d%s%s".formatted(this.browser, this.status, this.handler ? ", handler ran" : "",
					this.vary ? "" : ", no `Vary: Origin`");
		}

	}

}
