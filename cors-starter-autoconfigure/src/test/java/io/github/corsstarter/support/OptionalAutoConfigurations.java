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

package io.github.corsstarter.support;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configuration of libraries that are on the class path for the sake
 * of some tests only. A test that is about one of them names it in the property
 * {@value #PROPERTY}. And since Spring Boot 4 takes offence at several web servers on the
 * class path when the actuator has a port of its own, a test may name the server that it
 * is about.
 */
class OptionalAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final String PROPERTY = "test.with";

	/** The libraries, each by the package that its auto-configuration is in. */
	private static final List<String> LIBRARIES = List.of("security", "data", "hateoas", "graphql", "gateway.config",
			"gateway.discovery", "gateway.server");

	private static final String SERVER = "test.server";

	private static final String OF_A_SERVER = ".autoconfigure.actuate.web.server.";

	private Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(String[] classNames, AutoConfigurationMetadata metadata) {
		List<String> wanted = List.of(this.environment.getProperty(PROPERTY, String[].class, new String[0]));
		List<String> left = LIBRARIES.stream().filter((library) -> !wanted.contains(library)).toList();
		String server = this.environment.getProperty(SERVER, "").toLowerCase(Locale.ROOT).replace(' ', '.');
		boolean[] matches = new boolean[classNames.length];
		for (int i = 0; i < classNames.length; i++) {
			String className = String.valueOf(classNames[i]).toLowerCase(Locale.ROOT);
			matches[i] = left.stream().noneMatch((library) -> className.contains("." + library + "."))
					&& (!className.contains(OF_A_SERVER) || className.contains(".boot." + server));
		}
		return matches;
	}

}
