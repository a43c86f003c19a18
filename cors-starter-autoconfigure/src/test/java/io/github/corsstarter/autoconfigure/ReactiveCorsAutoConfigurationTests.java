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

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.reactive.CorsRuleWebFilter;
import io.github.corsstarter.rule.CorsEvaluator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsAutoConfiguration} on the reactive stack.
 */
class ReactiveCorsAutoConfigurationTests {

	private static final CorsRequest FOREIGN = CorsRequest.builder("GET")
		.header("Origin", "https://evil.example.com")
		.build();

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class));

	@Test
	void registersTheReactiveFilterAndNotTheServletOne() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(CorsRuleWebFilter.class).doesNotHaveBean(FilterRegistrationBean.class);
			assertThat(context.getBean(CorsRuleWebFilter.class).getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 20);
		});
	}

	@Test
	void theFilterHasTheConfiguredOrder() {
		this.runner.withPropertyValues("cors.filter-order=-200")
			.run((context) -> assertThat(context.getBean(CorsRuleWebFilter.class).getOrder()).isEqualTo(-200));
	}

	@Test
	void publishesNothingThatOthersTakeForTheirOwn() {
		this.runner.withPropertyValues("cors.rules.api.allowed-origins=*").run((context) -> {
			assertThat(context).doesNotHaveBean(CorsFilter.class)
				.doesNotHaveBean(CorsWebFilter.class)
				.doesNotHaveBean(CorsConfigurationSource.class)
				.doesNotHaveBean(UrlBasedCorsConfigurationSource.class)
				.doesNotHaveBean(org.springframework.web.cors.CorsConfigurationSource.class)
				.doesNotHaveBean("corsFilter")
				.doesNotHaveBean("corsConfigurationSource");
		});
	}

	@Test
	void configuredRulesHold() {
		this.runner.withPropertyValues("cors.rules.api.allowed-origins=https://app.example.com")
			.run((context) -> assertThat(context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN).status())
				.isEqualTo(403));
	}

	@Test
	void noRuleHoldsWhenTheStarterIsDisabled() {
		this.runner.withPropertyValues("cors.enabled=false", "cors.rules.api.allowed-origins=null")
			.run((context) -> assertThat(context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN).isUntouched())
				.isTrue());
	}

	@Test
	void aProblemStopsTheStart() {
		this.runner.withPropertyValues("cors.rules.api.allowed-origins=null")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsConfigurationException.class));
	}

	@Test
	void startsWithoutTheServletApi() {
		this.runner.withClassLoader(new FilteredClassLoader("jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CorsRuleWebFilter.class));
	}

	@Test
	void startsWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CorsRuleWebFilter.class)
				.doesNotHaveBean("corsEndpoint"));
	}

}
