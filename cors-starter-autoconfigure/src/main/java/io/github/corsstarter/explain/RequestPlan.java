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

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.explain.CorsExplanation.Message;
import io.github.corsstarter.explain.CorsExplanation.Reason;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a browser sends for what a script asks for.
 */
final class RequestPlan {

	/** A value that makes any header one that is not safelisted. */
	private static final String UNSAFE_VALUE = "()";

	private static final String COOKIE = "Cookie";

	private final ExplainQuery query;

	private final String url;

	private final @Nullable String origin;

	/** The method in the preflight that was asked about, null if it was about another. */
	private final @Nullable String preflightMethod;

	private final ScriptRequest script;

	private final PreflightNeed need;

	RequestPlan(ExplainQuery query, String url) {
		this.query = query;
		this.url = url;
		this.origin = (query.origin() != null) ? query.origin() : query.header(HeaderNames.ORIGIN);
		String method = query.header(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
		boolean preflight = this.origin != null && query.method().equals(Methods.OPTIONS) && method != null
				&& !method.isBlank();
		this.preflightMethod = preflight ? method : null;
		this.script = new ScriptRequest((this.origin != null) ? this.origin : SerializedOrigin.NULL,
				(this.preflightMethod != null) ? this.preflightMethod : query.method(), url,
				(this.preflightMethod != null) ? requestedHeaders(query) : query.scriptHeaders(), query.credentials());
		this.need = findNeed();
	}

	private PreflightNeed findNeed() {
		if (this.preflightMethod != null) {
			return new PreflightNeed(
					List.of(new Reason("method", Printable.of(this.preflightMethod),
							"What was asked about is a preflight itself.",
							"https://fetch.spec.whatwg.org/#cors-preflight-request")),
					PreflightNeed.of(this.script).names());
		}
		boolean none = this.origin == null || isSameOrigin();
		return none ? new PreflightNeed(List.of(), List.of()) : PreflightNeed.of(this.script);
	}

	private static List<Field> requestedHeaders(ExplainQuery query) {
		List<Field> fields = new ArrayList<>();
		String names = query.header(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
		for (String name : (names != null) ? names.split(",") : new String[0]) {
			if (Tokens.isToken(name.strip())) {
				fields.add(new Field(name.strip(), UNSAFE_VALUE));
			}
		}
		return fields;
	}

	@Nullable String origin() {
		return this.origin;
	}

	ScriptRequest script() {
		return this.script;
	}

	PreflightNeed need() {
		return this.need;
	}

	/** Whether what was asked about is a preflight. */
	boolean isPreflight() {
		return this.preflightMethod != null;
	}

	/** Whether page and server have the same origin, so that a browser checks nothing. */
	boolean isSameOrigin() {
		String site = this.query.header(HeaderNames.SEC_FETCH_SITE);
		SerializedOrigin server = this.query.server();
		return "same-origin".equals(site) || "none".equals(site)
				|| (server != null && server.toString().equals(this.origin));
	}

	/** The preflight: that which was asked about, or that which a browser makes. */
	Message preflight() {
		List<Field> fields = new ArrayList<>();
		if (this.preflightMethod != null) {
			addOrigin(fields, this.query.origin());
			fields.addAll(this.query.headers());
			return message(Methods.OPTIONS, fields);
		}
		fields.add(new Field("Accept", "*/*"));
		fields.add(new Field(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, this.script.method()));
		if (!this.need.names().isEmpty()) {
			fields.add(new Field(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, String.join(",", this.need.names())));
		}
		addOrigin(fields, this.query.origin());
		addUnlessGiven(fields, "Sec-Fetch-Mode", "cors");
		addUnlessGiven(fields, "Sec-Fetch-Dest", "empty");
		this.query.clientHeaders()
			.stream()
			.filter((field) -> !field.name().equalsIgnoreCase(COOKIE) && !HeaderNames.isAccessControl(field.name()))
			.forEach(fields::add);
		return message(Methods.OPTIONS, fields);
	}

	/** The request itself; after a preflight that was asked about, the one it is for. */
	Message actual() {
		List<Field> fields = new ArrayList<>();
		if (this.preflightMethod == null) {
			addOrigin(fields, this.query.origin());
			fields.addAll(this.query.headers());
			return message(this.query.method(), fields);
		}
		addOrigin(fields, this.origin);
		this.query.headers()
			.stream()
			.filter((field) -> !field.name().equalsIgnoreCase(HeaderNames.ORIGIN)
					&& !HeaderNames.isAccessControl(field.name()))
			.forEach(fields::add);
		this.script.headers().forEach((field) -> fields.add(new Field(field.name(), "value")));
		return message(this.preflightMethod, fields);
	}

	private static void addOrigin(List<Field> fields, @Nullable String origin) {
		if (origin != null) {
			fields.add(new Field(HeaderNames.ORIGIN, origin));
		}
	}

	/** The facts about a request that the starter looks at. */
	CorsRequest facts(Message message) {
		CorsRequestBuilder builder = CorsRequest.builder(message.method());
		message.headers().forEach((field) -> builder.header(field.name(), field.value()));
		SerializedOrigin server = this.query.server();
		if (server != null) {
			builder.ownOrigin(server.scheme(), server.host(), server.port());
		}
		return builder.build();
	}

	private void addUnlessGiven(List<Field> fields, String name, String value) {
		if (this.query.header(name) == null) {
			fields.add(new Field(name, value));
		}
	}

	private Message message(String method, List<Field> fields) {
		return new Message(method, this.url, fields);
	}

}
