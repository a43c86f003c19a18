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

import java.util.Locale;

/**
 * What keeps a browser from giving a script the answer, or from sending the request.
 */
public enum FailureKind {

	/** The answer has no {@code Access-Control-Allow-Origin}. */
	MISSING_ALLOW_ORIGIN,

	/** {@code Access-Control-Allow-Origin} is {@code *}, and credentials are sent. */
	WILDCARD_WITH_CREDENTIALS,

	/** There are several lines of {@code Access-Control-Allow-Origin}. */
	SEVERAL_ALLOW_ORIGIN_LINES,

	/** {@code Access-Control-Allow-Origin} has several values on one line. */
	ALLOW_ORIGIN_LIST,

	/** {@code Access-Control-Allow-Origin} is neither a URL nor {@code null}. */
	INVALID_ALLOW_ORIGIN,

	/** {@code Access-Control-Allow-Origin} is another origin. */
	OTHER_ALLOW_ORIGIN,

	/** {@code Access-Control-Allow-Credentials} is not {@code true}. */
	CREDENTIALS_NOT_ALLOWED,

	/** The answer to the preflight sends the browser elsewhere. */
	PREFLIGHT_REDIRECT,

	/** The status of the answer to the preflight is not one of success. */
	PREFLIGHT_STATUS,

	/** {@code Access-Control-Allow-Methods} is not a list of methods. */
	METHODS_NOT_A_LIST,

	/** {@code Access-Control-Allow-Headers} is not a list of names. */
	HEADERS_NOT_A_LIST,

	/** The method is not in {@code Access-Control-Allow-Methods}. */
	METHOD_NOT_ALLOWED,

	/** A header is not in {@code Access-Control-Allow-Headers}. */
	HEADER_NOT_ALLOWED,

	/** {@code Authorization} is only covered by {@code *}, which never covers it. */
	AUTHORIZATION_UNDER_WILDCARD,

	/** No script can send the method. */
	FORBIDDEN_METHOD;

	/**
	 * The kind as it is written in answers.
	 * @return the name in kebab case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
