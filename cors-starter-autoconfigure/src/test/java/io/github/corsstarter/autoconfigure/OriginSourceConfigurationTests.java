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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.CorsProperties.OriginCache;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.micrometer.OriginSourceMetrics;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.source.CorsOriginSource;
import io.github.corsstarter.source.ReactiveCorsOriginSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that rules find the origin sources that they name, on both stacks.
 */
class OriginSourceConfigurationTests {

	private static final String TENANT = "https://shop.tenants.example.org";

	private static final String OTHER = "https://evil.example.net";

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			CorsMetricsAutoConfiguration.class, CorsEndpointAutoConfiguration.class);

	private final AtomicInteger calls = new AtomicInteger();

	private final CorsOriginSource source = (origin) -> {
		this.calls.incrementAndGet();
		return origin.equals(TENANT);
	};

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withBean("tenants", CorsOriginSource.class, () -> this.source);

	@Test
	void aSourceIsEnoughForARule() {
		this.runner.withPropertyValues("cors.rules.api.origin-source=tenants").run((context) -> {
			assertThat(isAllowed(context, "/", TENANT)).isTrue();
			assertThat(isAllowed(context, "/", OTHER)).isFalse();
			assertThat(context.getBean(LoadedRules.class).warnings()).isEmpty();
		});
	}

	@Test
	void theReactiveStackHasSourcesAsWell() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean("tenants", CorsOriginSource.class, () -> this.source)
			.withPropertyValues("cors.rules.api.origin-source=tenants")
			.run((context) -> assertThat(isAllowed(context, "/", TENANT)).isTrue());
	}

	@Test
	void aReactiveSourceCanBeNamedOnTheServletStack() {
		this.runner
			.withBean("registry", ReactiveCorsOriginSource.class, () -> (origin) -> Mono.just(origin.equals(TENANT)))
			.withPropertyValues("cors.rules.api.origin-source=registry")
			.run((context) -> {
				assertThat(isAllowed(context, "/", TENANT)).isTrue();
				assertThat(isAllowed(context, "/", OTHER)).isFalse();
			});
	}

	@Test
	void theDefaultsCanNameASourceAndARuleCanDoWithout() {
		this.runner
			.withPropertyValues("cors.defaults.origin-source=tenants", "cors.rules.api.paths=/api/**",
					"cors.rules.none.paths=/none", "cors.rules.none.origin-source=",
					"cors.rules.none.allowed-origins=https://app.example.com", "cors.rules.public.paths=/public/**",
					"cors.rules.public.allowed-origins=*", "cors.rules.public.origin-source=")
			.run((context) -> {
				assertThat(isAllowed(context, "/api/x", TENANT)).isTrue();
				assertThat(isAllowed(context, "/none", TENANT)).isFalse();
				assertThat(isAllowed(context, "/public/x", OTHER)).isTrue();
			});
	}

	@Test
	void aRuleThatIsABeanCanNameASource() {
		CorsPolicyDefinition policy = CorsPolicyDefinition.builder().build();
		this.runner
			.withBean("partners", CorsRule.class,
					() -> CorsRule.of("partners", policy, "/partners/**").withOriginSource("tenants"))
			.run((context) -> assertThat(isAllowed(context, "/partners/x", TENANT)).isTrue());
	}

	@Test
	void rulesShareTheAnswersOfASource() {
		this.runner
			.withPropertyValues("cors.defaults.origin-source=tenants", "cors.rules.a.paths=/a", "cors.rules.b.paths=/b")
			.run((context) -> {
				assertThat(isAllowed(context, "/a", TENANT)).isTrue();
				assertThat(isAllowed(context, "/b", TENANT)).isTrue();
				assertThat(this.calls).hasValue(1);
			});
	}

	@Test
	void aSourceIsMadeWhenItIsAskedAndNotBefore() {
		AtomicInteger made = new AtomicInteger();
		this.runner.withBean("late", CorsOriginSource.class, () -> {
			made.incrementAndGet();
			return this.source;
		}, (definition) -> {
			definition.setLazyInit(true);
			definition.setRole(BeanDefinition.ROLE_APPLICATION);
		}).withPropertyValues("cors.rules.api.origin-source=late").run((context) -> {
			assertThat(made).hasValue(0);
			assertThat(isAllowed(context, "/", TENANT)).isTrue();
			assertThat(isAllowed(context, "/", OTHER)).isFalse();
			assertThat(made).hasValue(1);
		});
	}

	@Test
	void theEndpointShowsTheSource() {
		this.runner
			.withPropertyValues("cors.rules.api.origin-source=tenants",
					"management.endpoints.web.exposure.include=cors")
			.run((context) -> {
				assertThat(context.getBean(CorsEndpoint.class).rule("api").originSource()).isEqualTo("tenants");
				assertThat(context.getBean(CorsEndpoint.class).rule("api").sources()).containsKey("origin-source");
			});
	}

	@Test
	void measuresWhereThereIsARegistry() {
		this.runner.withBean(SimpleMeterRegistry.class)
			.withPropertyValues("cors.rules.api.origin-source=tenants")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get(OriginSourceMetrics.LOOKUPS).tag("result", "hit").counter().count()).isZero();
				isAllowed(context, "/", TENANT);
				isAllowed(context, "/", TENANT);
				assertThat(registry.get(OriginSourceMetrics.LOOKUPS)
					.tags("rule", "api", "source", "tenants", "result", "hit")
					.counter()
					.count()).isEqualTo(1);
				assertThat(registry.get(OriginSourceMetrics.LOOKUPS).tag("result", "miss").counter().count())
					.isEqualTo(1);
			});
	}

	@Test
	void saysWhichDependencyIsMissing() {
		this.runner.withClassLoader(new FilteredClassLoader(Caffeine.class))
			.withPropertyValues("cors.rules.api.origin-source=tenants")
			.run((context) -> {
				ConfigurationProblem problem = StartReport.of(context).errors().get(0);
				assertThat(problem.code()).isEqualTo(ProblemCode.ORIGIN_SOURCE_WITHOUT_CACHE);
				assertThat(problem.property()).isEqualTo("cors.rules.api.origin-source");
				assertThat(problem.message()).contains("com.github.ben-manes.caffeine:caffeine");
			});
	}

	@Test
	void startsWithoutTheCacheWhereNoRuleNamesASource() {
		this.runner.withClassLoader(new FilteredClassLoader("com.github.benmanes.caffeine"))
			.withPropertyValues("cors.rules.api.allowed-origins=" + TENANT)
			.run((context) -> assertThat(isAllowed(context, "/", TENANT)).isTrue());
	}

	@Test
	void asksABlockingSourceWithoutReactorAndWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("reactor", "org.reactivestreams", "io.micrometer"))
			.withPropertyValues("cors.rules.api.origin-source=tenants")
			.run((context) -> assertThat(isAllowed(context, "/", TENANT)).isTrue());
	}

	@Test
	void saysWhereTheNameWasSetAndWhichOneWasMeant() {
		ConfigurationProblem problem = Configured
			.yaml("cors:", "  rules:", "    api:", "      paths: /api/**", "      origin-source: tenantOrigns")
			.andOriginSource("tenantOrigins")
			.problems()
			.get(0);
		assertThat(problem.code()).isEqualTo(ProblemCode.ORIGIN_SOURCE_MISSING);
		assertThat(problem.sources()).hasSize(1).allMatch((place) -> place.endsWith("5:22"));
		assertThat(problem.suggestion()).isEqualTo("tenantOrigins");
		assertThat(problem.message()).contains("tenantOrigins");
	}

	@Test
	void aSourceMayUseTheEscapeHatchForInsecureOrigins() {
		for (String credentials : List.of("true", "false")) {
			assertThat(Configured
				.properties("cors.rules.api.origin-source", "tenants", "cors.rules.api.allow-credentials", credentials,
						"cors.rules.api.dangerously-tolerate-insecure-origins", "true")
				.andOriginSource("tenants")
				.load()
				.notices()).as(credentials).hasSize(credentials.equals("true") ? 1 : 0);
		}
	}

	@Test
	void saysThatNoBeanIsASource() {
		assertThat(Configured.properties("cors.rules.api.origin-source", "tenants").problems().get(0).message())
			.endsWith("no bean is one.");
	}

	@Test
	void bindsTheBoundsOfTheCache() {
		OriginCache cache = Configured
			.yaml("cors:", "  origin-cache:", "    maximum-size: 5", "    time-to-live: 2m", "    timeout: 750ms",
					"    stale-while-error: 3600", "    maximumConcurrentCalls: 2")
			.load()
			.properties()
			.originCache();
		assertThat(cache).isEqualTo(new OriginCache(5, OriginCache.DEFAULT.timeToLive().multipliedBy(2),
				cache.timeout(), cache.staleWhileError(), OriginCache.DEFAULT.pauseAfterError(), 2, 200));
		assertThat(cache.timeout()).hasMillis(750);
		assertThat(cache.staleWhileError()).hasHours(1);
		assertThat(Configured.properties().load().properties().originCache()).isEqualTo(OriginCache.DEFAULT);
		assertThat(Configured.variables("CORS_ORIGINCACHE_MAXIMUMSIZE", "7", "CORS_ORIGIN_CACHE_TIME_TO_LIVE", "9s")
			.load()
			.properties()
			.originCache()).extracting(OriginCache::maximumSize, (each) -> each.timeToLive().toSeconds())
			.containsExactly(7, 9L);
		assertThat(Configured.yaml("cors:", "  origin-cache:").load().properties().originCache())
			.isEqualTo(OriginCache.DEFAULT);
	}

	@Test
	void keepsAnswersWhenRulesAreLoadedAgainWithTheSameBounds() throws Exception {
		try (OriginSourceBeans beans = new OriginSourceBeans(
				new StaticListableBeanFactory(Map.of("tenants", this.source)), null, List::of)) {
			Function<OriginCache, CorsEvaluator> load = (cache) -> new CorsEvaluator(CorsRuleSet.compile(List
				.of(CorsRule.of("api", CorsPolicyDefinition.builder().build(), "/**").withOriginSource("tenants")),
					null, beans.within(cache.toSettings())));
			assertThat(isAllowed(load.apply(OriginCache.DEFAULT), "/", TENANT)).isTrue();
			assertThat(isAllowed(load.apply(OriginCache.DEFAULT), "/", TENANT)).isTrue();
			assertThat(this.calls).hasValue(1);
			OriginCache smaller = Configured.properties("cors.origin-cache.maximum-size", "5")
				.load()
				.properties()
				.originCache();
			assertThat(isAllowed(load.apply(smaller), "/", TENANT)).isTrue();
			assertThat(this.calls).hasValue(2);
		}
	}

	@Test
	void asksNobodyOnceTheApplicationIsClosed() {
		this.runner.withPropertyValues("cors.rules.api.origin-source=tenants").run((context) -> {
			CorsEvaluator evaluator = context.getBean(CorsEvaluator.class);
			context.close();
			assertThat(isAllowed(evaluator, "/", TENANT)).isFalse();
			assertThat(this.calls).hasValue(0);
		});
	}

	private static boolean isAllowed(ApplicationContext context, String path, String origin) {
		return isAllowed(context.getBean(CorsEvaluator.class), path, origin);
	}

	private static boolean isAllowed(CorsEvaluator evaluator, String path, String origin) {
		return evaluator.evaluate(path, CorsRequest.builder("GET").header("Origin", origin).build())
			.allowOrigin() != null;
	}

}
