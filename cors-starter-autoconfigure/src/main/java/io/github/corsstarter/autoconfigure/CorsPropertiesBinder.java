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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Binds the properties, and does not stop at the first value that cannot be converted.
 */
final class CorsPropertiesBinder {

	private final Environment environment;

	private final PropertySourcesPlaceholdersResolver placeholders;

	private final PropertySourceNames names;

	private final List<ConfigurationProblem> problems = new ArrayList<>();

	CorsPropertiesBinder(Environment environment) {
		this.environment = environment;
		this.names = new PropertySourceNames(environment);
		this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
	}

	CorsProperties bind() {
		List<ConfigurationPropertySource> sources = RuleNames.of(ConfigurationPropertySources.get(this.environment));
		Binder binder = new Binder(sources, this.placeholders);
		CorsProperties properties = binder.bindOrCreate(CorsProperties.PREFIX, Bindable.of(CorsProperties.class),
				new Handler());
		return new CorsProperties(properties.enabled(), properties.filterOrder(), properties.unmatchedPreflights(),
				properties.defaults(), properties.originCache(), united(properties.rules()));
	}

	/**
	 * A name with dashes or upper case and the same name in an environment variable,
	 * which has neither, are one property. As keys of a map they are two, with the same
	 * values: what stays is the name that says more.
	 */
	private static Map<String, Rule> united(Map<String, Rule> rules) {
		Map<ConfigurationPropertyName, String> names = new LinkedHashMap<>();
		rules.keySet()
			.forEach((name) -> names.merge(PropertyNames.parse(PropertyNames.ofRule(name)), name,
					(first, second) -> PropertyNames.isUniform(first) ? second : first));
		Map<String, Rule> united = new LinkedHashMap<>();
		names.values().forEach((name) -> united.put(name, rules.get(name)));
		return united;
	}

	List<ConfigurationProblem> problems() {
		return this.problems;
	}

	private final class Handler extends AbstractBindHandler {

		@Override
		public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
				BindContext context) {
			forEachRuleNames(context, (names) -> names.onStart(name));
			return target;
		}

		@Override
		public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				@Nullable Object result) {
			forEachRuleNames(context, (names) -> names.onFinish(name));
		}

		private static void forEachRuleNames(BindContext context, Consumer<RuleNames> consumer) {
			for (ConfigurationPropertySource source : context.getSources()) {
				if (source instanceof RuleNames names) {
					consumer.accept(names);
				}
			}
		}

		@Override
		public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Object result) {
			// Spring Boot 4.1 takes an empty value for a record without telling
			ConfigurationProperty property = (result instanceof Rule) ? find(name, context)
					: context.getConfigurationProperty();
			if (property == null || !property.getName().equals(name)) {
				return result;
			}
			boolean scalarList = result instanceof List && !(property.getValue() instanceof Iterable);
			return scalarList ? split(property.getValue()) : result;
		}

		private List<String> split(Object value) {
			return CommaList.split(String.valueOf(CorsPropertiesBinder.this.placeholders.resolvePlaceholders(value)));
		}

		@Override
		public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Exception error) throws Exception {
			ConfigurationProperty property = find(name, context);
			if (property == null) {
				throw error;
			}
			Class<?> type = target.getType().resolve(Object.class);
			if (type == CorsProperties.class) {
				// somebody else's property or variable, which happens to have our prefix
				// as its name
				return CorsProperties.EMPTY;
			}
			String value = String.valueOf(property.getValue());
			if (Convertible.hasKeys(type) && value.isEmpty()) {
				return (type == Rule.class) ? Rule.EMPTY : null;
			}
			CorsPropertiesBinder.this.problems
				.add(ConfigurationProblem.at(name.toString(), value, CorsPropertiesBinder.this.names,
						ProblemCode.NOT_CONVERTIBLE, Convertible.message(type), Convertible.suggestion(type, value)));
			return null;
		}

		/** The context forgets the property when it looks for keys below it. */
		private static @Nullable ConfigurationProperty find(ConfigurationPropertyName name, BindContext context) {
			for (ConfigurationPropertySource source : context.getSources()) {
				ConfigurationProperty property = source.getConfigurationProperty(name);
				if (property != null) {
					return property;
				}
			}
			return null;
		}

	}

}
