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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.support.ConformanceTable;
import io.github.corsstarter.support.Flattened;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every case of {@code decisions.json}, from the properties to the decision: the rules
 * are bound, compiled and asked about the path.
 */
class DecisionTableTests {

	static Stream<Case> cases() {
		return ConformanceTable.read("decisions.json").map(Case::new);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void decidesAsTheTableSays(Case each) {
		CorsEvaluator evaluator = each.evaluator(each.properties());
		CorsDecision decision = evaluator.evaluate(each.path(), each.request());
		assertThat(each.shortcomings(decision)).isEmpty();
		assertThat(evaluator.evaluate(PathContainer.parsePath(each.path()), each.request()).toString())
			.isEqualTo(decision.toString());
	}

	static Stream<Case> paths() {
		return cases().filter((each) -> "path".equals(each.json().get("class")));
	}

	@ParameterizedTest
	@MethodSource("paths")
	void theOrderOfTheConfigurationNeverMatters(Case each) {
		for (int seed = 0; seed < 3; seed++) {
			List<Map.Entry<String, Object>> properties = new ArrayList<>(each.properties().entrySet());
			Collections.shuffle(properties, new Random(seed));
			Map<String, Object> shuffled = new LinkedHashMap<>();
			properties.forEach((property) -> shuffled.put(property.getKey(), property.getValue()));
			CorsDecision decision = each.evaluator(shuffled).evaluate(each.path(), each.request());
			assertThat(each.shortcomings(decision)).isEmpty();
		}
	}

	/**
	 * One line of the table.
	 *
	 * @param json the line
	 */
	record Case(Map<String, Object> json) {

		Map<String, Object> properties() {
			Map<String, Object> properties = Flattened.below("cors.rules", this.json.get("rules"));
			if (this.json.containsKey("defaults")) {
				properties.putAll(Flattened.below("cors.defaults", this.json.get("defaults")));
			}
			if (this.json.get("generateOrigins") instanceof Map<?, ?> generator) {
				int digits = ((Number) generator.get("digits")).intValue();
				for (int i = 0; i < ((Number) generator.get("count")).intValue(); i++) {
					properties.put("cors.rules." + generator.get("rule") + ".allowed-origins[" + i + "]",
							generator.get("prefix") + String.format(Locale.ROOT, "%0" + digits + "d", i)
									+ generator.get("suffix"));
				}
			}
			return properties;
		}

		CorsEvaluator evaluator(Map<String, Object> properties) {
			boolean actuator = this.json.get("needs") instanceof List<?> needs && needs.contains("actuator");
			return new CorsEvaluator(Configured.properties(properties)
				.withManagementPath(actuator ? "/actuator" : null)
				.load()
				.ruleSet());
		}

		private Map<?, ?> requestJson() {
			return (Map<?, ?>) this.json.get("request");
		}

		String path() {
			String uri = requestJson().get("path").toString();
			String path = uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri;
			Object contextPath = requestJson().get("contextPath");
			return (contextPath != null) ? path.substring(contextPath.toString().length()) : path;
		}

		CorsRequest request() {
			CorsRequestBuilder builder = CorsRequest.builder(requestJson().get("method").toString());
			((List<?>) requestJson().get("headers")).forEach((header) -> builder
				.header(((List<?>) header).get(0).toString(), ((List<?>) header).get(1).toString()));
			if (requestJson().containsKey("host")) {
				builder.ownOrigin(requestJson().get("scheme").toString(), requestJson().get("host").toString(),
						((Number) requestJson().get("port")).intValue());
			}
			return builder.build();
		}

		/** What is not as the table says. */
		Map<String, String> shortcomings(CorsDecision decision) {
			Map<?, ?> expect = (Map<?, ?>) this.json.get("expect");
			Map<String, String> shortcomings = new TreeMap<>();
			compare("decision", expect.get("decision"),
					decision.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'), shortcomings);
			compare("chainCalled", expect.get("chainCalled"), decision.proceeds(), shortcomings);
			if (!decision.proceeds()) {
				compare("status", expect.get("status"), decision.status(), shortcomings);
			}
			Map<?, ?> headers = (Map<?, ?>) expect.get("headers");
			compare("names", new TreeSet<>(headers.keySet()), new TreeSet<>(decision.headers().keySet()), shortcomings);
			headers.forEach((name, value) -> {
				String actual = decision.headers().get(name);
				if (value instanceof List<?> tokens) {
					compare(name.toString(), tokens(name, tokens.stream().map(Object::toString)),
							tokens(name, Arrays.stream(String.valueOf(actual).split(", "))), shortcomings);
				}
				else {
					compare(name.toString(), value, actual, shortcomings);
				}
			});
			compare("vary", Set.copyOf((List<?>) expect.get("vary")), Set.copyOf(decision.vary()), shortcomings);
			return shortcomings;
		}

		private static Set<String> tokens(Object name, Stream<String> tokens) {
			boolean methods = name.equals("Access-Control-Allow-Methods");
			return tokens.map((token) -> methods ? token : token.toLowerCase(Locale.ROOT))
				.collect(Collectors.toCollection(TreeSet::new));
		}

		private static void compare(String what, Object expected, Object actual, Map<String, String> shortcomings) {
			if (!expected.equals(actual)) {
				shortcomings.put(what, "expected " + expected + " but was " + actual);
			}
		}

		@Override
		public String toString() {
			return this.json.get("id") + " " + this.json.get("title");
		}

	}

}
