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

package io.github.corsstarter.log;

import java.util.Locale;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.explain.OriginDifference;
import io.github.corsstarter.explain.OriginHint;
import io.github.corsstarter.explain.Printable;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.OriginSources;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a refusal, on one line of bounded length. Of the request it
 * has the origin, and the method or the header that was asked for and not allowed.
 *
 * @param rule the rule that refused it
 * @param request the facts
 * @param decision the decision
 */
record Refusal(CompiledRule rule, CorsRequest request, CorsDecision decision) {

	private static final int MAX_NAME_LENGTH = 64;

	private static final String ODD_CLIENT = "Look at the client: no browser sends it.";

	/** Who was refused, by whom, and why. */
	String summary() {
		boolean preflight = this.decision.outcome().isPreflight();
		String origin = origin();
		return "CORS: rule '" + Printable.of(this.rule.name()) + "' "
				+ (this.rule.isEnforced() ? "refused " : "only reports; it would have refused ")
				+ (preflight ? "a preflight" : "a request") + " of origin \"" + Printable.of(origin) + "\": "
				+ this.decision.verdict().id() + ".";
	}

	/**
	 * What would help. Made for a line now and then: it goes through all that is allowed.
	 */
	String advice() {
		return switch (this.decision.verdict()) {
			case ORIGIN_NOT_ALLOWED, ORIGIN_MALFORMED -> originAdvice();
			case METHOD_NOT_ALLOWED -> methodAdvice();
			case METHOD_MALFORMED -> "Access-Control-Request-Method is not a method. " + ODD_CLIENT;
			case REQUEST_HEADER_NOT_ALLOWED -> headerAdvice();
			case REQUEST_HEADERS_MALFORMED ->
				"Access-Control-Request-Headers has an element that is not a name. " + ODD_CLIENT;
			default -> "Access-Control-Request-Headers is longer than what is read, or has more names.";
		};
	}

	private String originAdvice() {
		String origin = origin();
		if (origin.length() > Printable.MAX_LENGTH) {
			return "It has " + origin.length() + " characters. " + ODD_CLIENT;
		}
		OriginHint hint = OriginHint.of(this.rule.policy(), origin);
		String nearest = (hint.nearest() != null && !hint.sentence().contains(hint.nearest()))
				? " The nearest allowed one is " + hint.nearest() + "." : "";
		String source = this.rule.rule().originSource();
		if (source == null || this.decision.verdict() == Verdict.ORIGIN_MALFORMED) {
			return hint.sentence() + nearest + " " + hint.fix() + place("allowed-origins");
		}
		String asked = "The origin source '" + Printable.of(source) + "' does not allow it";
		return hint.differences().contains(OriginDifference.CLOSED)
				? asked + ". If the page is yours, add its origin where that source looks." + place(OriginSources.KEY)
				: hint.sentence() + nearest + " " + asked + ", either. " + hint.fix() + place("allowed-origins");
	}

	private String methodAdvice() {
		String method = text(this.request.accessControlRequestMethod());
		if (Methods.isForbidden(method)) {
			return "No script can send " + name(method) + ". " + ODD_CLIENT;
		}
		String upperCase = method.toUpperCase(Locale.ROOT);
		if (!upperCase.equals(method) && this.rule.policy().definition().allowedMethods().contains(upperCase)) {
			return "The method " + name(upperCase) + " is allowed, " + name(method)
					+ " is not: methods are case-sensitive. Write it in upper case in the front end.";
		}
		return "The method " + name(method) + " is not allowed. If it is meant to be, add it to allowed-methods."
				+ place("allowed-methods");
	}

	private String headerAdvice() {
		for (String header : text(this.request.accessControlRequestHeaders()).split(",")) {
			String name = header.strip();
			if (!name.isEmpty() && !isAllowed(name)) {
				return "The header " + name(name) + " is not allowed. If it is meant to be, add it to allowed-headers."
						+ place("allowed-headers");
			}
		}
		return "A header is not allowed." + place("allowed-headers");
	}

	/**
	 * Whether the policy allows a header when it is the only one; the origin has passed.
	 */
	private boolean isAllowed(String header) {
		CorsPolicy policy = this.rule.policy();
		// an origin source may have allowed the origin
		return policy
			.decide(CorsRequest.builder(Methods.OPTIONS)
				.header(HeaderNames.ORIGIN, origin())
				.header(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD, Methods.GET)
				.header(HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, header)
				.build(), true)
			.verdict() == Verdict.ALLOWED;
	}

	/** Where a value is configured, if it is known. */
	private String place(String key) {
		String source = this.rule.rule().sources().get(key);
		return (source != null) ? " It is set by " + Printable.of(source) + "." : "";
	}

	private String origin() {
		return text(this.request.origin());
	}

	private static String name(String name) {
		return Printable.of(name, MAX_NAME_LENGTH);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
