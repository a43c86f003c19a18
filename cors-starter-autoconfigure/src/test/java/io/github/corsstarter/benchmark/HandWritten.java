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

package io.github.corsstarter.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsPolicyDefinition;

/**
 * What somebody writes who knows the one policy of the one path: look the origin up,
 * compare the rest as browsers send it, answer with what is ready. It keeps the promises
 * that an answer needs to be right (a WebSocket is left alone, nothing is decided by the
 * first of two lines, pages of the server itself are not refused, handlers do not
 * overwrite the answer) and knows no rules by path, no patterns, no reasons for a refusal
 * and no other spelling of a list of headers. Nothing can be much faster.
 */
final class HandWritten {

	static final String VARY = "Origin";

	static final String PREFLIGHT_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

	final Map<String, String> origins = new HashMap<>();

	final Set<String> methods;

	final Set<String> headerLists = new HashSet<>();

	final String allowMethods;

	final String allowHeaders;

	final String exposeHeaders;

	final String maxAge;

	HandWritten(Scenario scenario) {
		CorsPolicyDefinition policy = scenario.rules().get(0).policy();
		policy.allowedOrigins().forEach((origin) -> this.origins.put(origin, origin));
		for (int i = 0; i < scenario.headers().length; i += 2) {
			boolean byPattern = scenario.headers()[i].equals("Origin") && scenario.allowed();
			if (byPattern) {
				this.origins.putIfAbsent(scenario.headers()[i + 1], scenario.headers()[i + 1]);
			}
		}
		this.methods = new HashSet<>(policy.allowedMethods());
		this.allowMethods = String.join(", ", policy.allowedMethods());
		this.allowHeaders = String.join(", ", policy.allowedHeaders());
		this.exposeHeaders = String.join(", ", policy.exposedHeaders());
		this.maxAge = String.valueOf(policy.maxAge().toSeconds());
		List<String> names = new ArrayList<>(
				policy.allowedHeaders().stream().map((name) -> name.toLowerCase(Locale.ROOT)).sorted().toList());
		this.headerLists.addAll(names);
		this.headerLists.add(String.join(",", names));
	}

	boolean allowsPreflight(String origin, String method, String headers) {
		return origin != null && this.methods.contains(method)
				&& (headers == null || this.headerLists.contains(headers));
	}

}
