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

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts an application that has nothing but what a test configures.
 */
enum Stack {

	/** A servlet application. */
	SERVLET {

		@Override
		StartReport start(Configured configured) {
			return run(new WebApplicationContextRunner(), configured);
		}

	},

	/** A reactive application. */
	REACTIVE {

		@Override
		StartReport start(Configured configured) {
			return run(new ReactiveWebApplicationContextRunner(), configured);
		}

	};

	private static final String LOGGER = "io.github.corsstarter";

	/** What the start of an application says, without its log. */
	abstract StartReport start(Configured configured);

	static <S extends AbstractApplicationContextRunner<S, C, A>, C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> StartReport run(
			S runner, Configured configured) {
		AtomicReference<StartReport> report = new AtomicReference<>();
		S configuredRunner = runner.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
			.withInitializer(configured::applyTo);
		if (!configured.hasManagementPath()) {
			configuredRunner = configuredRunner
				.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"));
		}
		LoggingSystem logging = LoggingSystem.get(Stack.class.getClassLoader());
		logging.setLogLevel(LOGGER, LogLevel.OFF);
		try {
			configuredRunner.run((context) -> report.set(StartReport.of(context)));
		}
		finally {
			logging.setLogLevel(LOGGER, null);
		}
		return report.get();
	}

}
