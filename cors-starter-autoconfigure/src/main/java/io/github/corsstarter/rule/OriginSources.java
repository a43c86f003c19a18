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

import java.util.function.Consumer;

import io.github.corsstarter.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the origin sources that rules name.
 */
@FunctionalInterface
public interface OriginSources {

	/** The key of a rule that names its source. */
	String KEY = "origin-source";

	/**
	 * Find the source that a rule names.
	 * @param rule the rule
	 * @param name the name, which has content
	 * @param problems takes what is wrong with the name
	 * @return what asks the source, or {@code null} if a problem was found
	 */
	@Nullable OriginLookup find(CorsRule rule, String name, Consumer<RuleProblem> problems);

	/**
	 * Where there is no source, whatever its name.
	 * @return sources that find nothing
	 */
	static OriginSources none() {
		return (rule, name, problems) -> {
			problems.accept(new RuleProblem(rule.name(), KEY, name, ProblemCode.ORIGIN_SOURCE_MISSING,
					"There is no origin source here.", null));
			return null;
		};
	}

}
