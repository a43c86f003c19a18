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

package io.github.corsstarter;

/**
 * What becomes of a request.
 */
public enum Outcome {

	/** It goes on, and nothing is added to its answer or removed from it. */
	UNTOUCHED(0),

	/** It goes on; it is not a CORS request. */
	NOT_CORS(0),

	/** It goes on without CORS headers; it comes from the server's own origin. */
	SAME_ORIGIN(0),

	/** It is a preflight, answered with what is allowed. */
	PREFLIGHT_ALLOWED(204),

	/** It is a preflight, answered without CORS headers. */
	PREFLIGHT_REFUSED(403),

	/** It goes on, and its answer has the CORS headers. */
	ACTUAL_ALLOWED(0),

	/** It is answered without CORS headers, and the application does not see it. */
	ACTUAL_REFUSED(403),

	/** It goes on without CORS headers, so that the browser keeps the answer. */
	ACTUAL_PASSED_THROUGH(0);

	private final int status;

	Outcome(int status) {
		this.status = status;
	}

	/**
	 * Whether the checks of CORS were made: whether it is a CORS request under a policy.
	 * @return whether it was allowed or not allowed
	 */
	public boolean isChecked() {
		return compareTo(PREFLIGHT_ALLOWED) >= 0;
	}

	/**
	 * Whether the request is a preflight under a policy.
	 * @return whether it is answered as one
	 */
	public boolean isPreflight() {
		return this == PREFLIGHT_ALLOWED || this == PREFLIGHT_REFUSED;
	}

	/**
	 * Whether the request goes on to the application.
	 * @return whether it is not answered at once
	 */
	public boolean proceeds() {
		return this.status == 0;
	}

	/**
	 * The status of the answer.
	 * @return the status, or 0 when the application gives the answer
	 */
	public int status() {
		return this.status;
	}

}
