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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.FetchChecks;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.PreflightNeed;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.test.CorsServer.Request;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request that a script made: the last request that the browser sent, and
 * what it makes of the answer.
 *
 * @param script what the script asked for
 * @param sent the last request
 * @param answer its answer
 * @param failure why the script does not get it, or {@code null}
 */
record Fetched(ScriptRequest script, Request sent, ServerAnswer answer, @Nullable BrowserFailure failure) {

	/** Play a browser: the preflight where one is needed, then the request itself. */
	static Fetched from(CorsServer server, Facts facts, String method) {
		ScriptRequest script = new ScriptRequest(facts.requiredOrigin(), method, facts.requiredPath(), facts.fields(),
				facts.credentials());
		PreflightNeed need = PreflightNeed.of(script);
		if (need.needed()) {
			Request sent = preflight(script, need);
			ServerAnswer answer = server.answer(sent);
			BrowserFailure failure = FetchChecks.preflight(script, answer).failure();
			if (failure != null) {
				return new Fetched(script, sent, answer, failure);
			}
		}
		Request sent = new Request(Methods.normalize(method), script.url(), fields(script.headers(), script),
				facts.body());
		ServerAnswer answer = server.answer(sent);
		return new Fetched(script, sent, answer, FetchChecks.actual(script, answer).failure());
	}

	private static Request preflight(ScriptRequest script, PreflightNeed need) {
		List<Field> asks = new ArrayList<>();
		asks.add(new Field(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, Methods.normalize(script.method())));
		if (!need.names().isEmpty()) {
			asks.add(new Field(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, String.join(",", need.names())));
		}
		return new Request(Methods.OPTIONS, script.url(), fields(asks, script), null);
	}

	private static List<Field> fields(List<Field> fields, ScriptRequest script) {
		List<Field> all = new ArrayList<>(fields);
		all.add(new Field(HeaderNames.ORIGIN, script.origin()));
		return all;
	}

	boolean isAllowed() {
		return this.failure == null;
	}

	/** Whether the script can read a header of the answer, if it is there. */
	boolean exposes(String name) {
		if (HeaderNames.isForbiddenResponseHeader(name)) {
			return false;
		}
		return HeaderNames.isSafelistedResponseHeader(name) || this.answer.headers()
			.stream()
			.filter((field) -> field.name().equalsIgnoreCase(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS))
			.flatMap((field) -> Stream.of(field.value().split(",")))
			.map(String::strip)
			.anyMatch(
					(exposed) -> exposed.equalsIgnoreCase(name) || (exposed.equals("*") && !this.script.credentials()));
	}

}
