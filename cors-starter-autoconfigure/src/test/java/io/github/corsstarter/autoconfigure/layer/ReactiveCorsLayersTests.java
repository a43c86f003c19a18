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

import java.util.Arrays;
import java.util.List;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The layers of an application on the reactive stack.
 */
class ReactiveCorsLayersTests extends AbstractCorsLayersTests {

	private static final String GATEWAY = "org.springframework.cloud.gateway.config.GlobalCorsProperties";

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class));

	@Override
	List<OtherCorsLayer> start(@Nullable ClassLoader classLoader, List<String> properties, Class<?>... configuration) {
		return find(this.runner.withUserConfiguration(ReactiveApplications.WebFlux.class), classLoader, properties,
				configuration);
	}

	private static List<OtherCorsLayer> find(ReactiveWebApplicationContextRunner runner,
			@Nullable ClassLoader classLoader, List<String> properties, Class<?>... configuration) {
		OtherCorsLayers[] layers = new OtherCorsLayers[1];
		runner.withClassLoader(classLoader)
			.withPropertyValues(properties.toArray(String[]::new))
			.withUserConfiguration(configuration)
			.run((context) -> layers[0] = context.getBean(OtherCorsLayers.class));
		return layers[0].get();
	}

	@Override
	Class<?> configuration(Part part) {
		return switch (part) {
			case CORS_FILTER -> ReactiveApplications.WithCorsFilter.class;
			case FILTER_BY_HAND -> ReactiveApplications.WithFilterByHand.class;
			case FILTER_BEFORE_RULES -> ReactiveApplications.WithFilterBeforeTheRules.class;
			case SOURCE -> ReactiveApplications.WithSource.class;
			case MAPPINGS -> ReactiveApplications.WithMappings.class;
			case MAPPINGS_ELSEWHERE -> ReactiveApplications.WithMappingsElsewhere.class;
			case MANY_HANDLERS -> ReactiveApplications.WithManyHandlers.class;
			case SECURITY -> ReactiveApplications.WithSecurity.class;
			case SECURITY_WITHOUT_CORS -> ReactiveApplications.WithSecurityWithoutCors.class;
			case SECURITY_BEFORE_RULES -> ReactiveApplications.WithSecurityBeforeTheRules.class;
		};
	}

	@Test
	void aSourceThatIsAFunctionIsReported() {
		only(start(ReactiveApplications.WithFunction.class), Kind.CORS_CONFIGURATION_SOURCE);
	}

	@Test
	void anApplicationWithoutTheServletStackReportsItsFilters() {
		only(start(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"), List.of(RULE, PATHS),
				ReactiveApplications.WithCorsFilter.class), Kind.CORS_FILTER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.cloud.gateway.globalcors", "spring.cloud.gateway.server.webflux.globalcors" })
	void globalcorsOfTheGatewayIsReported(String prefix) {
		OtherCorsLayer layer = only(
				start(new SyntheticClassLoader(GATEWAY),
						governed(List
							.of(prefix + ".cors-configurations.[/**].allowed-origins=https://partner.example.com"))),
				Kind.GATEWAY_GLOBALCORS);
		assertThat(layer.where()).isEqualTo(prefix + ": /**");
		assertThat(layer.wins()).contains("before routing");
	}

	@Test
	void globalcorsOfOtherPathsIsNotReported() {
		assertThat(start(new SyntheticClassLoader(GATEWAY), governed(List
			.of("spring.cloud.gateway.globalcors.cors-configurations.[/other/**].allowed-origins=https://partner.example.com"))))
			.isEmpty();
	}

	@Test
	void globalcorsWithoutAGatewayIsNotReported() {
		assertThat(start(List
			.of("spring.cloud.gateway.globalcors.cors-configurations.[/**].allowed-origins=https://partner.example.com")))
			.isEmpty();
	}

	@Test
	void globalcorsUnderBothNamesIsReportedOnce() {
		String[] names = { "spring.cloud.gateway.globalcors", "spring.cloud.gateway.server.webflux.globalcors" };
		only(start(new SyntheticClassLoader(GATEWAY),
				governed(Arrays.stream(names)
					.map((name) -> name + ".cors-configurations.[/**].allowed-origins=https://partner.example.com")
					.toList())),
				Kind.GATEWAY_GLOBALCORS);
	}

}
