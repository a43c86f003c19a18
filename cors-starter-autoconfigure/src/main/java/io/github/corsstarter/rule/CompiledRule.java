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

import java.util.List;

import io.github.corsstarter.CorsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A rule and its compiled policy.
 *
 * @param rule what was declared
 * @param policy what decides
 * @param originLookup what is asked about origins that the policy does not allow, or
 * {@code null} if nothing is
 * @param paths the patterns as they were compiled, the most specific first
 */
public record CompiledRule(CorsRule rule, CorsPolicy policy, @Nullable OriginLookup originLookup, List<String> paths) {

	/**
	 * The name of the rule.
	 * @return the name
	 */
	public String name() {
		return this.rule.name();
	}

	/**
	 * Whether the decisions of the rule are applied.
	 * @return whether its mode is {@link Mode#ENFORCE}
	 */
	public boolean isEnforced() {
		return this.rule.mode() == Mode.ENFORCE;
	}

}
