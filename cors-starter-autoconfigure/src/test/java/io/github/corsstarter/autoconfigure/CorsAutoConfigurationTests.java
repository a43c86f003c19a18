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

import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.reactive.CorsRuleWebFilter;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.servlet.CorsRuleFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsAutoConfiguration} on the servlet stack.
 */
class CorsAutoConfigurationTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder().allowedOrigins(ORIGIN).build();

	private static final CorsRequest FOREIGN = CorsRequest.builder("GET")
		.header("Origin", "https://evil.example.com")
		.build();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class));

	@Test
	void theAutoConfigurationsAreListed() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
			.contains(CorsAutoConfiguration.class.getName(), CorsEndpointAutoConfiguration.class.getName());
	}

	@Test
	void backsOffOutsideAWebApplication() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class))
			.withPropertyValues("cors.rules.api.allowed-origins=null")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CorsEvaluator.class)
				.doesNotHaveBean(LoadedRules.class));
	}

	@Test
	void registersTheServletFilterAndNotTheReactiveOne() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(FilterRegistrationBean.class).doesNotHaveBean(CorsRuleWebFilter.class);
			FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(CorsRuleFilter.class);
			assertThat(registration.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 20);
			assertThat(registration.getUrlPatterns()).isEmpty();
			assertThat(registration.getServletNames()).isEmpty();
			assertThat(registration.isEnabled()).isTrue();
			assertThat(registration.isAsyncSupported()).isTrue();
			assertThat(registration.determineDispatcherTypes()).containsExactlyInAnyOrder(DispatcherType.REQUEST,
					DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD);
		});
	}

	@Test
	void theFilterHasTheConfiguredOrder() {
		this.runner.withPropertyValues("cors.filter-order=-200")
			.run((context) -> assertThat(context.getBean(FilterRegistrationBean.class).getOrder()).isEqualTo(-200));
	}

	@Test
	void publishesNothingThatOthersTakeForTheirOwn() {
		this.runner.withPropertyValues("cors.rules.api.allowed-origins=" + ORIGIN).run((context) -> {
			assertThat(context).doesNotHaveBean(Filter.class)
				.doesNotHaveBean(CorsFilter.class)
				.doesNotHaveBean(CorsWebFilter.class)
				.doesNotHaveBean(CorsConfigurationSource.class)
				.doesNotHaveBean(UrlBasedCorsConfigurationSource.class)
				.doesNotHaveBean(org.springframework.web.cors.reactive.CorsConfigurationSource.class)
				.doesNotHaveBean("corsFilter")
				.doesNotHaveBean("corsConfigurationSource");
		});
	}

	@Test
	void noRulesHaveNoEffect() {
		this.runner.run((context) -> assertThat(evaluate(context, "/").isUntouched()).isTrue());
	}

	@Test
	void configuredRulesHold() {
		this.runner.withPropertyValues("cors.rules.api.paths=/api/**", "cors.rules.api.allowed-origins=" + ORIGIN)
			.run((context) -> {
				assertThat(evaluate(context, "/api/x").proceeds()).isFalse();
				assertThat(evaluate(context, "/x").isUntouched()).isTrue();
			});
	}

	@Test
	void noRuleHoldsWhenTheStarterIsDisabled() {
		this.runner.withPropertyValues("cors.enabled=false", "cors.rules.api.allowed-origins=null")
			.withBean("partner", CorsRule.class, () -> CorsRule.of("partner", POLICY, "/**"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(evaluate(context, "/").isUntouched()).isTrue();
				assertThat(context.getBean(CorsEvaluator.class).ruleSet().rules()).isEmpty();
			});
	}

	@Test
	void rulesMayBeBeansBesideConfiguredOnes() {
		this.runner.withPropertyValues("cors.rules.api.paths=/api/**", "cors.rules.api.allowed-origins=" + ORIGIN)
			.withUserConfiguration(RuleBeans.class)
			.run((context) -> assertThat(context.getBean(CorsEvaluator.class).ruleSet().rules())
				.extracting(CompiledRule::name)
				.containsExactlyInAnyOrder("api", "partner", "supplier"));
	}

	@Test
	void aNameThatTwoRulesHaveStopsTheStart() {
		this.runner
			.withPropertyValues("cors.rules.partner.paths=/api/**", "cors.rules.partner.allowed-origins=" + ORIGIN)
			.withUserConfiguration(RuleBeans.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsConfigurationException.class)
				.hasMessageContaining("Two rules have this name"));
	}

	@Test
	void aProblemStopsTheStart() {
		this.runner.withPropertyValues("cors.rules.api.allowed-origins=null")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidCorsConfigurationException.class,
						(ex) -> assertThat(ex.problems()).extracting(ConfigurationProblem::property)
							.containsExactly("cors.rules.api.allowed-origins[0]")));
	}

	@Test
	void anEvaluatorOfTheApplicationIsUsedInstead() {
		CorsEvaluator own = new CorsEvaluator(CorsRuleSet.empty());
		this.runner.withBean("own", CorsEvaluator.class, () -> own)
			.withPropertyValues("cors.rules.api.allowed-origins=*")
			.run((context) -> assertThat(context).getBean(CorsEvaluator.class).isSameAs(own));
	}

	@Test
	void theActuatorIsOutsideOfTheRulesUnlessOneNamesIt() {
		this.runner
			.withPropertyValues("cors.rules.all.allowed-origins=" + ORIGIN,
					"cors.rules.health.allowed-origins=" + ORIGIN, "cors.rules.health.paths=/manage/health",
					"management.endpoints.web.base-path=/manage")
			.run((context) -> {
				assertThat(evaluate(context, "/manage/info").isUntouched()).isTrue();
				assertThat(evaluate(context, "/manage/health").isUntouched()).isFalse();
				assertThat(evaluate(context, "/actuator/info").isUntouched()).isFalse();
			});
	}

	@Test
	void environmentVariablesOverrideFiles() {
		this.runner.withInitializer((context) -> {
			Map<String, Object> variables = Map.of("CORS_RULES_STOREFRONT_ALLOWEDORIGINS", "https://prod.example.com");
			context.getEnvironment()
				.getPropertySources()
				.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
		})
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues(profiles())
			.run((context) -> assertThat(context.getBean(CorsEvaluator.class)
				.ruleSet()
				.match("/api/x")
				.policy()
				.definition()
				.allowedOrigins()).containsExactly("https://prod.example.com"));
	}

	@Test
	void profilesMergeByRuleName() {
		this.runner.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues(profiles())
			.withPropertyValues("spring.profiles.active=staging")
			.run((context) -> {
				CorsRuleSet ruleSet = context.getBean(CorsEvaluator.class).ruleSet();
				CompiledRule storefront = ruleSet.match("/api/x");
				assertThat(storefront.policy().definition().allowedOrigins())
					.containsExactly("https://shop.staging.example.com");
				assertThat(storefront.policy().definition().allowCredentials()).isTrue();
				assertThat(storefront.rule().sources().get("allowed-origins")).contains("application-staging.yml",
						" - 4:24");
				assertThat(storefront.rule().sources().get("allow-credentials")).contains("application.yml", " - 8:26");
				assertThat(ruleSet.match("/public/x")).isNull();
				assertThat(ruleSet.match("/preview/x").name()).isEqualTo("preview");
				assertThat(ruleSet.disabledRules()).extracting(CorsRule::name).containsExactly("public");
			});
	}

	private static String profiles() {
		return "spring.config.location=classpath:/io/github/corsstarter/autoconfigure/profiles/";
	}

	@Test
	void startsWithoutWebFlux() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.web.server",
					"org.springframework.web.reactive", "reactor."))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(FilterRegistrationBean.class));
	}

	@Test
	void startsWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.withPropertyValues("cors.rules.all.allowed-origins=" + ORIGIN)
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.hasSingleBean(FilterRegistrationBean.class)
					.doesNotHaveBean("corsEndpoint");
				assertThat(evaluate(context, "/actuator/info").isUntouched()).isFalse();
			});
	}

	private static CorsDecision evaluate(ApplicationContext context, String path) {
		return context.getBean(CorsEvaluator.class).evaluate(path, FOREIGN);
	}

	@Configuration(proxyBeanMethods = false)
	static class RuleBeans {

		@Bean
		CorsRule partnerRule() {
			return CorsRule.of("partner", POLICY, "/partner/**");
		}

		@Bean
		CorsRule supplierRule() {
			return CorsRule.of("supplier", POLICY, "/supplier/**");
		}

	}

}
