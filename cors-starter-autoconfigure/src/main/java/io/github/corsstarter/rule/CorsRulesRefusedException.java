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

package io.github.corsstarter.rule;

/**
 * Rules did not come into force, because they had an error.
 */
public class CorsRulesRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient RefusedRules refused;

	/**
	 * Create an exception.
	 * @param refused the rules that did not come into force
	 * @param cause what found the errors, with all problems as values
	 */
	public CorsRulesRefusedException(RefusedRules refused, Throwable cause) {
		super(cause.getMessage(), cause);
		this.refused = refused;
	}

	/**
	 * The rules that did not come into force.
	 * @return what was refused
	 */
	public RefusedRules refused() {
		return this.refused;
	}

}
