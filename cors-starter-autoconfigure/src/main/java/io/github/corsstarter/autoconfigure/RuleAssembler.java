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

package io.github.corsstarter.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.autoconfigure.CorsProperties.Defaults;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.Mode;
import io.github.corsstarter.rule.OriginSources;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rule of what is configured for it, what is configured for all rules, and what
 * holds when nothing is configured.
 */
final class RuleAssembler {

	private final Defaults defaults;

	private final PropertySourceNames names;

	private final Map<String, String> sources = new HashMap<>();

	private final String name;

	private final Rule rule;

	RuleAssembler(String name, Rule rule, Defaults defaults, PropertySourceNames names) {
		this.name = name;
		this.rule = rule;
		this.defaults = defaults;
		this.names = names;
	}

	CorsRule assemble() {
		CorsPolicyDefinition policy = new CorsPolicyDefinition(
				value("allowed-origins", Rule::allowedOrigins, Defaults::allowedOrigins, List.of()),
				value("allowed-origin-patterns", Rule::allowedOriginPatterns, Defaults::allowedOriginPatterns,
						List.of()),
				value("allowed-methods", Rule::allowedMethods, Defaults::allowedMethods,
						CorsPolicyDefinition.DEFAULT_ALLOWED_METHODS),
				value("allowed-headers", Rule::allowedHeaders, Defaults::allowedHeaders,
						CorsPolicyDefinition.DEFAULT_ALLOWED_HEADERS),
				value("exposed-headers", Rule::exposedHeaders, Defaults::exposedHeaders, List.of()),
				value("allow-credentials", Rule::allowCredentials, Defaults::allowCredentials, false),
				value("max-age", Rule::maxAge, Defaults::maxAge, CorsPolicyDefinition.DEFAULT_MAX_AGE),
				value("disallowed-requests", Rule::disallowedRequests, Defaults::disallowedRequests,
						DisallowedRequests.REJECT),
				value("dangerously-tolerate-insecure-origins", Rule::dangerouslyTolerateInsecureOrigins,
						Defaults::dangerouslyTolerateInsecureOrigins, false),
				value("dangerously-tolerate-public-suffix-patterns", Rule::dangerouslyToleratePublicSuffixPatterns,
						Defaults::dangerouslyToleratePublicSuffixPatterns, false));
		Mode mode = value("mode", Rule::mode, Defaults::mode, Mode.ENFORCE);
		List<String> paths = value("paths", Rule::paths, (none) -> null, List.of(CorsRule.ALL_PATHS));
		boolean enabled = value("enabled", Rule::enabled, (none) -> null, true);
		String originSource = value(OriginSources.KEY, Rule::originSource, Defaults::originSource, "");
		return new CorsRule(this.name, paths, policy, originSource, mode, enabled, this.sources);
	}

	private <T> T value(String key, Function<Rule, @Nullable T> own, Function<Defaults, @Nullable T> common,
			T otherwise) {
		T value = own.apply(this.rule);
		if (value != null) {
			addSource(key, PropertyNames.ofRule(this.name, key));
			return value;
		}
		value = common.apply(this.defaults);
		if (value != null) {
			addSource(key, PropertyNames.ofDefaults(key));
			return value;
		}
		return otherwise;
	}

	private void addSource(String key, String property) {
		String source = this.names.findFirst(property);
		this.sources.put(key, (source != null) ? property + " - " + source : property);
	}

}
