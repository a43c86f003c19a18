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
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsProperties.Defaults;
import io.github.corsstarter.autoconfigure.CorsProperties.OriginCache;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import io.github.corsstarter.rule.CompiledRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what is documented about the properties with the records that they are bound
 * to: the metadata for IDEs and the table in the README.
 */
class MetadataTests {

	private static final String RULE = "cors.rules.<name>.";

	private static final String ORIGIN_CACHE = "cors.origin-cache.";

	private static final Map<String, Object> METADATA = metadata();

	@Test
	void theDefaultsHaveTheKeysOfARuleWithoutEnabledAndPaths() {
		assertThat(keys(Rule.class)).containsSubsequence(keys(Defaults.class))
			.filteredOn((key) -> !keys(Defaults.class).contains(key))
			.containsExactlyInAnyOrder("enabled", "paths");
	}

	@Test
	void theMetadataKnowsEveryProperty() {
		assertThat(properties().keySet()).containsExactlyInAnyOrderElementsOf(
				Stream.concat(Stream.of("cors.enabled", "cors.filter-order", "cors.unmatched-preflights", "cors.rules"),
						Stream.concat(keys(Defaults.class).stream().map((key) -> "cors.defaults." + key),
								keys(OriginCache.class).stream().map((key) -> ORIGIN_CACHE + key)))
					.toList());
	}

	@ParameterizedTest
	@MethodSource("descriptions")
	void everyPropertyIsDescribedInOneSentence(String name, String description) {
		assertThat(description).as(name).matches("[A-Z].*[a-z)*']\\.").doesNotContain(". ").doesNotContain("\n");
	}

	static Stream<Object[]> descriptions() {
		return properties().entrySet()
			.stream()
			.map((property) -> new Object[] { property.getKey(), property.getValue().get("description") });
	}

	@ParameterizedTest
	@MethodSource("recordComponents")
	void everyBooleanIsDescribedAsOne(String name, RecordComponent component) {
		boolean isBoolean = component.getType() == Boolean.class || component.getType() == boolean.class;
		String description = properties().get(name).get("description").toString();
		assertThat(description.startsWith("Whether ")).as(description).isEqualTo(isBoolean || name.endsWith(".mode"));
	}

	static Stream<Object[]> recordComponents() {
		return Stream.concat(
				Stream.of(CorsProperties.class.getRecordComponents())
					.filter((component) -> !component.getType().isRecord())
					.map((component) -> new Object[] { "cors." + kebab(component.getName()), component }),
				Stream.of(Defaults.class.getRecordComponents())
					.map((component) -> new Object[] { "cors.defaults." + kebab(component.getName()), component }));
	}

	@Test
	void theMetadataHasTheValuesThatHoldWhenNothingIsSet() {
		Map<String, String> expected = new TreeMap<>();
		expected.put("cors.enabled", "true");
		expected.put("cors.filter-order", Integer.toString(CorsProperties.DEFAULT_FILTER_ORDER));
		expected.put("cors.unmatched-preflights", "pass");
		effectiveDefaults().forEach((key, value) -> expected.put("cors.defaults." + key, value));
		expected.putAll(originCacheDefaults());
		expected.keySet().retainAll(properties().keySet());
		expected.values().removeIf(String::isEmpty);
		Map<String, String> documented = new TreeMap<>();
		properties().forEach((name, property) -> {
			if (property.containsKey("defaultValue")) {
				documented.put(name, text(property.get("defaultValue")));
			}
		});
		assertThat(documented).isEqualTo(expected);
	}

	@Test
	void theReadmeHasEveryPropertyWithItsDefault() throws IOException {
		Map<String, String> expected = new LinkedHashMap<>();
		expected.put("cors.enabled", "true");
		expected.put("cors.filter-order", Integer.toString(CorsProperties.DEFAULT_FILTER_ORDER));
		expected.put("cors.unmatched-preflights", "pass");
		expected.put("cors.defaults.*", "");
		expected.putAll(originCacheDefaults());
		Map<String, String> effectiveDefaults = effectiveDefaults();
		keys(Rule.class).forEach((key) -> expected.put(RULE + key, effectiveDefaults.get(key)));
		assertThat(readme()).containsExactlyEntriesOf(expected);
	}

	@ParameterizedTest
	@MethodSource("hints")
	void everyValueThatIsHintedAtIsGood(String property, String value) {
		assertThat(properties()).containsKey(property);
		String key = property.substring(property.lastIndexOf('.') + 1);
		String origins = key.startsWith("allowed-origin") ? "" : "cors.rules.api.allowed-origins";
		Configured configured = Configured.properties("cors.rules.api." + key, value, origins,
				"https://app.example.com");
		// what * leaves out is always said
		assertThat(configured.load().warnings()).extracting(ConfigurationProblem::code)
			.allMatch((code) -> code == ProblemCode.HEADER_WILDCARD_WITHOUT_AUTHORIZATION);
		assertThat(configured.load().ruleSet().rules()).hasSize(1);
	}

	static Stream<Object[]> hints() {
		return list(METADATA.get("hints")).stream()
			.flatMap((hint) -> list(hint.get("values")).stream()
				.map((value) -> new Object[] { hint.get("name"), value.get("value") }));
	}

	@Test
	void methodsAndHeadersAreHintedAt() {
		assertThat(hints().map((hint) -> hint[0])).contains("cors.defaults.allowed-methods",
				"cors.defaults.allowed-headers", "cors.defaults.exposed-headers");
		assertThat(list(METADATA.get("hints")))
			.allSatisfy((hint) -> assertThat(list(hint.get("providers"))).as("other values are good as well")
				.extracting((provider) -> provider.get("name"))
				.containsExactly("any"));
	}

	/**
	 * What holds for a rule that sets nothing but its origins, as it would be written.
	 */
	private static Map<String, String> effectiveDefaults() {
		CompiledRule rule = Configured.properties("cors.rules.api.allowed-origins", "").rule();
		Map<String, String> values = new TreeMap<>();
		for (RecordComponent component : CorsPolicyDefinition.class.getRecordComponents()) {
			values.put(kebab(component.getName()), text(get(component, rule.policy().definition())));
		}
		values.put("origin-source", "");
		values.put("enabled", text(rule.rule().enabled()));
		values.put("paths", text(rule.paths()));
		values.put("mode", text(rule.rule().mode()));
		values.put("max-age", rule.policy().definition().maxAge().toMinutes() + "m");
		return values;
	}

	private static Map<String, String> originCacheDefaults() {
		OriginCache cache = Configured.properties("cors.rules.api.allowed-origins", "")
			.load()
			.properties()
			.originCache();
		Map<String, String> values = new LinkedHashMap<>();
		for (RecordComponent component : OriginCache.class.getRecordComponents()) {
			Object value = get(component, cache);
			values.put(ORIGIN_CACHE + kebab(component.getName()),
					(value instanceof Duration duration) ? duration.toSeconds() + "s" : text(value));
		}
		return values;
	}

	private static Object get(RecordComponent component, Object target) {
		try {
			return component.getAccessor().invoke(target);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Object value) {
		if (value instanceof Collection<?> list) {
			return String.join(", ", list.stream().map(Object::toString).toList());
		}
		return (value instanceof Enum<?> constant) ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
				: value.toString();
	}

	private static List<String> keys(Class<? extends Record> type) {
		return Stream.of(type.getRecordComponents()).map((component) -> kebab(component.getName())).toList();
	}

	private static String kebab(String camel) {
		return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static Map<String, Map<String, Object>> properties() {
		Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
		list(METADATA.get("properties")).stream()
			.filter((property) -> property.get("name").toString().startsWith("cors."))
			.forEach((property) -> properties.put(property.get("name").toString(), property));
		return properties;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Object value) {
		return (List<Map<String, Object>>) value;
	}

	private static Map<String, Object> metadata() {
		try {
			for (URL url : Collections.list(
					MetadataTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream in = url.openStream()) {
					String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
					if (json.contains(CorsProperties.class.getName())) {
						return JsonParserFactory.getJsonParser().parseMap(json);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("No metadata on the class path");
	}

	/** Names and defaults in the table. */
	private static Map<String, String> readme() throws IOException {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("README.md")) || !Files.exists(directory.resolve("cors-starter-core"))) {
			directory = directory.getParent();
		}
		String readme = Files.readString(directory.resolve("README.md"));
		String table = readme.substring(readme.indexOf("<!-- properties -->"), readme.indexOf("<!-- /properties -->"));
		Map<String, String> rows = new LinkedHashMap<>();
		table.lines().filter((line) -> line.startsWith("| `")).forEach((line) -> {
			String[] cells = line.split("\\|");
			assertThat(cells).as(line).hasSize(4);
			assertThat(cells[3].strip()).as(line).isNotEmpty().endsWith(".");
			rows.put(cells[1].strip().replace("`", ""), cells[2].strip().replace("`", ""));
		});
		return rows;
	}

}
