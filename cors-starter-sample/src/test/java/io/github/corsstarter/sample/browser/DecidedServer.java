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

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.sample.PlainClient;
import io.github.corsstarter.sample.RunningLab;

/**
 * A server that answers as the engine decides. What the application itself answers is
 * asked of the application, with a request that has no {@code Origin}.
 */
final class DecidedServer implements Server {

	private static final Set<String> PASSED_ON = Set.of("authorization", "content-type");

	private static final Pattern ID = Pattern.compile("(?<=[?&]lab=)[^&]+");

	private static final String PROBE = "probe";

	private final CompiledRules rules;

	private final RunningLab lab;

	private final PlainClient client = new PlainClient();

	DecidedServer(CompiledRules rules, RunningLab lab) {
		this.rules = rules;
		this.lab = lab;
	}

	@Override
	public Answer answer(Request request) {
		CorsDecision decision = decide(request);
		Map<String, String> headers = lowerCase(decision.headers());
		if (!decision.proceeds()) {
			return new Answer(decision.status(), headers);
		}
		// Nobody but the application knows this one; without CORS headers it stops anyway
		if (request.isPreflight()) {
			return new Answer(200, headers);
		}
		Answer application = askTheApplication(request);
		headers.putAll(application.headers());
		return new Answer(application.status(), headers);
	}

	private CorsDecision decide(Request request) {
		CorsRequestBuilder facts = CorsRequest.builder(request.method());
		request.headers().forEach(facts::header);
		URI uri = request.uri();
		return this.rules.decide(uri.getRawPath(),
				facts.ownOrigin(uri.getScheme(), uri.getHost(), uri.getPort()).build());
	}

	/**
	 * Ask the application for its own answer.
	 * @param request the request
	 * @return the answer, without any CORS header
	 */
	Answer askTheApplication(Request request) {
		this.lab.resetOrders();
		Map<String, String> headers = new HashMap<>(request.headers());
		headers.keySet().retainAll(PASSED_ON);
		if (request.cookie()) {
			headers.put("cookie", "cors-lab-session=visitor");
		}
		Matcher id = ID.matcher(request.uri().toString());
		URI uri = URI.create(id.replaceFirst(PROBE));
		HttpResponse<String> response = this.client.send(request.method(), uri, headers, request.body());
		Map<String, String> answered = new TreeMap<>();
		response.headers().map().forEach((name, values) -> answered.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		answered.keySet().removeIf((name) -> name.startsWith("access-control-"));
		if (id.reset().find()) {
			answered.computeIfPresent("location", (name, value) -> value.replace(PROBE, id.group()));
		}
		this.lab.resetOrders();
		return new Answer(response.statusCode(), answered);
	}

	private static Map<String, String> lowerCase(Map<String, String> headers) {
		Map<String, String> copy = new TreeMap<>();
		headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
		return copy;
	}

}
