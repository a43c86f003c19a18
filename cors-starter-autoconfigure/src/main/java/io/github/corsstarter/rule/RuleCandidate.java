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

import java.util.Locale;

/**
 * A pattern of a rule that matches a path, and what became of it.
 *
 * @param rule the rule
 * @param pattern the pattern
 * @param fate what became of it
 */
public record RuleCandidate(CorsRule rule, String pattern, Fate fate) {

	/**
	 * What becomes of a pattern that matches.
	 */
	public enum Fate {

		/** It is the most specific one: its rule governs. */
		GOVERNS,

		/** Another one is more specific. */
		LESS_SPECIFIC,

		/** Its rule is not enabled. */
		DISABLED,

		/** The path is one of the actuator, which the pattern does not name. */
		ACTUATOR;

		/**
		 * The fate as it is written in answers.
		 * @return the name in kebab case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
