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

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Where the actuator is when it shares the server with the application.
 */
final class ManagementPath {

	private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.annotation.Endpoint";

	private ManagementPath() {
	}

	static @Nullable String find(Environment environment, @Nullable ClassLoader classLoader) {
		if (!ClassUtils.isPresent(ENDPOINT, classLoader) || hasServerOfItsOwn(environment)) {
			return null;
		}
		String basePath = withSlash(environment.getProperty("management.endpoints.web.base-path", "/actuator"));
		return basePath.isEmpty() ? null : withSlash(environment.getProperty("spring.mvc.servlet.path", "")) + basePath;
	}

	private static boolean hasServerOfItsOwn(Environment environment) {
		Integer managementPort = environment.getProperty("management.server.port", Integer.class);
		Integer port = environment.getProperty("server.port", Integer.class, 8080);
		// two free ports are two ports
		return managementPort != null && (managementPort == 0 || !managementPort.equals(port));
	}

	private static String withSlash(String path) {
		String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
		return (trimmed.isEmpty() || trimmed.startsWith("/")) ? trimmed : "/" + trimmed;
	}

}
