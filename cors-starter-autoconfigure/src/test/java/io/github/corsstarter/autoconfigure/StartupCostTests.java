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
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures what many rules cost when an application starts.
 */
class StartupCostTests {

	private static final int RULES = 100;

	private static final int ORIGINS = 100;

	private static final int PATTERNS = 20;

	private static final Log logger = LogFactory.getLog(StartupCostTests.class);

	/** Far above what it takes: against work that grows with the square of its input. */
	private static final Duration HANGING = Duration.ofSeconds(30);

	@Test
	void manyRulesAreLoadedInTime() {
		ConfigurableEnvironment environment = environment();
		CorsRuleLoader loader = new CorsRuleLoader(environment, Map.of(), "/actuator");
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long cpu = threads.getCurrentThreadCpuTime();
		long start = System.nanoTime();
		CorsPropertiesBinder binder = new CorsPropertiesBinder(environment);
		CorsProperties properties = binder.bind();
		long bound = System.nanoTime();
		LoadedRules loaded = loader.load(properties, binder.problems());
		long compiled = System.nanoTime();
		logger.info(String.format(Locale.ROOT,
				"Start-up: %d rules, %d origins loaded in %d ms (bind %d ms, compile %d ms), %d ms of CPU", RULES,
				RULES * ORIGINS, millis(start, compiled), millis(start, bound), millis(bound, compiled),
				millis(cpu, threads.getCurrentThreadCpuTime())));
		assertThat(loaded.warnings()).isEmpty();
		assertThat(loaded.ruleSet().rules()).hasSize(RULES)
			.allSatisfy((rule) -> assertThat(rule.policy().definition().allowedOrigins()).hasSize(ORIGINS));
		assertThat(Duration.ofNanos(compiled - start)).isLessThan(HANGING);
	}

	private static long millis(long from, long to) {
		return Duration.ofNanos(to - from).toMillis();
	}

	/** The environment of an application: variables, system properties, and one file. */
	private static ConfigurableEnvironment environment() {
		StringBuilder yaml = new StringBuilder("cors:\n  rules:\n");
		for (int rule = 0; rule < RULES; rule++) {
			yaml.append("    rule-%d:\n      paths: /api/v1/resource-%d/**\n      max-age: 1h\n".formatted(rule, rule));
			yaml.append("      allow-credentials: true\n      allowed-methods: GET, POST, PUT\n");
			if (rule < PATTERNS) {
				yaml.append("      allowed-origin-patterns: https://*.tenant-%d.example.org\n".formatted(rule));
			}
			yaml.append("      allowed-origins:\n");
			for (int origin = 0; origin < ORIGINS; origin++) {
				yaml.append("        - https://app-%d.customer-%d.example.com\n".formatted(origin, rule));
			}
		}
		ConfigurableEnvironment environment = new StandardEnvironment();
		Configured.yaml(yaml.toString())
			.environment()
			.getPropertySources()
			.forEach(environment.getPropertySources()::addLast);
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

}
