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

package io.github.corsstarter.autoconfigure.layer;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The layers that an application can have on either stack: one application for each,
 * started with a rule for {@code /api/**}.
 */
abstract class AbstractCorsLayersTests {

	static final String RULE = "cors.rules.api.allowed-origins=https://app.example.com";

	static final String PATHS = "cors.rules.api.paths=/api/**";

	private static final String GRAPHQL = "org.springframework.graphql.execution.GraphQlSource";

	/** Starts an application of the stack and has it look for layers. */
	abstract List<OtherCorsLayer> start(@Nullable ClassLoader classLoader, List<String> properties,
			Class<?>... configuration);

	/** The configuration of the stack that has something which this one has, too. */
	abstract Class<?> configuration(Part part);

	final List<OtherCorsLayer> start(List<String> more, Class<?>... configuration) {
		return start((ClassLoader) null, governed(more), configuration);
	}

	final List<OtherCorsLayer> start(Class<?>... configuration) {
		return start(List.of(), configuration);
	}

	static List<String> governed(List<String> more) {
		List<String> properties = new ArrayList<>(List.of(RULE, PATHS));
		properties.addAll(more);
		return properties;
	}

	static OtherCorsLayer only(List<OtherCorsLayer> layers, Kind kind) {
		assertThat(layers).singleElement().extracting(OtherCorsLayer::kind).isEqualTo(kind);
		return layers.get(0);
	}

	@Test
	void aPlainApplicationHasNone() {
		assertThat(start(CrossOriginControllers.Plain.class)).isEmpty();
	}

	@Test
	void aCorsFilterIsReported() {
		OtherCorsLayer layer = only(start(configuration(Part.CORS_FILTER)), Kind.CORS_FILTER);
		assertThat(layer.where()).contains("'partnerFilter'");
		assertThat(layer.wins()).startsWith("The rule wins");
	}

	@Test
	void aFilterWrittenByHandIsKnownByItsName() {
		OtherCorsLayer layer = only(start(configuration(Part.FILTER_BY_HAND)), Kind.CORS_FILTER);
		assertThat(layer.where()).contains("SimpleCORSFilter");
	}

	@Test
	void aFilterBeforeTheRulesWins() {
		OtherCorsLayer layer = only(start(configuration(Part.FILTER_BEFORE_RULES)), Kind.CORS_FILTER);
		assertThat(layer.wins()).startsWith("This filter wins");
	}

	@Test
	void aSourceIsReported() {
		OtherCorsLayer layer = only(start(configuration(Part.SOURCE)), Kind.CORS_CONFIGURATION_SOURCE);
		assertThat(layer.where()).contains("'partnerSource'");
		assertThat(layer.wins()).contains("no effect");
	}

	@Test
	void globalMappingsAreReportedOnce() {
		OtherCorsLayer layer = only(start(configuration(Part.MAPPINGS)), Kind.CORS_MAPPINGS);
		assertThat(layer.where()).contains("addCorsMappings").endsWith(": /api/orders/**");
	}

	@Test
	void globalMappingsOfOtherPathsAreNotReported() {
		assertThat(start(configuration(Part.MAPPINGS_ELSEWHERE))).isEmpty();
	}

	@Test
	void handlersWithCrossOriginAreListed() {
		OtherCorsLayer layer = only(
				start(CrossOriginControllers.Plain.class, CrossOriginControllers.OnMethods.class,
						CrossOriginControllers.OnType.class, CrossOriginControllers.Inherited.class),
				Kind.CROSS_ORIGIN);
		String type = CrossOriginControllers.class.getName();
		assertThat(layer.where()).isEqualTo("@CrossOrigin on " + type + "$Inherited#inherited (/api/inherited), " + type
				+ "$OnMethods#create (/api/orders), " + type + "$OnMethods#order (/api/orders/{id}), " + type
				+ "$OnType#a (/api/typed/a), " + type + "$OnType#b (/api/typed/b)");
		assertThat(layer.wins()).startsWith("The rule wins");
	}

	@Test
	void handlersThatNoRuleGovernsAreNotListed() {
		assertThat(start(CrossOriginControllers.Elsewhere.class)).isEmpty();
	}

	@Test
	void manyHandlersAreCounted() {
		OtherCorsLayer layer = only(start(configuration(Part.MANY_HANDLERS)), Kind.CROSS_ORIGIN);
		assertThat(layer.where().split("#")).hasSize(CrossOriginHandlers.NAMED + 1);
		assertThat(layer.where()).endsWith(" and 5 more");
	}

	@Test
	void corsOfSpringSecurityIsReported() {
		OtherCorsLayer layer = only(start(configuration(Part.SECURITY)), Kind.SPRING_SECURITY);
		assertThat(layer.where()).endsWith(" apiChain");
		assertThat(layer.wins()).startsWith("The rule wins");
	}

	@Test
	void springSecurityWithoutCorsIsNotReported() {
		assertThat(start(configuration(Part.SECURITY_WITHOUT_CORS))).isEmpty();
	}

	@Test
	void springSecurityBeforeTheRulesWins() {
		OtherCorsLayer layer = only(start(List.of("cors.filter-order=0"), configuration(Part.SECURITY_BEFORE_RULES)),
				Kind.SPRING_SECURITY);
		assertThat(layer.wins()).startsWith("Spring Security wins");
	}

	@Test
	void corsOfTheActuatorIsReportedWhereARuleNamesItsPath() {
		OtherCorsLayer layer = only(
				start(List.of("cors.rules.api.paths=/actuator/**",
						"management.endpoints.web.cors.allowed-origins=https://partner.example.com")),
				Kind.MANAGEMENT_ENDPOINTS);
		assertThat(layer.where()).isEqualTo("management.endpoints.web.cors");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.rules.api.paths=/**", "management.server.port=0" })
	void corsOfTheActuatorIsNotReportedWhereItStaysInForce(String property) {
		assertThat(
				start(List.of("management.endpoints.web.cors.allowed-origin-patterns=https://*.example.com", property)))
			.isEmpty();
	}

	@Test
	void corsOfGraphQlIsReported() {
		OtherCorsLayer layer = only(
				start(new SyntheticClassLoader(GRAPHQL),
						governed(List.of("spring.graphql.cors.allowed-origins=*", "spring.graphql.path=/api/graphql"))),
				Kind.GRAPHQL);
		assertThat(layer.where()).isEqualTo("spring.graphql.cors: /api/graphql");
	}

	@Test
	void corsOfGraphQlIsNotReportedWhereNoRuleGoverns() {
		assertThat(start(new SyntheticClassLoader(GRAPHQL), governed(List.of("spring.graphql.cors.allowed-origins=*"))))
			.isEmpty();
	}

	@Test
	void corsOfGraphQlIsNotReportedASecondTimeAsAGlobalMapping() {
		only(start(new SyntheticClassLoader(GRAPHQL),
				governed(List.of("spring.graphql.cors.allowed-origins=*", "spring.graphql.http.path=/api/orders/**")),
				configuration(Part.MAPPINGS)), Kind.GRAPHQL);
	}

	@Test
	void anApplicationWithoutRulesReportsNothing() {
		assertThat(start((ClassLoader) null, List.of(), configuration(Part.CORS_FILTER), configuration(Part.SOURCE),
				configuration(Part.MAPPINGS), CrossOriginControllers.OnType.class))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.enabled=false", "cors.rules.api.enabled=false" })
	void rulesThatAreNotInForceReportNothing(String property) {
		assertThat(start(List.of(property), configuration(Part.CORS_FILTER))).isEmpty();
	}

	@Test
	void theOtherLayerWinsWhereRulesOnlyReport() {
		OtherCorsLayer layer = only(
				start(List.of("cors.rules.api.mode=report-only"), CrossOriginControllers.OnType.class),
				Kind.CROSS_ORIGIN);
		assertThat(layer.wins()).startsWith("The other layer wins");
	}

	@Test
	void theOtherLayerWinsOnThosePathsWhereRulesOnlyReport() {
		OtherCorsLayer layer = only(start(
				List.of("cors.rules.trial.mode=report-only", "cors.rules.trial.paths=/api/typed/b",
						"cors.rules.trial.allowed-origins=https://app.example.com"),
				CrossOriginControllers.OnType.class), Kind.CROSS_ORIGIN);
		assertThat(layer.wins()).startsWith("The rule wins")
			.endsWith("Where a rule only reports, the other layer wins.");
	}

	@Test
	void severalLayersAreReportedOnceEach() {
		assertThat(start(configuration(Part.CORS_FILTER), configuration(Part.SOURCE), configuration(Part.MAPPINGS),
				configuration(Part.SECURITY), CrossOriginControllers.OnType.class))
			.extracting(OtherCorsLayer::kind)
			.containsExactlyInAnyOrder(Kind.CORS_FILTER, Kind.CORS_CONFIGURATION_SOURCE, Kind.CORS_MAPPINGS,
					Kind.SPRING_SECURITY, Kind.CROSS_ORIGIN);
	}

	@Test
	void aSearchThatFailsNeitherStopsTheStartNorTheOtherSearches() {
		only(start(WithBrokenSearch.class, configuration(Part.CORS_FILTER)), Kind.CORS_FILTER);
	}

	@Test
	void anApplicationWithoutSpringSecurityStarts() {
		assertThat(start(new FilteredClassLoader("org.springframework.security"), governed(List.of()),
				configuration(Part.CORS_FILTER)))
			.hasSize(1);
	}

	@Configuration(proxyBeanMethods = false)
	static class WithBrokenSearch {

		@Bean
		CorsLayerFinder brokenFinder() {
			return (application) -> {
				throw new IllegalStateException("broken");
			};
		}

		@Bean
		CorsLayerFinder unlinkedFinder() {
			return (application) -> {
				throw new NoClassDefFoundError("unlinked");
			};
		}

	}

	/**
	 * What an application may have, whatever its stack.
	 */
	enum Part {

		CORS_FILTER, FILTER_BY_HAND, FILTER_BEFORE_RULES, SOURCE, MAPPINGS, MAPPINGS_ELSEWHERE, MANY_HANDLERS, SECURITY,
		SECURITY_WITHOUT_CORS, SECURITY_BEFORE_RULES

	}

}
