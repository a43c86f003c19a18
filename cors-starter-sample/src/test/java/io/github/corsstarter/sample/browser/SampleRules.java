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

package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The rules of the sample's own {@code application.yml}, compiled with the engine alone:
 * no filter and no auto-configuration has a say in what the tests expect.
 */
final class SampleRules {

	private final Map<PathPattern, CorsPolicy> policies = new TreeMap<>();

	private SampleRules(Map<String, RuleForm> rules) {
		rules.values()
			.forEach((rule) -> rule.paths()
				.forEach((path) -> this.policies.put(PathPatternParser.defaultInstance.parse(path),
						CorsPolicy.compile(rule.definition()))));
	}

	static SampleRules load() {
		try {
			Binder binder = new Binder(ConfigurationPropertySources
				.from(new YamlPropertySourceLoader().load("sample", new ClassPathResource("application.yml"))));
			return new SampleRules(binder.bind("cors.rules", Bindable.mapOf(String.class, RuleForm.class)).get());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int size() {
		return this.policies.size();
	}

	CorsDecision decide(String path, CorsRequest request) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.policies.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(parsed))
			.findFirst()
			.map((entry) -> entry.getValue().decide(request))
			.orElseGet(CorsDecision::notGoverned);
	}

	/**
	 * A rule, with the keys that the sample uses.
	 */
	record RuleForm(List<String> paths, @Nullable List<String> allowedOrigins,
			@Nullable List<String> allowedOriginPatterns, @Nullable List<String> allowedMethods,
			@Nullable List<String> allowedHeaders, @Nullable List<String> exposedHeaders, boolean allowCredentials,
			@Nullable Duration maxAge) {

		CorsPolicyDefinition definition() {
			CorsPolicyDefinition.Builder builder = CorsPolicyDefinition.builder()
				.allowCredentials(this.allowCredentials);
			if (this.allowedOrigins != null) {
				builder.allowedOrigins(this.allowedOrigins);
			}
			if (this.allowedOriginPatterns != null) {
				builder.allowedOriginPatterns(this.allowedOriginPatterns);
			}
			if (this.allowedMethods != null) {
				builder.allowedMethods(this.allowedMethods);
			}
			if (this.allowedHeaders != null) {
				builder.allowedHeaders(this.allowedHeaders);
			}
			if (this.exposedHeaders != null) {
				builder.exposedHeaders(this.exposedHeaders);
			}
			if (this.maxAge != null) {
				builder.maxAge(this.maxAge);
			}
			return builder.build();
		}

	}

}
