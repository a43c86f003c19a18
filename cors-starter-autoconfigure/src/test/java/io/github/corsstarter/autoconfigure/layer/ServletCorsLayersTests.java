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

import java.util.List;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The layers of an application on the servlet stack.
 */
class ServletCorsLayersTests extends AbstractCorsLayersTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class));

	@Override
	List<OtherCorsLayer> start(@Nullable ClassLoader classLoader, List<String> properties, Class<?>... configuration) {
		return find(this.runner.withUserConfiguration(ServletApplications.Mvc.class), classLoader, properties,
				configuration);
	}

	private static List<OtherCorsLayer> find(WebApplicationContextRunner runner, @Nullable ClassLoader classLoader,
			List<String> properties, Class<?>... configuration) {
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
			case CORS_FILTER -> ServletApplications.WithCorsFilter.class;
			case FILTER_BY_HAND -> ServletApplications.WithFilterByHand.class;
			case FILTER_BEFORE_RULES -> ServletApplications.WithFilterBeforeTheRules.class;
			case SOURCE -> ServletApplications.WithSource.class;
			case MAPPINGS -> ServletApplications.WithMappings.class;
			case MAPPINGS_ELSEWHERE -> ServletApplications.WithMappingsElsewhere.class;
			case MANY_HANDLERS -> ServletApplications.WithManyHandlers.class;
			case SECURITY -> ServletApplications.WithSecurity.class;
			case SECURITY_WITHOUT_CORS -> ServletApplications.WithSecurityWithoutCors.class;
			case SECURITY_BEFORE_RULES -> ServletApplications.WithSecurityBeforeTheRules.class;
		};
	}

	@Test
	void aFilterThatIsSwitchedOffIsNotReported() {
		assertThat(start(ServletApplications.WithDisabledFilter.class)).isEmpty();
	}

	@Test
	void aFilterForOtherPathsIsNotReported() {
		assertThat(start(ServletApplications.WithFilterElsewhere.class)).isEmpty();
	}

	@Test
	void aFilterBehindAProxyIsReportedOnce() {
		OtherCorsLayer layer = only(start(ServletApplications.WithFilterBehindAProxy.class), Kind.CORS_FILTER);
		assertThat(layer.where()).contains("'partnerFilter'");
	}

	@Test
	void aSourceForOtherPathsIsNotReported() {
		assertThat(start(ServletApplications.WithSourceElsewhere.class)).isEmpty();
	}

	@Test
	void aSourceThatIsAFunctionIsReported() {
		only(start(ServletApplications.WithFunction.class), Kind.CORS_CONFIGURATION_SOURCE);
	}

	@Test
	void configurationOfASingleHandlerMappingIsReported() {
		OtherCorsLayer layer = only(start(ServletApplications.WithHandlerMapping.class), Kind.CORS_MAPPINGS);
		assertThat(layer.where()).isEqualTo("handler mapping partnerMapping: /api/**");
	}

	@Test
	void aSourceOfAHandlerMappingIsReported() {
		OtherCorsLayer layer = only(start(ServletApplications.WithSourceOfHandlerMapping.class), Kind.CORS_MAPPINGS);
		assertThat(layer.where()).startsWith("handler mapping 'partnerMapping' (");
	}

	@Test
	void handlersAreBelowThePathOfTheDispatcherServlet() {
		List<String> properties = List.of("spring.mvc.servlet.path=/web", "cors.rules.api.paths=/web/api/**");
		assertThat(only(start(properties, CrossOriginControllers.OnType.class), Kind.CROSS_ORIGIN).where())
			.contains("(/web/api/typed/a)");
		assertThat(only(start(properties, ServletApplications.WithMappings.class), Kind.CORS_MAPPINGS).where())
			.endsWith(": /web/api/orders/**");
		assertThat(start(List.of("spring.mvc.servlet.path=/web"), CrossOriginControllers.OnType.class)).isEmpty();
	}

	@Test
	void anApplicationWithoutSpringMvcReportsItsFilters() {
		List<OtherCorsLayer> layers = find(this.runner, new FilteredClassLoader("org.springframework.web.servlet"),
				List.of(RULE, PATHS), ServletApplications.WithCorsFilter.class);
		only(layers, Kind.CORS_FILTER);
	}

	@Test
	void anApplicationWithoutTheReactiveStackReportsItsFilters() {
		only(start(new FilteredClassLoader("org.springframework.web.reactive", "reactor.core"), List.of(RULE, PATHS),
				ServletApplications.WithCorsFilter.class), Kind.CORS_FILTER);
	}

}
