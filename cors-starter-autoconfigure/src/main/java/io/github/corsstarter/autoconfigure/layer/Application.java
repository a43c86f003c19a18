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

package io.github.corsstarter.autoconfigure.layer;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Where layers are looked for.
 *
 * @param context the application
 * @param governed the paths of all rules
 * @param managementPath the base path of the actuator where it shares the server, or
 * {@code null}
 */
record Application(ApplicationContext context, GovernedPaths governed, @Nullable String managementPath) {

	Environment environment() {
		return this.context.getEnvironment();
	}

	boolean isPresent(String className) {
		return ClassUtils.isPresent(className, this.context.getClassLoader());
	}

	/** Beans by name, without creating any just to learn its type. */
	<T> Map<String, T> beans(Class<T> type) {
		return this.context.getBeansOfType(type, false, false);
	}

}
