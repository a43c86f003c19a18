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

import io.github.corsstarter.explain.CorsExplanation.Check;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A browser that follows the Fetch standard: what it makes of the answer of any server,
 * told from the header alone.
 */
public final class FetchChecks {

	private static final String CORS_CHECK = "https://fetch.spec.whatwg.org/#concept-cors-check";

	private static final String PREFLIGHT_FETCH = "https://fetch.spec.whatwg.org/#cors-preflight-fetch";

	private static final String ANY = "*";

	private final ScriptRequest request;

	private final ServerAnswer answer;

	private final boolean preflight;

	private final List<Check> checks = new ArrayList<>();

	private FetchChecks(ScriptRequest request, ServerAnswer answer, boolean preflight) {
		this.request = request;
		this.answer = answer;
		this.preflight = preflight;
	}

	/**
	 * Judge the answer to a preflight (Fetch, section 4.8, "CORS-preflight fetch").
	 * @param request what the script asks for
	 * @param answer what the server answers to the preflight
	 * @return the checks up to the first that fails
	 */
	public static Judgement preflight(ScriptRequest request, ServerAnswer answer) {
		FetchChecks checks = new FetchChecks(request, answer, true);
		return new Judgement(checks.checks, checks.preflight());
	}

	/**
	 * Judge the answer to the request itself (Fetch, section 4.9, "CORS check").
	 * @param request what the script asks for
	 * @param answer what the server answers, whatever its status
	 * @return the checks up to the first that fails
	 */
	public static Judgement actual(ScriptRequest request, ServerAnswer answer) {
		FetchChecks checks = new FetchChecks(request, answer, false);
		return new Judgement(checks.checks, checks.corsCheck());
	}

	private @Nullable BrowserFailure corsCheck() {
		List<String> lines = this.answer.lines(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN);
		String allowed = String.join(", ", lines);
		boolean any = !this.request.credentials() && allowed.equals(ANY);
		boolean passed = !lines.isEmpty() && (any || allowed.equals(this.request.origin()));
		check("Access-Control-Allow-Origin is " + Printable.of(this.request.origin())
				+ (this.request.credentials() ? "" : ", or *"), passed, CORS_CHECK);
		if (!passed) {
			return failure(allowOrigin(lines, allowed), allowed);
		}
		if (this.request.credentials()) {
			String value = this.answer.value(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS);
			boolean allow = "true".equals(value);
			check("Access-Control-Allow-Credentials is true", allow, CORS_CHECK);
			if (!allow) {
				return failure(FailureKind.CREDENTIALS_NOT_ALLOWED, (value != null) ? value : "");
			}
		}
		return null;
	}

	private FailureKind allowOrigin(List<String> lines, String allowed) {
		if (lines.isEmpty()) {
			return FailureKind.MISSING_ALLOW_ORIGIN;
		}
		if (allowed.equals(ANY)) {
			return FailureKind.WILDCARD_WITH_CREDENTIALS;
		}
		if (lines.size() > 1) {
			return FailureKind.SEVERAL_ALLOW_ORIGIN_LINES;
		}
		if (allowed.indexOf(',') >= 0 || allowed.indexOf(' ') >= 0) {
			return FailureKind.ALLOW_ORIGIN_LIST;
		}
		return (allowed.equals("null") || UrlSyntax.isUrl(allowed)) ? FailureKind.OTHER_ALLOW_ORIGIN
				: FailureKind.INVALID_ALLOW_ORIGIN;
	}

	private @Nullable BrowserFailure preflight() {
		BrowserFailure failure = corsCheck();
		if (this.answer.isRedirect()) {
			check("The answer is not a redirect", false, PREFLIGHT_FETCH);
			return new BrowserFailure(FailureKind.PREFLIGHT_REDIRECT, true, "", this.answer.status(), failure);
		}
		if (failure != null) {
			return failure;
		}
		check("The status is 200 to 299", this.answer.isOk(), PREFLIGHT_FETCH);
		if (!this.answer.isOk()) {
			return failure(FailureKind.PREFLIGHT_STATUS, "");
		}
		List<String> methods = members(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS);
		List<String> names = members(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS);
		failure = parsed(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods, FailureKind.METHODS_NOT_A_LIST);
		failure = (failure != null) ? failure
				: parsed(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, names, FailureKind.HEADERS_NOT_A_LIST);
		failure = (failure != null) ? failure : method(methods);
		return (failure != null) ? failure : names(names);
	}

	/** "Extract header list values", whose failure is a network error. */
	private @Nullable BrowserFailure parsed(String field, List<String> members, FailureKind kind) {
		for (String member : members) {
			if (!Tokens.isToken(member)) {
				check(field + " is a list of names", false, PREFLIGHT_FETCH);
				return failure(kind, member);
			}
		}
		return null;
	}

	private @Nullable BrowserFailure method(List<String> methods) {
		String method = Methods.normalize(this.request.method());
		boolean any = !this.request.credentials() && methods.contains(ANY);
		boolean passed = methods.contains(method) || Methods.isSafelisted(method) || any;
		check("The method is GET, HEAD or POST, or Access-Control-Allow-Methods has " + Printable.of(method)
				+ (this.request.credentials() ? "" : " or *"), passed, PREFLIGHT_FETCH);
		return passed ? null : failure(FailureKind.METHOD_NOT_ALLOWED, method);
	}

	private @Nullable BrowserFailure names(List<String> allowed) {
		List<String> lowerCase = allowed.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		boolean any = !this.request.credentials() && allowed.contains(ANY);
		for (String name : PreflightNeed.of(this.request).names()) {
			// "CORS non-wildcard request-header name"
			boolean authorization = name.equals(HeaderNames.AUTHORIZATION);
			boolean passed = lowerCase.contains(name) || (any && !authorization);
			check("Access-Control-Allow-Headers has " + Printable.of(name)
					+ ((this.request.credentials() || authorization) ? "" : " or *"), passed, PREFLIGHT_FETCH);
			if (!passed) {
				return failure(any ? FailureKind.AUTHORIZATION_UNDER_WILDCARD : FailureKind.HEADER_NOT_ALLOWED, name);
			}
		}
		return null;
	}

	private List<String> members(String field) {
		List<String> members = new ArrayList<>();
		String value = this.answer.value(field);
		for (String member : (value != null) ? value.split(",") : new String[0]) {
			if (!member.isBlank()) {
				members.add(member.strip());
			}
		}
		return members;
	}

	private void check(String sentence, boolean passed, String link) {
		this.checks.add(new Check(this.preflight ? "preflight" : "actual", sentence, passed, link));
	}

	private BrowserFailure failure(FailureKind kind, String value) {
		return new BrowserFailure(kind, this.preflight, value, this.answer.status());
	}

	/**
	 * What a browser makes of an answer.
	 *
	 * @param checks the checks, up to the first that fails
	 * @param failure what fails, or {@code null}
	 */
	public record Judgement(List<Check> checks, @Nullable BrowserFailure failure) {

		/**
		 * Create a judgement.
		 */
		public Judgement {
			checks = List.copyOf(checks);
		}

		/**
		 * Whether every check passes.
		 * @return whether nothing fails
		 */
		public boolean passed() {
			return this.failure == null;
		}

	}

}
