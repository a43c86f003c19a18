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

import io.github.corsstarter.CorsDecision;
import org.jspecify.annotations.Nullable;

/**
 * Which rule governs a request, and what it decides.
 *
 * @param rule the rule, or {@code null} if none governs the path
 * @param decision what the policy of the rule decides, whether the rule applies it or
 * only reports it
 */
public record CorsEvaluation(@Nullable CompiledRule rule, CorsDecision decision) {

	/**
	 * What is done on the wire.
	 * @return the decision, or the one to do nothing if the rule only reports
	 */
	public CorsDecision applied() {
		return (this.rule != null && this.rule.isEnforced()) ? this.decision : CorsDecision.notGoverned();
	}

}
