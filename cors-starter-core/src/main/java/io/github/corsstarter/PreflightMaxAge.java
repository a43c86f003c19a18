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

import java.time.Duration;

/**
 * For how long an answer to a preflight may be kept: what {@code Access-Control-Max-Age}
 * says.
 */
final class PreflightMaxAge {

	private final Duration duration;

	private final String value;

	private PreflightMaxAge(Duration duration) {
		this.duration = duration;
		this.value = Long.toString(duration.toSeconds());
	}

	static PreflightMaxAge compile(CorsPolicyDefinition definition, Problems problems) {
		Duration duration = definition.maxAge();
		if (duration.isNegative()) {
			problems.add(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, duration.toString(), ProblemCode.MAX_AGE_NEGATIVE,
					"A negative duration does not exist; write 0 for answers that must not be kept.", "0");
		}
		else if (duration.getNano() != 0) {
			problems.add(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, duration.toString(),
					ProblemCode.MAX_AGE_FRACTIONAL, "Browsers read whole seconds.",
					Math.max(1, duration.toSeconds()) + "s");
		}
		return new PreflightMaxAge(duration);
	}

	Duration duration() {
		return this.duration;
	}

	String value() {
		return this.value;
	}

}
