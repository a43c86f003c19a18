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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * CORS configuration of the handler mappings of Spring MVC. What {@code addCorsMappings}
 * has added is in each of them, and reported once.
 */
final class ServletCorsMappings implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		List<OtherCorsLayer> layers = new ArrayList<>();
		Map<SortedSet<String>, Map<String, AbstractHandlerMapping>> byPatterns = new LinkedHashMap<>();
		application.beans(AbstractHandlerMapping.class).forEach((name, mapping) -> {
			CorsConfigurationSource source = mapping.getCorsConfigurationSource();
			if (source instanceof UrlBasedCorsConfigurationSource urlBased) {
				byPatterns.computeIfAbsent(patterns(application, urlBased), (patterns) -> new LinkedHashMap<>())
					.put(name, mapping);
			}
			else if (source != null) {
				layers.add(layer("handler mapping '" + name + "' (" + ClassNames.of(source) + ")",
						application.governed()));
			}
		});
		byPatterns.forEach((patterns, mappings) -> {
			if (!patterns.isEmpty()) {
				layers.add(layer(describe(mappings) + ": " + String.join(", ", patterns),
						application.governed().touchedBy(patterns)));
			}
		});
		return layers;
	}

	private static SortedSet<String> patterns(Application application, UrlBasedCorsConfigurationSource source) {
		SortedSet<String> patterns = new TreeSet<>();
		source.getCorsConfigurations().keySet().forEach((pattern) -> {
			if (!GraphQlCorsLayer.isAt(application, pattern)) {
				patterns.add(ServletPath.prepend(application.environment(), pattern));
			}
		});
		patterns.removeIf((pattern) -> application.governed().touchedBy(pattern).isEmpty());
		return patterns;
	}

	private static String describe(Map<String, AbstractHandlerMapping> mappings) {
		boolean global = mappings.values().stream().anyMatch(RequestMappingHandlerMapping.class::isInstance);
		return global ? "addCorsMappings" : "handler mapping " + String.join(", ", mappings.keySet());
	}

	private static OtherCorsLayer layer(String where, GovernedPaths touched) {
		return new OtherCorsLayer(Kind.CORS_MAPPINGS, where, touched.winner(Winner.RULE_BEFORE_HANDLERS));
	}

}
