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

import io.github.corsstarter.explain.Printable;

/**
 * Prints problems for people, with values that cannot break the report.
 */
final class ProblemReport {

	private static final int MAX_SENTENCE_LENGTH = 1000;

	private ProblemReport() {
	}

	static void append(StringBuilder report, ConfigurationProblem problem) {
		String newLine = System.lineSeparator();
		report.append(newLine)
			.append(newLine)
			.append("    Property: ")
			.append(printable(problem.property()))
			.append(newLine)
			.append("    Value: \"")
			.append(printable(problem.value()))
			.append('"');
		for (int i = 0; i < problem.sources().size(); i++) {
			report.append(newLine)
				.append((i == 0) ? "    Origin: " : "    Hidden: ")
				.append(printable(problem.sources().get(i)));
		}
		report.append(newLine)
			.append("    Reason: ")
			.append(sentence(problem.message()))
			.append(" (")
			.append(problem.code().id())
			.append(')');
		if (problem.suggestion() != null) {
			report.append(newLine).append("    Write: ").append(printable(problem.suggestion()));
		}
	}

	/** A value on one line, without what a terminal takes as a command. */
	static String printable(String value) {
		return Printable.of(value);
	}

	/** The same for a sentence, which may have values in it. */
	static String sentence(String sentence) {
		return Printable.of(sentence, MAX_SENTENCE_LENGTH);
	}

}
