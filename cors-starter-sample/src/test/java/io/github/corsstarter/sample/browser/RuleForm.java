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
import java.util.function.Consumer;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.Mode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * A rule as a file declares it, read without the auto-configuration.
 */
record RuleForm(@DefaultValue("/**") List<String> paths, @DefaultValue("true") boolean enabled,
		@DefaultValue("enforce") Mode mode, @Nullable List<String> allowedOrigins,
		@Nullable List<String> allowedOriginPatterns, @Nullable List<String> allowedMethods,
		@Nullable List<String> allowedHeaders, @Nullable List<String> exposedHeaders,
		@Nullable Boolean allowCredentials, @Nullable Duration maxAge, @Nullable DisallowedRequests disallowedRequests,
		@Nullable Boolean dangerouslyTolerateInsecureOrigins,
		@Nullable Boolean dangerouslyToleratePublicSuffixPatterns) {

	/**
	 * Read the rules of the sample's own {@code application.yml}.
	 * @return the rules by name
	 */
	static Map<String, RuleForm> ofTheSample() {
		try {
			return bind(ConfigurationPropertySources
				.from(new YamlPropertySourceLoader().load("sample", new ClassPathResource("application.yml"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Map<String, RuleForm> bind(Iterable<ConfigurationPropertySource> sources) {
		return new Binder(sources).bind("cors.rules", Bindable.mapOf(String.class, RuleForm.class)).get();
	}

	boolean isEnforced() {
		return this.enabled && this.mode == Mode.ENFORCE;
	}

	CorsRule toRule(String name) {
		return new CorsRule(name, this.paths, definition(), this.mode, this.enabled, Map.of());
	}

	CorsPolicyDefinition definition() {
		CorsPolicyDefinition.Builder builder = CorsPolicyDefinition.builder();
		ifSet(this.allowedOrigins, builder::allowedOrigins);
		ifSet(this.allowedOriginPatterns, builder::allowedOriginPatterns);
		ifSet(this.allowedMethods, builder::allowedMethods);
		ifSet(this.allowedHeaders, builder::allowedHeaders);
		ifSet(this.exposedHeaders, builder::exposedHeaders);
		ifSet(this.allowCredentials, builder::allowCredentials);
		ifSet(this.maxAge, builder::maxAge);
		ifSet(this.disallowedRequests, builder::disallowedRequests);
		ifSet(this.dangerouslyTolerateInsecureOrigins, builder::dangerouslyTolerateInsecureOrigins);
		ifSet(this.dangerouslyToleratePublicSuffixPatterns, builder::dangerouslyToleratePublicSuffixPatterns);
		return builder.build();
	}

	private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
		if (value != null) {
			setter.accept(value);
		}
	}

}
