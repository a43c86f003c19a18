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
import java.util.stream.Collectors;

/**
 * The configuration has an error, which stops the start.
 */
public class InvalidCorsConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<ConfigurationProblem> problems;

	InvalidCorsConfigurationException(List<ConfigurationProblem> problems) {
		super(problems.stream()
			.map((problem) -> ProblemReport.printable(problem.property()) + ": "
					+ ProblemReport.sentence(problem.message()))
			.collect(Collectors.joining(System.lineSeparator())));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Everything that is wrong with the configuration.
	 * @return errors and warnings, at least one error
	 */
	public List<ConfigurationProblem> problems() {
		return this.problems;
	}

}
