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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsGeneration;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRulesChangedEvent;
import io.github.corsstarter.rule.CorsRulesRefusedEvent;
import io.github.corsstarter.rule.CorsRulesRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReloadableRules} and for what calls it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReloadTests {

	private static final String FIRST = "https://first.example.com";

	private static final String SECOND = "https://second.example.com";

	private static final String ORIGINS = "cors.rules.a.allowed-origins";

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsEndpointAutoConfiguration.class);

	private final Map<String, Object> properties = new TreeMap<>(Map.of(ORIGINS, FIRST));

	private final Events events = new Events();

	@ParameterizedTest
	@EnumSource
	void aReloadPutsTheEnvironmentOfNowInForce(Stack stack) {
		run(stack, (context) -> {
			CorsRuleManager manager = context.getBean(CorsRuleManager.class);
			CorsGeneration start = manager.active();
			assertThat(start.number()).isEqualTo(1);
			assertThat(start.source()).isEqualTo("start");
			this.properties.put(ORIGINS, SECOND);
			assertThat(allows(context)).containsExactly(FIRST);

			CorsGeneration next = manager.reload("a test");
			assertThat(allows(context)).containsExactly(SECOND);
			assertThat(next.number()).isEqualTo(2);
			assertThat(next.source()).isEqualTo("a test");
			assertThat(next.since()).isAfterOrEqualTo(start.since());
			assertThat(next.fingerprint()).isEqualTo(context.getBean(CorsEvaluator.class).ruleSet().fingerprint());
			assertThat(manager.active()).isEqualTo(next);
			assertThat(this.events.all).containsExactly(new CorsRulesChangedEvent(next));
		});
	}

	@Test
	void theSameRulesAreNoNewGeneration() {
		run(Stack.SERVLET, (context) -> {
			CorsRuleManager manager = context.getBean(CorsRuleManager.class);
			this.properties.put("other", "changed");
			assertThat(manager.reload("a test")).isEqualTo(new CorsGeneration(1, manager.active().since(), "start",
					context.getBean(CorsEvaluator.class).ruleSet().fingerprint()));
			assertThat(this.events.all).isEmpty();
		});
	}

	@ParameterizedTest
	@EnumSource
	void anErrorChangesNothingAndIsReportedAsAtTheStart(Stack stack, CapturedOutput output) {
		run(stack, (context) -> {
			CorsRuleManager manager = context.getBean(CorsRuleManager.class);
			this.properties.put(ORIGINS, SECOND + "/," + FIRST + ":443");
			this.properties.put("cors.rules.b.allowed-origin", SECOND);
			assertThatExceptionOfType(CorsRulesRefusedException.class).isThrownBy(() -> manager.reload("a test"))
				.satisfies((ex) -> assertThat(ex.refused()).isEqualTo(manager.lastRefused()));
			assertThat(allows(context)).containsExactly(FIRST);
			assertThat(manager.active().number()).isEqualTo(1);
			assertThat(manager.lastRefused().source()).isEqualTo("a test");
			assertThat(manager.lastRefused().errors()).hasSizeGreaterThanOrEqualTo(3)
				.anySatisfy((error) -> assertThat(error).startsWith(ORIGINS + "[0]: "))
				.anySatisfy((error) -> assertThat(error).startsWith(ORIGINS + "[1]: "))
				.anySatisfy((error) -> assertThat(error).startsWith("cors.rules.b.allowed-origin: "));
			assertThat(this.events.all).containsExactly(new CorsRulesRefusedEvent(manager.lastRefused()));
			assertThat(output).contains("CORS: other rules were refused (a test), and nothing changes.")
				.contains("Write: " + SECOND)
				.contains("Property: cors.rules.b.allowed-origin");

			this.properties.remove("cors.rules.b.allowed-origin");
			this.properties.put(ORIGINS, SECOND);
			manager.reload("mended");
			assertThat(manager.lastRefused()).isNull();
			assertThat(allows(context)).containsExactly(SECOND);
		});
	}

	@Test
	void rulesCanBeReplacedByOthers() {
		run(Stack.REACTIVE, (context) -> {
			CorsRuleManager manager = context.getBean(CorsRuleManager.class);
			CorsRule rule = CorsRule.of("own", CorsPolicyDefinition.builder().allowedOrigins(SECOND).build(), "/**");
			assertThat(manager.replace(List.of(rule), "a portal").number()).isEqualTo(2);
			assertThat(allows(context)).containsExactly(SECOND);
			CorsRule wrong = CorsRule.of("own", CorsPolicyDefinition.builder().allowedOrigins("null").build(), "/**");
			assertThatExceptionOfType(CorsRulesRefusedException.class)
				.isThrownBy(() -> manager.replace(List.of(wrong), "a portal"));
			assertThat(allows(context)).containsExactly(SECOND);
			assertThat(manager.lastRefused().errors()).singleElement()
				.asString()
				.startsWith("cors.rules.own.allowed-origins[0]: ");
			assertThat(manager.reload("back").number()).isEqualTo(3);
			assertThat(allows(context)).containsExactly(FIRST);
		});
	}

	@ParameterizedTest
	@EnumSource
	void aChangeOfTheEnvironmentInSpringCloudReloads(Stack stack) {
		run(stack, (context) -> {
			this.properties.put(ORIGINS, SECOND);
			context.publishEvent(new EnvironmentChangeEvent(context, Set.of(ORIGINS, "g", "f", "e", "d", "c", "b")));
			assertThat(allows(context)).containsExactly(SECOND);
			assertThat(context.getBean(CorsRuleManager.class).active().source())
				.isEqualTo("environment change: b, c, " + ORIGINS + ", d, e and 2 more");
			this.properties.put(ORIGINS, "null");
			context.publishEvent(new EnvironmentChangeEvent(context, Set.of(ORIGINS)));
			assertThat(allows(context)).containsExactly(SECOND);
			assertThat(context.getBean(CorsRuleManager.class).lastRefused().source())
				.isEqualTo("environment change: " + ORIGINS);
		});
	}

	@Test
	void theEndpointShowsTheGenerationAndWhatThereIsToSayAboutIt() {
		run(Stack.SERVLET, (context) -> {
			CorsEndpoint endpoint = context.getBean(CorsEndpoint.class);
			assertThat(endpoint.cors().warnings()).isEmpty();
			this.properties.put(ORIGINS, "");
			context.getBean(CorsRuleManager.class).reload("a test");
			assertThat(endpoint.cors().generation().number()).isEqualTo(2);
			assertThat(endpoint.cors().generation().source()).isEqualTo("a test");
			assertThat(endpoint.cors().warnings()).singleElement()
				.satisfies((warning) -> assertThat(warning.code()).isEqualTo("closed-rule"));
		});
	}

	@Test
	void withoutSpringCloudTheApplicationStarts() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withClassLoader(new FilteredClassLoader("org.springframework.cloud"))
			.withPropertyValues(ORIGINS + "=" + FIRST)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CorsRuleManager.class)
				.doesNotHaveBean("corsRulesReloader"));
	}

	private static List<String> allows(ConfigurableApplicationContext context) {
		CorsEvaluator evaluator = context.getBean(CorsEvaluator.class);
		CompiledRule rule = evaluator.ruleSet().match("/");
		assertThat(rule).isNotNull();
		return Stream.of(FIRST, SECOND)
			.filter((origin) -> origin.equals(
					evaluator.evaluate("/", CorsRequest.builder("GET").header("Origin", origin).build()).allowOrigin()))
			.toList();
	}

	private void run(Stack stack, Consumer<ConfigurableApplicationContext> test) {
		if (stack == Stack.SERVLET) {
			run(new WebApplicationContextRunner(), test);
		}
		else {
			run(new ReactiveWebApplicationContextRunner(), test);
		}
	}

	/** The types of the contexts moved between the lines of Spring Boot. */
	private <R extends AbstractApplicationContextRunner<R, C, A>, C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> void run(
			R runner, Consumer<ConfigurableApplicationContext> test) {
		runner.withConfiguration(AUTO_CONFIGURATIONS)
			.withInitializer(this::initialize)
			.withBean(Events.class, () -> this.events)
			.run((context) -> test.accept(context.getSourceApplicationContext()));
	}

	private void initialize(ConfigurableApplicationContext context) {
		this.properties.put("management.endpoints.web.exposure.include", "cors");
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("changing", this.properties));
	}

	static class Events {

		private final List<Object> all = new ArrayList<>();

		@EventListener
		void changed(CorsRulesChangedEvent event) {
			this.all.add(event);
		}

		@EventListener
		void refused(CorsRulesRefusedEvent event) {
			this.all.add(event);
		}

	}

}
