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

import java.util.List;

import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The problems that a definition is compiled with, whether it can be or not.
 */
final class CompileProblems {

	private CompileProblems() {
	}

	static List<PolicyProblem> of(CorsPolicyDefinition.Builder definition) {
		try {
			List<PolicyProblem> warnings = CorsPolicy.compile(definition.build()).warnings();
			assertThat(warnings).allMatch((problem) -> problem.severity() == Severity.WARNING);
			return warnings;
		}
		catch (InvalidCorsPolicyException ex) {
			assertThat(ex.problems()).extracting(PolicyProblem::severity).contains(Severity.ERROR);
			return ex.problems();
		}
	}

	static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertThatProblems(
			CorsPolicyDefinition.Builder definition) {
		return assertThat(of(definition)).allSatisfy((problem) -> assertThat(problem.message()).endsWith("."))
			.extracting(PolicyProblem::location, PolicyProblem::value, PolicyProblem::code, PolicyProblem::severity,
					PolicyProblem::suggestion);
	}

	static Tuple error(String location, String value, ProblemCode code, String suggestion) {
		return tuple(location, value, code, Severity.ERROR, suggestion);
	}

	static Tuple warning(String location, String value, ProblemCode code, String suggestion) {
		return tuple(location, value, code, Severity.WARNING, suggestion);
	}

}
