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
import io.github.corsstarter.micrometer.CorsMetrics;
import io.github.corsstarter.rule.CorsEvaluator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsMetricsAutoConfiguration}.
 */
class CorsMetricsAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsMetricsAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues("cors.rules.api.allowed-origins=https://shop.example.com");

	@Test
	void countsWhereThereIsARegistry() {
		this.runner.withBean(SimpleMeterRegistry.class).run((context) -> {
			context.getBean(CorsEvaluator.class)
				.evaluate("/", CorsRequest.builder("GET").header("Origin", "https://other.example").build());
			assertThat(context.getBean(MeterRegistry.class)
				.get(CorsMetrics.METER_NAME)
				.tags("rule", "api", "kind", "actual", "outcome", "rejected", "reason", "origin-not-allowed")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void countsOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> assertThat(context).hasSingleBean(CorsMetrics.class));
	}

	@Test
	void zeroIsVisible() {
		this.runner.withBean(SimpleMeterRegistry.class).run((context) -> {
			context.getBean(CorsEvaluator.class);
			assertThat(context.getBean(MeterRegistry.class).get(CorsMetrics.METER_NAME).counters()).hasSize(11)
				.allMatch((counter) -> counter.count() == 0);
		});
	}

	@Test
	void countsNothingWithoutRegistry() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void countsNothingWhereItIsOpenWhichRegistry() {
		this.runner.withBean("one", SimpleMeterRegistry.class)
			.withBean("other", SimpleMeterRegistry.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void countsNothingWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsMetrics"));
	}

	@Test
	void countsNothingOutsideAWebApplication() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void metricsOfTheApplicationAreUsedInstead() {
		CorsMetrics own = new CorsMetrics(new SimpleMeterRegistry());
		this.runner.withBean(SimpleMeterRegistry.class)
			.withBean("own", CorsMetrics.class, () -> own)
			.run((context) -> assertThat(context).getBean(CorsMetrics.class).isSameAs(own));
	}

	@Test
	void findsTheRegistryThatSpringBootConfigures() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("cors.rules.api.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(context.getBean(MeterRegistry.class).get(CorsMetrics.METER_NAME).counters())
				.hasSize(11));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
