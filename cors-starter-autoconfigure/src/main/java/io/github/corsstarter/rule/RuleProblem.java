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

import io.github.corsstarter.PolicyProblem;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule.
 *
 * @param rule the name of the rule
 * @param location where it is below the rule, for instance {@code paths[1]}; empty for
 * the rule as a whole
 * @param value the offending value, as it was declared
 * @param code what is wrong
 * @param message one sentence that says why
 * @param suggestion the corrected value, or {@code null} if there is no obvious one
 */
public record RuleProblem(String rule, String location, String value, ProblemCode code, String message,
		@Nullable String suggestion) {

	static RuleProblem of(String rule, PolicyProblem problem) {
		return new RuleProblem(rule, problem.location(), problem.value(), problem.code(), problem.message(),
				problem.suggestion());
	}

	/**
	 * How bad it is.
	 * @return the severity of the code
	 */
	public Severity severity() {
		return this.code.severity();
	}

}
