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

import io.github.corsstarter.Severity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Turns an {@link InvalidCorsConfigurationException} into a report for people.
 */
final class InvalidCorsConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidCorsConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidCorsConfigurationException cause) {
		List<ConfigurationProblem> errors = with(cause, Severity.ERROR);
		List<ConfigurationProblem> warnings = with(cause, Severity.WARNING);
		StringBuilder description = new StringBuilder("The CORS configuration has ").append(errors.size())
			.append((errors.size() == 1) ? " error:" : " errors:");
		errors.forEach((problem) -> ProblemReport.append(description, problem));
		if (!warnings.isEmpty()) {
			description.append(System.lineSeparator()).append(System.lineSeparator()).append("and warnings:");
			warnings.forEach((problem) -> ProblemReport.append(description, problem));
		}
		return new FailureAnalysis(description.toString(), action(errors), cause);
	}

	private static List<ConfigurationProblem> with(InvalidCorsConfigurationException cause, Severity severity) {
		return cause.problems().stream().filter((problem) -> problem.severity() == severity).toList();
	}

	private static String action(List<ConfigurationProblem> errors) {
		StringBuilder action = new StringBuilder("Correct the configuration:");
		for (ConfigurationProblem error : errors) {
			action.append(System.lineSeparator()).append("    ").append(ProblemReport.printable(error.property()));
			if (error.suggestion() != null) {
				action.append(": ").append(ProblemReport.printable(error.suggestion()));
			}
		}
		return action.toString();
	}

}
