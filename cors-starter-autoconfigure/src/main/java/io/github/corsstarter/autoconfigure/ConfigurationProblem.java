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

package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param property the path of the property, with its index in a list
 * @param value the offending value
 * @param sources where the value was set, for instance file, line and column: first the
 * source that counts, then those that it hides; possibly none
 * @param code what is wrong
 * @param message one sentence that says why
 * @param suggestion the corrected value, or {@code null} if there is no obvious one
 */
public record ConfigurationProblem(String property, String value, List<String> sources, ProblemCode code,
		String message, @Nullable String suggestion) {

	private static final String SCHEME_SEPARATOR = "://";

	/**
	 * Create a problem.
	 */
	public ConfigurationProblem {
		sources = List.copyOf(sources);
		String masked = masked(value);
		if (suggestion != null && !masked.equals(value) && suggestion.indexOf('@') >= 0) {
			// it may repeat what is masked
			suggestion = null;
		}
		value = masked;
	}

	/** A value without the user name and the password of a URL. */
	private static String masked(String value) {
		int start = value.indexOf(SCHEME_SEPARATOR) + SCHEME_SEPARATOR.length();
		int at = value.lastIndexOf('@');
		return (start >= SCHEME_SEPARATOR.length() && start <= at)
				? value.substring(0, start) + "***" + value.substring(at) : value;
	}

	static ConfigurationProblem at(String property, String value, PropertySourceNames names, ProblemCode code,
			String message, @Nullable String suggestion) {
		return new ConfigurationProblem(property, value, names.find(property), code, message, suggestion);
	}

	/**
	 * How bad it is.
	 * @return the severity of the code
	 */
	public Severity severity() {
		return this.code.severity();
	}

}
