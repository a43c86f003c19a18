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
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.explain.CorsExplanation.Reason;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;

/**
 * Whether a browser asks the server with a preflight before it sends a request, and why
 * (Fetch, section 4.1 "main fetch" and section 2.2.2, "CORS-unsafe request-header
 * names").
 *
 * @param reasons every reason, none where no preflight is sent
 * @param names the names in {@code Access-Control-Request-Headers}: in lower case and in
 * order, each once
 */
public record PreflightNeed(List<Reason> reasons, List<String> names) {

	private static final String METHOD_LINK = "https://fetch.spec.whatwg.org/#cors-safelisted-method";

	private static final String HEADER_LINK = "https://fetch.spec.whatwg.org/#cors-safelisted-request-header";

	private static final String NAMES_LINK = "https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names";

	/**
	 * Create a need.
	 */
	public PreflightNeed {
		reasons = List.copyOf(reasons);
		names = List.copyOf(names);
	}

	/**
	 * Look at a request. Headers that no script can set are passed over.
	 * @param request what the script asks for
	 * @return whether a preflight is needed
	 */
	public static PreflightNeed of(ScriptRequest request) {
		List<Reason> reasons = new ArrayList<>();
		String method = Methods.normalize(request.method());
		if (!Methods.isSafelisted(method)) {
			reasons.add(new Reason("method", Printable.of(method),
					Printable.of(method) + ": only GET, HEAD and POST are sent without asking first.", METHOD_LINK));
		}
		SortedSet<String> unsafe = new TreeSet<>();
		SortedSet<String> potentiallyUnsafe = new TreeSet<>();
		int total = 0;
		for (Field field : request.headers()) {
			String name = field.name().toLowerCase(Locale.ROOT);
			if (HeaderNames.isForbiddenRequestHeader(name)) {
				continue;
			}
			String flaw = SafelistedHeaders.flaw(field);
			if (flaw == null) {
				potentiallyUnsafe.add(name);
				total += field.value().length();
			}
			else if (unsafe.add(name)) {
				reasons.add(new Reason("header", Printable.of(field.name()),
						Printable.of(field.name()) + ": " + flaw + ".", HEADER_LINK));
			}
		}
		if (total > SafelistedHeaders.MAX_TOTAL_LENGTH) {
			unsafe.addAll(potentiallyUnsafe);
			reasons.add(new Reason("header-values", String.join(", ", potentiallyUnsafe),
					"Together the safelisted headers have more than " + SafelistedHeaders.MAX_TOTAL_LENGTH
							+ " bytes of values.",
					NAMES_LINK));
		}
		return new PreflightNeed(reasons, List.copyOf(unsafe));
	}

	/**
	 * Whether a preflight is sent.
	 * @return whether there is a reason
	 */
	public boolean needed() {
		return !this.reasons.isEmpty();
	}

}
