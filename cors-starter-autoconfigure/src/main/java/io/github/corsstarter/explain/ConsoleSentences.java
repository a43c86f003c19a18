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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What browsers write to the console of a page when a request fails. The sentences are
 * those of Chromium 156 and Firefox 153, in English.
 *
 * @param chromium what Chromium writes for {@code fetch()}, or {@code null} if nothing
 * @param chromiumXhr what Chromium writes for {@code XMLHttpRequest}, or {@code null}
 * @param firefox the lines that Firefox writes
 */
public record ConsoleSentences(@Nullable String chromium, @Nullable String chromiumXhr, List<String> firefox) {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	private static final String VALID_VALUE = " Have the server send the header with a valid value.";

	private static final String WITH_CREDENTIALS = " The credentials mode of requests initiated by the XMLHttpRequest is"
			+ " controlled by the withCredentials attribute.";

	private static final String MODE_INCLUDE = " when the request's credentials mode is 'include'.";

	private static final String FIREFOX = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the"
			+ " remote resource at ";

	private static final String FIREFOX_WARNING = "Cross-Origin Request Warning: The Same Origin Policy will disallow"
			+ " reading the remote resource at ";

	/**
	 * Create sentences.
	 */
	public ConsoleSentences {
		firefox = List.copyOf(firefox);
	}

	/**
	 * The sentences for a failure. Values are put in as they are.
	 * @param failure what fails
	 * @param request the request that fails
	 * @return what browsers write
	 */
	public static ConsoleSentences of(BrowserFailure failure, ScriptRequest request) {
		if (failure.kind() == FailureKind.FORBIDDEN_METHOD) {
			return new ConsoleSentences(
					"TypeError: Failed to execute 'fetch' on 'Window': '" + failure.value()
							+ "' HTTP method is unsupported.",
					"SecurityError: Failed to execute 'open' on 'XMLHttpRequest': '" + failure.value()
							+ "' HTTP method is unsupported.",
					List.of());
		}
		if (failure.kind() == FailureKind.AUTHORIZATION_UNDER_WILDCARD) {
			return new ConsoleSentences(null, null, List.of(FIREFOX_WARNING + request.url()
					+ " soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not"
					+ " covered. To include the `Authorization` header, it must be explicitly listed in CORS header"
					+ " `Access-Control-Allow-Headers`)."));
		}
		return new ConsoleSentences(chromium(failure, request, "fetch", VALID_VALUE, ""),
				chromium(failure, request, "XMLHttpRequest", "", WITH_CREDENTIALS), firefox(failure, request.url()));
	}

	private static String chromium(BrowserFailure failure, ScriptRequest request, String initiator, String validValue,
			String withCredentials) {
		String value = failure.value();
		String reason = switch (failure.kind()) {
			case MISSING_ALLOW_ORIGIN -> "No '" + ALLOW_ORIGIN + "' header is present on the requested resource.";
			case WILDCARD_WITH_CREDENTIALS -> "The value of the '" + ALLOW_ORIGIN
					+ "' header in the response must not be the wildcard '*'" + MODE_INCLUDE + withCredentials;
			case SEVERAL_ALLOW_ORIGIN_LINES, ALLOW_ORIGIN_LIST -> "The '" + ALLOW_ORIGIN
					+ "' header contains multiple values '" + value + "', but only one is allowed." + validValue;
			case INVALID_ALLOW_ORIGIN ->
				"The '" + ALLOW_ORIGIN + "' header contains the invalid value '" + value + "'." + validValue;
			case OTHER_ALLOW_ORIGIN -> "The '" + ALLOW_ORIGIN + "' header has a value '" + value
					+ "' that is not equal to the supplied origin." + validValue;
			case CREDENTIALS_NOT_ALLOWED ->
				"The value of the 'Access-Control-Allow-Credentials' header in the response is '" + value
						+ "' which must be 'true'" + MODE_INCLUDE + withCredentials;
			case PREFLIGHT_REDIRECT -> "Redirect is not allowed for a preflight request.";
			case PREFLIGHT_STATUS -> "It does not have HTTP ok status.";
			case METHODS_NOT_A_LIST ->
				"Cannot parse Access-Control-Allow-Methods response header field in preflight response.";
			case HEADERS_NOT_A_LIST ->
				"Cannot parse Access-Control-Allow-Headers response header field in preflight response.";
			case METHOD_NOT_ALLOWED ->
				"Method " + value + " is not allowed by Access-Control-Allow-Methods in preflight response.";
			default -> "Request header field " + value
					+ " is not allowed by Access-Control-Allow-Headers in preflight response.";
		};
		return "Access to " + initiator + " at '" + request.url() + "' from origin '" + request.origin()
				+ "' has been blocked by CORS policy: "
				+ (isOfAccessCheck(failure) ? "Response to preflight request doesn't pass access control check: " : "")
				+ reason;
	}

	private static boolean isOfAccessCheck(BrowserFailure failure) {
		return failure.preflight() && switch (failure.kind()) {
			case METHODS_NOT_A_LIST, HEADERS_NOT_A_LIST, METHOD_NOT_ALLOWED, HEADER_NOT_ALLOWED -> false;
			default -> true;
		};
	}

	private static List<String> firefox(BrowserFailure failure, String url) {
		if (failure.kind() == FailureKind.PREFLIGHT_REDIRECT) {
			// here Firefox looks at the CORS headers first, and Chromium does not
			BrowserFailure first = failure.corsCheck();
			return (first != null) ? firefox(first, url)
					: List.of(FIREFOX + url + ". (Reason: CORS request external redirect not allowed).",
							FIREFOX + url + ". (Reason: CORS preflight response did not succeed). Status code: "
									+ failure.status() + ".",
							failed(url));
		}
		String line = (failure.kind() == FailureKind.WILDCARD_WITH_CREDENTIALS)
				? FIREFOX + "\u2018" + url + "\u2019. (Reason: Credential is not supported if the CORS header"
						+ " \u2018Access-Control-Allow-Origin\u2019 is \u2018*\u2019)."
				: FIREFOX + url + ". " + firefoxReason(failure);
		return failure.preflight() ? List.of(line, failed(url)) : List.of(line);
	}

	private static String failed(String url) {
		return FIREFOX + url + ". (Reason: CORS request did not succeed). Status code: (null).";
	}

	private static String firefoxReason(BrowserFailure failure) {
		String value = "\u2018" + failure.value() + "\u2019";
		String allowOrigin = "\u2018" + ALLOW_ORIGIN + "\u2019";
		return switch (failure.kind()) {
			case MISSING_ALLOW_ORIGIN ->
				"(Reason: CORS header " + allowOrigin + " missing). Status code: " + failure.status() + ".";
			case SEVERAL_ALLOW_ORIGIN_LINES -> "(Reason: Multiple CORS header " + allowOrigin + " not allowed).";
			case CREDENTIALS_NOT_ALLOWED ->
				"(Reason: expected \u2018true\u2019 in CORS header" + " \u2018Access-Control-Allow-Credentials\u2019).";
			case PREFLIGHT_STATUS ->
				"(Reason: CORS preflight response did not succeed). Status code: " + failure.status() + ".";
			case METHODS_NOT_A_LIST ->
				"(Reason: invalid token " + value + " in CORS header \u2018Access-Control-Allow-Methods\u2019).";
			case HEADERS_NOT_A_LIST ->
				"(Reason: invalid token " + value + " in CORS header \u2018Access-Control-Allow-Headers\u2019).";
			case METHOD_NOT_ALLOWED ->
				"(Reason: Did not find method in CORS header \u2018Access-Control-Allow-Methods\u2019).";
			case HEADER_NOT_ALLOWED -> "(Reason: header " + value + " is not allowed according to header"
					+ " \u2018Access-Control-Allow-Headers\u2019 from CORS preflight response).";
			default -> "(Reason: CORS header " + allowOrigin + " does not match " + value + ").";
		};
	}

}
