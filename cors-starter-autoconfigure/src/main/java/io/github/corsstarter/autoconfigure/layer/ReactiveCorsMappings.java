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

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.web.reactive.config.CorsRegistration;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * {@code addCorsMappings} in Spring WebFlux. The handler mappings of this stack do not
 * tell their CORS configuration, so those who add to it are asked once more.
 */
final class ReactiveCorsMappings implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		SortedSet<String> patterns = new TreeSet<>();
		SortedSet<String> names = new TreeSet<>();
		application.beans(WebFluxConfigurer.class).forEach((name, configurer) -> {
			ReactiveRegistry registry = new ReactiveRegistry();
			configurer.addCorsMappings(registry);
			registry.patterns.stream()
				.filter((pattern) -> !GraphQlCorsLayer.isAt(application, pattern))
				.filter((pattern) -> !application.governed().touchedBy(pattern).isEmpty())
				.forEach((pattern) -> {
					patterns.add(pattern);
					names.add(name);
				});
		});
		if (patterns.isEmpty()) {
			return List.of();
		}
		return List.of(new OtherCorsLayer(Kind.CORS_MAPPINGS,
				"addCorsMappings (" + String.join(", ", names) + "): " + String.join(", ", patterns),
				application.governed().touchedBy(patterns).winner(Winner.RULE_BEFORE_HANDLERS)));
	}

	private static final class ReactiveRegistry extends CorsRegistry {

		private final List<String> patterns = new ArrayList<>();

		@Override
		public CorsRegistration addMapping(String pattern) {
			this.patterns.add(pattern);
			return super.addMapping(pattern);
		}

	}

}
