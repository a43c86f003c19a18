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
import java.util.List;

import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.RuleDescriptor;
import io.github.corsstarter.actuate.WarningDescriptor;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.Places;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CorsEndpointAutoConfiguration}.
 */
class CorsEndpointAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsEndpointAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void thereIsNoEndpointWhereItIsNotExposed() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsEndpoint.class));
	}

	@Test
	void thereIsAnEndpointWhereItIsExposed() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=cors")
			.run((context) -> assertThat(context).hasSingleBean(CorsEndpoint.class));
	}

	@Test
	void thereIsAnEndpointOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("management.endpoints.web.exposure.include=cors")
			.run((context) -> assertThat(context).hasSingleBean(CorsEndpoint.class));
	}

	@Test
	void thereIsNoEndpointWhereItMayNotBeAccessed() {
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=cors",
					"management.endpoint.cors.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(CorsEndpoint.class));
	}

	@Test
	void jmxShowsTheSame() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("cors.rules.api.allowed-origins=https://shop.example.com", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=cors", "spring.jmx.unique-names=true")
			.run((context) -> {
				MBeanServer server = ManagementFactory.getPlatformMBeanServer();
				ObjectName name = server
					.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Cors,*"), null)
					.iterator()
					.next();
				assertThat(server.getMBeanInfo(name).getOperations()).extracting(MBeanOperationInfo::getName)
					.containsExactlyInAnyOrder("cors", "rule");
				assertThat(server.invoke(name, "cors", new Object[0], new String[0])).asString()
					.contains("fingerprint=", "generation={number=1", "allowedOrigins=[https://shop.example.com]");
				assertThat(server.invoke(name, "rule", new Object[] { "api" }, new String[] { String.class.getName() }))
					.asString()
					.startsWith("{name=api, enabled=true");
			});
	}

	@Test
	void thereIsNoEndpointOutsideAWebApplication() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("management.endpoints.jmx.exposure.include=cors", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsEndpoint.class));
	}

	@Test
	void thereIsNoEndpointWithoutActuator() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=cors")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsEndpoint"));
	}

	@Test
	void thereIsNoEndpointWithoutTheAutoConfigurationOfTheActuator() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=cors")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate.autoconfigure"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsEndpoint"));
	}

	@Test
	void anEndpointOfTheApplicationIsUsedInstead() {
		CorsEndpoint own = new CorsEndpoint(new CorsEvaluator(CorsRuleSet.empty()), mock(CorsRuleManager.class),
				List::of, List::of);
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=cors")
			.withBean("own", CorsEndpoint.class, () -> own)
			.run((context) -> assertThat(context).getBean(CorsEndpoint.class).isSameAs(own));
	}

	@Test
	void theEndpointShowsRulesWithFileAndLineAndWarnings() {
		this.runner.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues("management.endpoints.web.exposure.include=cors",
					"spring.config.location=classpath:/io/github/corsstarter/autoconfigure/profiles/",
					"spring.profiles.active=staging", "cors.rules.closed.allowed-origins=",
					"cors.rules.closed.paths=/closed\u001b")
			.run((context) -> {
				CorsEndpoint endpoint = context.getBean(CorsEndpoint.class);
				assertThat(endpoint.cors().rules()).extracting(RuleDescriptor::name)
					.containsExactly("closed", "preview", "storefront", "public");
				assertThat(Places.withoutJar(endpoint.rule("storefront").sources().get("paths")))
					.startsWith("cors.rules.storefront.paths - class path resource [")
					.endsWith("application.yml] - 4:14");
				assertThat(endpoint.cors().warnings()).containsExactly(new WarningDescriptor(
						"cors.rules.closed.allowed-origins", "",
						List.of("\"cors.rules.closed.allowed-origins\" from property source \"test\""), "closed-rule",
						"The value is empty, so that no origin is allowed; a variable that is not set looks the same.",
						null));
			});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
