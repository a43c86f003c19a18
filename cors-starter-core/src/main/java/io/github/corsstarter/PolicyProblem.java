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

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a {@link CorsPolicyDefinition}.
 *
 * @param field the setting
 * @param index the position in the setting's list, or {@link #NO_INDEX}
 * @param value the offending value, without the white space around it where that is not
 * the problem, and with user name and password masked
 * @param code what is wrong
 * @param message one sentence that says why
 * @param suggestion the corrected value, or {@code null} if there is no obvious one
 */
public record PolicyProblem(PolicyField field, int index, String value, ProblemCode code, String message,
		@Nullable String suggestion) {

	/** The index of a problem with a setting that is not a list. */
	public static final int NO_INDEX = -1;

	/**
	 * How bad it is.
	 * @return the severity of the code
	 */
	public Severity severity() {
		return this.code.severity();
	}

	/**
	 * Where it is, below the rule or the defaults.
	 * @return for instance {@code allowed-origins[2]} or {@code max-age}
	 */
	public String location() {
		return (this.index == NO_INDEX) ? this.field.key() : this.field.key() + "[" + this.index + "]";
	}

}
