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

package io.github.corsstarter.sample.tenant;

import java.net.URI;
import java.util.List;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.PolicyProblem;
import io.github.corsstarter.Severity;
import org.jspecify.annotations.Nullable;

/**
 * An origin that somebody has typed in. What is wrong with it is what would be wrong with
 * it in {@code application.yml}: the table has no origin that no browser sends.
 *
 * @param origin the origin, null if it is none
 * @param error why it is none
 * @param suggestion what was probably meant
 */
record TenantOrigin(@Nullable String origin, @Nullable String error, @Nullable String suggestion) {

	private static final int LONGEST = 255;

	private static final List<String> SCHEMES = List.of("https", "http");

	static TenantOrigin parse(@Nullable String text) {
		String origin = (text != null) ? text.strip() : "";
		if (origin.isEmpty()) {
			return refused("Write an origin, for instance https://shop.example.com.", null);
		}
		if (origin.length() > LONGEST) {
			return refused("An origin has at most " + LONGEST + " characters here.", null);
		}
		if (origin.contains("*")) {
			return refused("A tenant has single origins: no wildcard.", null);
		}
		try {
			CorsPolicy.compile(CorsPolicyDefinition.builder().allowedOrigins(origin).build());
		}
		catch (InvalidCorsPolicyException ex) {
			PolicyProblem problem = ex.problems()
				.stream()
				.filter((each) -> each.severity() == Severity.ERROR)
				.findFirst()
				.orElseThrow();
			String suggestion = problem.suggestion();
			// for a file there may be other things to propose, for instance two lines
			boolean usable = suggestion != null && parse(suggestion).origin() != null;
			return refused(problem.message(), usable ? suggestion : null);
		}
		if (!SCHEMES.contains(URI.create(origin).getScheme())) {
			return refused("The page of a shop is at an http or https origin.", null);
		}
		return new TenantOrigin(origin, null, null);
	}

	private static TenantOrigin refused(String error, @Nullable String suggestion) {
		return new TenantOrigin(null, error, suggestion);
	}

}
