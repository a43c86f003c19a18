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

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.explain.FailureKind;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;

/**
 * A request that fails because of an answer that the starter never gives.
 *
 * @param title what is wrong
 * @param request the request
 * @param preflight the answer to the preflight
 * @param actual the answer to the request
 * @param kind what the browser misses
 */
record ForeignCase(String title, PageRequest request, ServerAnswer preflight, ServerAnswer actual, FailureKind kind) {

	static final Page PAGE = Page.at("https://app1.yourdomain.com");

	private static final Field ORIGIN = allowOrigin(PAGE.origin());

	private static final Field CREDENTIALS = new Field("Access-Control-Allow-Credentials", "true");

	private static final Field METHODS = new Field("Access-Control-Allow-Methods", "PUT");

	private static final PageRequest READ = PageRequest.of("GET", "/foreign");

	private static final PageRequest CHANGE = PageRequest.of("PUT", "/foreign");

	private static final PageRequest NAMED = READ.header("X-Request-Id", "1");

	static Stream<ForeignCase> all() {
		return Stream.of(corsChecks(), credentials(), preflights())
			.flatMap((cases) -> cases)
			.flatMap((each) -> Stream.of(each, each.with("xhr")));
	}

	private static Stream<ForeignCase> corsChecks() {
		return Stream
			.of(corsCheck("no line", FailureKind.MISSING_ALLOW_ORIGIN),
					corsCheck("two equal lines", FailureKind.SEVERAL_ALLOW_ORIGIN_LINES, ORIGIN, ORIGIN),
					corsCheck("* and an origin", FailureKind.SEVERAL_ALLOW_ORIGIN_LINES, allowOrigin("*"), ORIGIN),
					corsCheck("a list", FailureKind.ALLOW_ORIGIN_LIST,
							allowOrigin("https://a.example.com, https://b.example.com")),
					corsCheck("a list with spaces", FailureKind.ALLOW_ORIGIN_LIST,
							allowOrigin("https://a.example.com https://b.example.com")),
					corsCheck("no value", FailureKind.INVALID_ALLOW_ORIGIN, allowOrigin("")),
					corsCheck("no scheme", FailureKind.INVALID_ALLOW_ORIGIN, allowOrigin("app1.yourdomain.com")),
					corsCheck("a port that is none", FailureKind.INVALID_ALLOW_ORIGIN,
							allowOrigin("http://localhost:*")),
					corsCheck("a placeholder", FailureKind.INVALID_ALLOW_ORIGIN, allowOrigin("${ORIGIN}")),
					corsCheck("another origin", FailureKind.OTHER_ALLOW_ORIGIN,
							allowOrigin("https://app2.yourdomain.com")),
					corsCheck("a slash at the end", FailureKind.OTHER_ALLOW_ORIGIN, allowOrigin(PAGE.origin() + "/")),
					corsCheck("upper case", FailureKind.OTHER_ALLOW_ORIGIN, allowOrigin("https://APP1.yourdomain.com")),
					corsCheck("a pattern", FailureKind.OTHER_ALLOW_ORIGIN, allowOrigin("https://*.yourdomain.com")),
					corsCheck("a host with port, which is a URL", FailureKind.OTHER_ALLOW_ORIGIN,
							allowOrigin("localhost:3000")),
					corsCheck("null", FailureKind.OTHER_ALLOW_ORIGIN, allowOrigin("null")))
			.flatMap((each) -> Stream.of(each, each.atThePreflight()));
	}

	private static Stream<ForeignCase> credentials() {
		return Stream
			.of(corsCheck("*", FailureKind.WILDCARD_WITH_CREDENTIALS, allowOrigin("*"), CREDENTIALS),
					corsCheck("no permission", FailureKind.CREDENTIALS_NOT_ALLOWED, ORIGIN),
					corsCheck("True", FailureKind.CREDENTIALS_NOT_ALLOWED, ORIGIN, allowCredentials("True")),
					corsCheck("false", FailureKind.CREDENTIALS_NOT_ALLOWED, ORIGIN, allowCredentials("false")),
					corsCheck("two lines", FailureKind.CREDENTIALS_NOT_ALLOWED, ORIGIN, CREDENTIALS, CREDENTIALS))
			.map((each) -> each.with(each.request.with(Credentials.INCLUDE)))
			.flatMap((each) -> Stream.of(each, each.atThePreflight()));
	}

	// Of several headers that are missing the browser names whichever comes first in its
	// hash
	// table: so there is never more than one
	private static Stream<ForeignCase> preflights() {
		Field elsewhere = new Field("Location", "/elsewhere");
		return Stream.of(
				preflight("a redirect", FailureKind.PREFLIGHT_REDIRECT, CHANGE, 302, ORIGIN, METHODS, elsewhere),
				preflight("a redirect for good", FailureKind.PREFLIGHT_REDIRECT, CHANGE, 308, elsewhere),
				preflight("status 403", FailureKind.PREFLIGHT_STATUS, CHANGE, 403, ORIGIN, METHODS),
				preflight("status 500", FailureKind.PREFLIGHT_STATUS, CHANGE, 500, ORIGIN, METHODS),
				preflight("status 302 to nowhere", FailureKind.PREFLIGHT_STATUS, CHANGE, 302, ORIGIN, METHODS),
				preflight("methods that are no list", FailureKind.METHODS_NOT_A_LIST, CHANGE, 204, ORIGIN,
						new Field("Access-Control-Allow-Methods", "GET PUT")),
				preflight("headers that are no list", FailureKind.HEADERS_NOT_A_LIST, NAMED, 204, ORIGIN,
						allowHeaders("X-Request-Id: any")),
				preflight("no methods", FailureKind.METHOD_NOT_ALLOWED, CHANGE, 204, ORIGIN),
				preflight("other methods", FailureKind.METHOD_NOT_ALLOWED, PageRequest.of("DELETE", "/foreign"), 204,
						ORIGIN, METHODS),
				preflight("a method in another case", FailureKind.METHOD_NOT_ALLOWED,
						PageRequest.of("patch", "/foreign"), 204, ORIGIN,
						new Field("Access-Control-Allow-Methods", "PATCH")),
				preflight("* as method, with credentials", FailureKind.METHOD_NOT_ALLOWED,
						CHANGE.with(Credentials.INCLUDE), 204, ORIGIN, CREDENTIALS,
						new Field("Access-Control-Allow-Methods", "*")),
				preflight("no headers", FailureKind.HEADER_NOT_ALLOWED, NAMED, 204, ORIGIN),
				preflight("one of two headers", FailureKind.HEADER_NOT_ALLOWED,
						NAMED.header("Authorization", "Bearer demo"), 204, ORIGIN, allowHeaders("X-Request-Id")),
				preflight("* as header, with credentials", FailureKind.HEADER_NOT_ALLOWED,
						NAMED.with(Credentials.INCLUDE), 204, ORIGIN, CREDENTIALS, allowHeaders("*")));
	}

	private static ForeignCase corsCheck(String title, FailureKind kind, Field... headers) {
		return new ForeignCase(title, READ, new ServerAnswer(204, List.of(ORIGIN, METHODS)),
				new ServerAnswer(200, List.of(headers)), kind);
	}

	private ForeignCase atThePreflight() {
		return new ForeignCase(this.title + " at the preflight", CHANGE.with(this.request.credentials()),
				new ServerAnswer(204, this.actual.headers()), this.actual, this.kind);
	}

	private static ForeignCase preflight(String title, FailureKind kind, PageRequest request, int status,
			Field... headers) {
		return new ForeignCase(title, request, new ServerAnswer(status, List.of(headers)),
				new ServerAnswer(200, List.of(ORIGIN, CREDENTIALS)), kind);
	}

	private static Field allowOrigin(String value) {
		return new Field("Access-Control-Allow-Origin", value);
	}

	private static Field allowCredentials(String value) {
		return new Field("Access-Control-Allow-Credentials", value);
	}

	private static Field allowHeaders(String value) {
		return new Field("Access-Control-Allow-Headers", value);
	}

	private ForeignCase with(PageRequest request) {
		return new ForeignCase(this.title, request, this.preflight, this.actual, this.kind);
	}

	private ForeignCase with(String client) {
		return with(this.request.with(client));
	}

	@Override
	public String toString() {
		return this.title + ", " + this.request.client();
	}

}
