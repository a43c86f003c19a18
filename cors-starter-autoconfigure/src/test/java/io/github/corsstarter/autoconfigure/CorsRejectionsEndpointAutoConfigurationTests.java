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

import java.lang.management.ManagementFactory;

import javax.management.ObjectName;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.actuate.CorsRejectionsEndpoint;
import io.github.corsstarter.log.RefusalLog;
import io.github.corsstarter.rejections.RejectionMemory;
import io.github.corsstarter.rule.CorsEvaluator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the part of {@link CorsEndpointAutoConfiguration} that shows refusals, and
 * for their log.
 */
class CorsRejectionsEndpointAutoConfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=corsrejections";

	private static final CorsRequest FOREIGN = CorsRequest.builder("GET")
		.header("Origin", "https://other.example")
		.build();

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsEndpointAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues("cors.rules.api.allowed-origins=https://shop.example.com");

	@Test
	void remembersNothingWhereNobodyCanAskForIt() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(CorsRejectionsEndpoint.class)
			.doesNotHaveBean(RejectionMemory.class));
	}

	@Test
	void remembersWhereTheEndpointIsExposed() {
		this.runner.withPropertyValues(EXPOSED).run((context) -> {
			context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN);
			assertThat(context.getBean(CorsRejectionsEndpoint.class).rejections(null).rejections()).hasSize(1);
		});
	}

	@Test
	void remembersOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED, "cors.rules.api.allowed-origins=https://shop.example.com")
			.run((context) -> {
				context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN);
				assertThat(context.getBean(CorsRejectionsEndpoint.class).rejections(null).rejections()).hasSize(1);
			});
	}

	@Test
	void remembersNothingWhereTheEndpointMayNotBeAccessed() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.corsrejections.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(CorsRejectionsEndpoint.class)
				.doesNotHaveBean(RejectionMemory.class));
	}

	@Test
	void remembersNothingWithoutActuator() {
		this.runner.withPropertyValues(EXPOSED)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RejectionMemory.class));
	}

	@Test
	void anEndpointAndAMemoryOfTheApplicationAreUsedInstead() {
		RejectionMemory memory = new RejectionMemory();
		this.runner.withPropertyValues(EXPOSED).withBean("own", RejectionMemory.class, () -> memory).run((context) -> {
			context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN);
			assertThat(memory.refusals()).isEqualTo(1);
			assertThat(context.getBean(CorsRejectionsEndpoint.class).rejections(null).refusals()).isEqualTo(1);
		});
	}

	@Test
	void jmxShowsTheSame() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("cors.rules.api.allowed-origins=https://shop.example.com", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=corsrejections", "spring.jmx.unique-names=true")
			.run((context) -> {
				context.getBean(CorsEvaluator.class).evaluate("/", FOREIGN);
				ObjectName name = ManagementFactory.getPlatformMBeanServer()
					.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Corsrejections,*"), null)
					.iterator()
					.next();
				assertThat(ManagementFactory.getPlatformMBeanServer()
					.invoke(name, "rejections", new Object[] { 1 }, new String[] { Integer.class.getName() }))
					.asString()
					.contains("refusals=1", "origin=https://other.example", "reason=origin-not-allowed");
			});
	}

	@Test
	void refusalsAreLoggedInAnyCase() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RefusalLog.class));
	}

	@Test
	void aLogOfTheApplicationIsUsedInstead() {
		RefusalLog own = new RefusalLog();
		this.runner.withBean("own", RefusalLog.class, () -> own)
			.run((context) -> assertThat(context).getBean(RefusalLog.class).isSameAs(own));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
