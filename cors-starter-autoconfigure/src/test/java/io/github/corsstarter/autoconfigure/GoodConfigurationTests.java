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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nothing is said about configurations as good applications have them.
 */
class GoodConfigurationTests {

	/** How many there are at least. */
	private static final int ENOUGH = 60;

	static List<Good> configurations() throws IOException {
		List<PropertySource<?>> documents = new YamlPropertySourceLoader().load("good",
				new ClassPathResource("good-configurations.yml", GoodConfigurationTests.class));
		Map<String, Good> byTitle = new LinkedHashMap<>();
		for (PropertySource<?> document : documents) {
			String title = (String) document.getProperty("test.title");
			byTitle.computeIfAbsent(title, (name) -> new Good(name, new ArrayList<>()))
				.documents()
				.add(0, (EnumerablePropertySource<?>) document);
		}
		return List.copyOf(byTitle.values());
	}

	static Stream<Arguments> starts() throws IOException {
		return configurations().stream()
			.flatMap((good) -> Stream.of(Stack.values()).map((stack) -> Arguments.of(good, stack)));
	}

	@ParameterizedTest
	@MethodSource("starts")
	void isLoadedWithoutAnyProblem(Good good, Stack stack) {
		assertThat(stack.start(good.configured()).problems()).isEmpty();
	}

	@Test
	void thereAreEnough() throws IOException {
		assertThat(configurations()).hasSizeGreaterThanOrEqualTo(ENOUGH);
	}

	/**
	 * One configuration.
	 *
	 * @param title its title
	 * @param documents the documents that it is in, the one that counts most first
	 */
	record Good(String title, List<EnumerablePropertySource<?>> documents) {

		private static final String ENVIRONMENT = "test.environment.";

		Configured configured() {
			List<PropertySource<?>> sources = new ArrayList<>();
			sources.add(new SystemEnvironmentPropertySource("systemEnvironment", environment()));
			sources.addAll(this.documents);
			return Configured.sources(sources)
				.withManagementPath(values("test.actuator").isEmpty() ? null : "/actuator")
				.withProfiles(values("test.profiles"));
		}

		private Map<String, Object> environment() {
			Map<String, Object> environment = new LinkedHashMap<>();
			this.documents.forEach((document) -> Stream.of(document.getPropertyNames())
				.filter((name) -> name.startsWith(ENVIRONMENT))
				.forEach((name) -> environment.put(name.substring(ENVIRONMENT.length()),
						String.valueOf(document.getProperty(name)))));
			return environment;
		}

		/** The values of a property or of the list that it is. */
		private List<String> values(String property) {
			return this.documents.stream()
				.flatMap((document) -> Stream.of(document.getPropertyNames())
					.filter((name) -> name.equals(property) || name.startsWith(property + "["))
					.map((name) -> String.valueOf(document.getProperty(name))))
				.toList();
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
