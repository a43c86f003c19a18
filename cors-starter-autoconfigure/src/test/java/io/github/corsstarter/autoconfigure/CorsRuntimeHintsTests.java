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

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.actuate.CorsEndpoint.CorsDescriptor;
import io.github.corsstarter.actuate.CorsExplainEndpointWebExtension.BadQuestion;
import io.github.corsstarter.actuate.CorsRejectionsEndpoint.RejectionsDescriptor;
import io.github.corsstarter.actuate.ExplanationDescriptor;
import io.github.corsstarter.actuate.RuleDescriptor;
import io.github.corsstarter.autoconfigure.CorsProperties.Defaults;
import io.github.corsstarter.autoconfigure.CorsProperties.OriginCache;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the runtime hints of the starter, as Spring finds them.
 */
class CorsRuntimeHintsTests {

	private static RuntimeHints hints(ClassLoader classLoader) {
		RuntimeHints hints = new RuntimeHints();
		List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader
			.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class);
		registrars.stream()
			.filter((registrar) -> registrar.getClass().getPackageName().startsWith("io.github.corsstarter"))
			.forEach((registrar) -> registrar.registerHints(hints, classLoader));
		return hints;
	}

	@Test
	void thePropertiesCanBeBound() {
		RuntimeHints hints = hints(ClassUtils.getDefaultClassLoader());
		for (Class<?> type : List.of(CorsProperties.class, Rule.class, Defaults.class, OriginCache.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructor(type.getDeclaredConstructors()[0]).invoke())
				.as(type.getName())
				.accepts(hints);
		}
	}

	@Test
	void theListOfPublicSuffixesAndThePageAreKept() {
		RuntimeHints hints = hints(ClassUtils.getDefaultClassLoader());
		for (String resource : List.of("origin/public-suffixes.txt", "actuate/console.html", "actuate/console.css",
				"actuate/console.js")) {
			assertThat(getClass().getResource("/io/github/corsstarter/" + resource)).as(resource).isNotNull();
			assertThat(RuntimeHintsPredicates.resource().forResource("io/github/corsstarter/" + resource)).as(resource)
				.accepts(hints);
		}
	}

	@Test
	void everyPartOfWhatTheEndpointsAnswerCanBeWritten() {
		RuntimeHints hints = hints(ClassUtils.getDefaultClassLoader());
		Set<Class<?>> records = new LinkedHashSet<>();
		for (Class<?> answer : List.of(CorsDescriptor.class, RuleDescriptor.class, ExplanationDescriptor.class,
				BadQuestion.class, RejectionsDescriptor.class)) {
			addRecords(answer, records);
		}
		assertThat(records).hasSizeGreaterThan(5)
			.allSatisfy((type) -> assertThat(type.getRecordComponents()).isNotEmpty()
				.allSatisfy((component) -> assertThat(
						RuntimeHintsPredicates.reflection().onMethod(component.getAccessor()).invoke())
					.as(component.toString())
					.accepts(hints)));
	}

	/** The records of the starter among a type, its components and their arguments. */
	private static void addRecords(Type type, Set<Class<?>> records) {
		if (type instanceof ParameterizedType parameterized) {
			for (Type argument : parameterized.getActualTypeArguments()) {
				addRecords(argument, records);
			}
		}
		else if (type instanceof Class<?> found && found.isRecord() && records.add(found)) {
			for (RecordComponent component : found.getRecordComponents()) {
				addRecords(component.getGenericType(), records);
			}
		}
	}

	@Test
	void withoutTheActuatorNothingOfItIsKept() {
		RuntimeHints hints = hints(new FilteredClassLoader("org.springframework.boot.actuate"));
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/corsstarter/actuate/console.html"))
			.rejects(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.class)).accepts(hints);
	}

}
