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
import java.util.Map;

import io.github.corsstarter.CorsPolicyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A policy and the paths that it governs. A bean of this type is a rule beside those that
 * are configured. Immutable.
 *
 * @param name the name, which no other rule has
 * @param paths patterns of {@link org.springframework.web.util.pattern.PathPattern},
 * matched inside the context path
 * @param policy what is declared about requests to these paths
 * @param originSource the name of the origin source that is asked about origins that no
 * entry of the policy allows, or {@code null} if there is none
 * @param mode what the rule does with its decisions
 * @param enabled whether the rule is there; one that is not is only shown
 * @param sources where values were declared, by key in kebab case, for instance
 * {@code max-age}; for people to read, without effect
 */
public record CorsRule(String name, List<String> paths, CorsPolicyDefinition policy, @Nullable String originSource,
		Mode mode, boolean enabled, Map<String, String> sources) {

	/** The pattern of every path. */
	public static final String ALL_PATHS = "/**";

	/**
	 * Create a rule.
	 */
	public CorsRule {
		paths = List.copyOf(paths);
		originSource = (originSource != null && !originSource.isBlank()) ? originSource.strip() : null;
		sources = Map.copyOf(sources);
	}

	/**
	 * Create a rule without origin source.
	 * @param name the name
	 * @param paths the patterns of the paths
	 * @param policy what is declared
	 * @param mode what the rule does with its decisions
	 * @param enabled whether the rule is there
	 * @param sources where values were declared
	 */
	public CorsRule(String name, List<String> paths, CorsPolicyDefinition policy, Mode mode, boolean enabled,
			Map<String, String> sources) {
		this(name, paths, policy, null, mode, enabled, sources);
	}

	/**
	 * Create an enabled rule that enforces its decisions.
	 * @param name the name
	 * @param policy what is declared
	 * @param paths the patterns of the paths
	 * @return the rule
	 */
	public static CorsRule of(String name, CorsPolicyDefinition policy, String... paths) {
		return new CorsRule(name, List.of(paths), policy, Mode.ENFORCE, true, Map.of());
	}

	/**
	 * The same rule with an origin source.
	 * @param originSource the name of the bean that is asked about origins that no entry
	 * of the policy allows
	 * @return the rule
	 */
	public CorsRule withOriginSource(String originSource) {
		return new CorsRule(this.name, this.paths, this.policy, originSource, this.mode, this.enabled, this.sources);
	}

}
