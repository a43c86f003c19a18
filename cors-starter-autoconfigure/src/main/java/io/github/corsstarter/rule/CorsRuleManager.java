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

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Changes the rules of a running application. A request gets the rules of one generation
 * or of another, never a mix of them; rules with an error change nothing. Each change and
 * each refusal is logged, shown by the endpoint and published, as
 * {@link CorsRulesChangedEvent} or {@link CorsRulesRefusedEvent}. Safe for use by several
 * threads, of which one changes the rules at a time.
 */
public interface CorsRuleManager {

	/**
	 * The rules that are in force.
	 * @return the generation
	 */
	CorsGeneration active();

	/**
	 * The last attempt that was refused since the rules in force came into force.
	 * @return the rules, or {@code null} if none was refused
	 */
	@Nullable RefusedRules lastRefused();

	/**
	 * Read the configuration again: properties of the environment as they are now, and
	 * the beans that are rules. If the rules are the same, there is no new generation.
	 * @param source what asks for it, for people to read
	 * @return the rules that are in force
	 * @throws CorsRulesRefusedException if the configuration has an error; the rules that
	 * were in force before still are
	 */
	CorsGeneration reload(String source);

	/**
	 * Put other rules in force instead of all that are, until the next change.
	 * @param rules the rules
	 * @param source what asks for it, for people to read
	 * @return the rules that are in force
	 * @throws CorsRulesRefusedException if a rule has an error; the rules that were in
	 * force before still are
	 */
	CorsGeneration replace(Collection<CorsRule> rules, String source);

}
