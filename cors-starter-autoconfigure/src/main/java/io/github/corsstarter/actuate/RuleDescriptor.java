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

package io.github.corsstarter.actuate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.CorsRule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A rule with its effective values.
 *
 * @param name the name
 * @param enabled whether the rule is there
 * @param paths the path patterns, the most specific first
 * @param mode {@code enforce} or {@code report-only}
 * @param allowedOrigins the allowed origins
 * @param allowedOriginPatterns the patterns for allowed origins
 * @param originSource the name of the bean that is asked about further origins, or
 * {@code null} if there is none
 * @param allowedMethods the methods that preflights allow
 * @param allowedHeaders the request headers that preflights allow
 * @param exposedHeaders the response headers that scripts may read
 * @param allowCredentials whether credentials are allowed
 * @param maxAge how long preflights may be kept, in seconds
 * @param disallowedRequests {@code reject} or {@code pass-through}
 * @param dangerouslyTolerateInsecureOrigins whether {@code http} origins may be combined
 * with credentials
 * @param dangerouslyToleratePublicSuffixPatterns whether patterns right below a public
 * suffix may be combined with credentials
 * @param sources where values were configured, by key; a key that is not here has its
 * default value
 */
public record RuleDescriptor(String name, boolean enabled, List<String> paths, String mode, List<String> allowedOrigins,
		List<String> allowedOriginPatterns, @Nullable String originSource, List<String> allowedMethods,
		List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials, long maxAge,
		String disallowedRequests, boolean dangerouslyTolerateInsecureOrigins,
		boolean dangerouslyToleratePublicSuffixPatterns, Map<String, String> sources) implements OperationResponseBody {

	static RuleDescriptor of(CorsRule rule, CorsPolicyDefinition policy, List<String> paths) {
		return new RuleDescriptor(rule.name(), rule.enabled(), paths, kebab(rule.mode()), policy.allowedOrigins(),
				policy.allowedOriginPatterns(), rule.originSource(), policy.allowedMethods(), policy.allowedHeaders(),
				policy.exposedHeaders(), policy.allowCredentials(), policy.maxAge().toSeconds(),
				kebab(policy.disallowedRequests()), policy.dangerouslyTolerateInsecureOrigins(),
				policy.dangerouslyToleratePublicSuffixPatterns(), new TreeMap<>(rule.sources()));
	}

	private static String kebab(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
