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

import java.time.Instant;
import java.util.List;

/**
 * Rules that did not come into force, because they had an error.
 *
 * @param at when they were refused
 * @param source what brought them, for people to read
 * @param errors one sentence for each error, with the property that has it
 */
public record RefusedRules(Instant at, String source, List<String> errors) {

	/**
	 * Create refused rules.
	 */
	public RefusedRules {
		errors = List.copyOf(errors);
	}

}
