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

import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Properties of Spring Boot with a CORS configuration, which is in force if it has an
 * origin.
 */
final class CorsProperty {

	private static final List<String> KEYS = List.of(".allowed-origins", ".allowed-origin-patterns");

	private CorsProperty() {
	}

	static boolean isInForce(Environment environment, String prefix) {
		Binder binder = Binder.get(environment);
		return KEYS.stream()
			.anyMatch((key) -> binder.bind(prefix + key, Bindable.listOf(String.class))
				.map((values) -> !values.isEmpty())
				.orElse(false));
	}

}
