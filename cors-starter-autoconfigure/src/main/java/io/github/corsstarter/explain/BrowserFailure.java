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

import org.jspecify.annotations.Nullable;

/**
 * Why a browser does not give a script the answer.
 *
 * @param kind what fails
 * @param preflight whether it fails at the preflight
 * @param value the offending value: of the response header, or the method or the name of
 * the header that is not allowed; empty where there is none
 * @param status the status of the answer
 * @param corsCheck where a preflight is redirected, what fails besides, or {@code null}:
 * browsers do not look in the same order
 */
public record BrowserFailure(FailureKind kind, boolean preflight, String value, int status,
		@Nullable BrowserFailure corsCheck) {

	BrowserFailure(FailureKind kind, boolean preflight, String value, int status) {
		this(kind, preflight, value, status, null);
	}

}
