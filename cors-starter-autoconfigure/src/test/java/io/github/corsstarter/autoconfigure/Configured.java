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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.source.CorsOriginSource;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * An environment that has nothing but what a test configures, and what is loaded from it.
 */
final class Configured {

	private final List<PropertySource<?>> sources = new ArrayList<>();

	private final List<CorsRule> beans = new ArrayList<>();

	private final Map<String, Object> originSources = new LinkedHashMap<>();

	private final List<String> profiles = new ArrayList<>();

	private String managementPath;

	private Configured() {
	}

	static Configured yaml(String... lines) {
		return new Configured().andYaml(lines);
	}

	static Configured properties(String... namesAndValues) {
		return new Configured().andProperties(namesAndValues);
	}

	static Configured properties(Map<String, Object> properties) {
		Configured configured = new Configured();
		configured.sources.add(new MapPropertySource("test", properties));
		return configured;
	}

	static Configured sources(List<PropertySource<?>> sources) {
		Configured configured = new Configured();
		configured.sources.addAll(sources);
		return configured;
	}

	static Configured variables(String... namesAndValues) {
		Configured configured = new Configured();
		configured.sources.add(new SystemEnvironmentPropertySource("systemEnvironment", map(namesAndValues)));
		return configured;
	}

	/** Add a YAML file with lower precedence than what is there. */
	Configured andYaml(String... lines) {
		ByteArrayResource resource = new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
				"application.yml");
		try {
			this.sources.addAll(new YamlPropertySourceLoader().load("yaml" + this.sources.size(), resource));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** Add properties with lower precedence than what is there. */
	Configured andProperties(String... namesAndValues) {
		this.sources.add(new MapPropertySource("properties" + this.sources.size(), map(namesAndValues)));
		return this;
	}

	Configured andBean(CorsRule rule) {
		this.beans.add(rule);
		return this;
	}

	/** Add an origin source that allows nothing. */
	Configured andOriginSource(String name) {
		CorsOriginSource source = (origin) -> false;
		this.originSources.put(name, source);
		return this;
	}

	Configured withManagementPath(String path) {
		this.managementPath = path;
		return this;
	}

	Configured withProfiles(List<String> profiles) {
		this.profiles.addAll(profiles);
		return this;
	}

	boolean hasManagementPath() {
		return this.managementPath != null;
	}

	private static Map<String, Object> map(String... namesAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			map.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return map;
	}

	ConfigurableEnvironment environment() {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().stream().toList().forEach((source) -> {
			environment.getPropertySources().remove(source.getName());
		});
		this.sources.forEach(environment.getPropertySources()::addLast);
		this.profiles.forEach(environment::addActiveProfile);
		return environment;
	}

	private Map<String, CorsRule> beansByName() {
		Map<String, CorsRule> beans = new LinkedHashMap<>();
		this.beans.forEach((rule) -> beans.put("bean-" + beans.size(), rule));
		return beans;
	}

	/** Configure an application before it starts. */
	void applyTo(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		for (int i = this.sources.size() - 1; i >= 0; i--) {
			environment.getPropertySources().addFirst(this.sources.get(i));
		}
		this.profiles.forEach(environment::addActiveProfile);
		beansByName().forEach(context.getBeanFactory()::registerSingleton);
		this.originSources.forEach(context.getBeanFactory()::registerSingleton);
	}

	LoadedRules load() {
		OriginSourceBeans sources = new OriginSourceBeans(new StaticListableBeanFactory(this.originSources), null,
				List::of);
		return new CorsRuleLoader(environment(), beansByName(), this.managementPath, sources::within).load();
	}

	/** The only rule, loaded. */
	CompiledRule rule() {
		List<CompiledRule> rules = load().ruleSet().rules();
		Assertions.assertThat(rules).hasSize(1);
		return rules.get(0);
	}

	/** The policy of the only rule, loaded. */
	CorsPolicyDefinition policy() {
		return rule().policy().definition();
	}

	/** What is refused. */
	List<ConfigurationProblem> problems() {
		InvalidCorsConfigurationException refusal = ThrowableAssert
			.catchThrowableOfType(InvalidCorsConfigurationException.class, this::load);
		Assertions.assertThat(refusal).as("refusal").isNotNull();
		return refusal.problems();
	}

}
