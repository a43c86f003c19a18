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

	/** What Chromium caps to. */
	private static final Duration TWO_HOURS = Duration.ofHours(2);

	/** What Firefox caps to. */
	private static final Duration A_DAY = Duration.ofDays(1);

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
		else if (duration.compareTo(A_DAY) > 0) {
			problems.add(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, duration.toString(),
					ProblemCode.MAX_AGE_OVER_A_DAY,
					"No browser keeps an answer longer than 24 hours, and Chromium not longer than 2.", "24h");
		}
		else if (duration.compareTo(TWO_HOURS) > 0) {
			problems.add(PolicyField.MAX_AGE, PolicyProblem.NO_INDEX, duration.toString(),
					ProblemCode.MAX_AGE_OVER_TWO_HOURS, "Chromium keeps an answer not longer than 2 hours.", "2h");
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
