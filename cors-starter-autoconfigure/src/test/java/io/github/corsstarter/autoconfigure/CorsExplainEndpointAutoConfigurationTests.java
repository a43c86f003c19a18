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

import java.util.List;

import io.github.corsstarter.actuate.CorsExplainEndpoint;
import io.github.corsstarter.actuate.CorsExplainEndpointWebExtension;
import io.github.corsstarter.actuate.ExplanationDescriptor;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.Surroundings;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsExplainEndpointAutoConfiguration}.
 */
class CorsExplainEndpointAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsExplainEndpointAutoConfiguration.class);

	private static final String EXPOSED = "management.endpoints.web.exposure.include=corsexplain";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void thereIsNoEndpointWhereItIsNotExposed() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsExplainEndpoint.class));
	}

	@Test
	void thereIsAnEndpointWhereItIsExposed() {
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(CorsExplainEndpoint.class)
				.hasSingleBean(CorsExplainEndpointWebExtension.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(CorsExplainEndpoint.class)
				.hasSingleBean(CorsExplainEndpointWebExtension.class));
	}

	@Test
	void thereIsNoExtensionForTheWebWhereItIsExposedOverJmxAlone() {
		this.runner
			.withPropertyValues("management.endpoints.jmx.exposure.include=corsexplain", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(CorsExplainEndpoint.class)
				.doesNotHaveBean(CorsExplainEndpointWebExtension.class));
	}

	@Test
	void thereIsNoEndpointWhereItMayNotBeAccessed() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.corsexplain.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(CorsExplainEndpoint.class)
				.doesNotHaveBean(CorsExplainEndpointWebExtension.class));
	}

	@Test
	void thereIsAnEndpointWhereItMayBeRead() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.corsexplain.access=READ_ONLY")
			.run((context) -> assertThat(context).hasSingleBean(CorsExplainEndpoint.class));
	}

	@Test
	void thereIsNoEndpointOutsideAWebApplication() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("management.endpoints.jmx.exposure.include=corsexplain", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsExplainEndpoint.class));
	}

	@Test
	void thereIsNoEndpointWithoutActuator() {
		for (String absent : List.of("org.springframework.boot.actuate",
				"org.springframework.boot.actuate.autoconfigure")) {
			this.runner.withPropertyValues(EXPOSED)
				.withClassLoader(new FilteredClassLoader(absent))
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsExplainEndpoint"));
		}
	}

	@Test
	void anEndpointOfTheApplicationIsUsedInstead() {
		CorsExplainEndpoint own = new CorsExplainEndpoint(
				new CorsExplainer(new CorsEvaluator(CorsRuleSet.empty()), Surroundings.UNKNOWN));
		this.runner.withPropertyValues(EXPOSED)
			.withBean("own", CorsExplainEndpoint.class, () -> own)
			.run((context) -> assertThat(context).getBean(CorsExplainEndpoint.class).isSameAs(own));
	}

	@Test
	void knowsTheContextPathTheHandlersAndWhereValuesAreSet() {
		this.runner
			.withPropertyValues(EXPOSED, "server.servlet.context-path=/shop/", "cors.unmatched-preflights=handlers",
					"local.server.port=4711", "cors.rules.api.paths=/api/**",
					"cors.rules.api.allowed-origins=https://app.example.com")
			.run((context) -> {
				CorsExplainEndpoint endpoint = context.getBean(CorsExplainEndpoint.class);
				ExplanationDescriptor governed = endpoint.explain("/shop/api/x", "https://a.test", null, null, null,
						null, null);
				assertThat(governed.request().path()).isEqualTo("/api/x");
				assertThat(governed.request().url()).isEqualTo("http://localhost:4711/shop/api/x");
				assertThat(governed.fixes().get(0).changes().get(0).source()).isEqualTo(
						"cors.rules.api.allowed-origins - \"cors.rules.api.allowed-origins\" from property source"
								+ " \"test\"");
				assertThat(endpoint.explain("/other", "https://a.test", null, null, null, null, null).rule().sentence())
					.contains("is answered by the handler that it is for, before Spring Security");
			});
	}

}
