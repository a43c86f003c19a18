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

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Beans with a CORS configuration on the servlet stack.
 */
final class ServletCorsSources implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		List<OtherCorsLayer> layers = new ArrayList<>();
		application.beans(CorsConfigurationSource.class).forEach((name, source) -> {
			GovernedPaths touched = touched(application.governed(), source);
			if (!touched.isEmpty()) {
				layers.add(new OtherCorsLayer(Kind.CORS_CONFIGURATION_SOURCE,
						"bean '" + name + "' (" + ClassNames.of(source) + ")",
						touched.winner(Winner.RULE_BEFORE_SOURCE)));
			}
		});
		return layers;
	}

	private static GovernedPaths touched(GovernedPaths governed, CorsConfigurationSource source) {
		if (source instanceof UrlBasedCorsConfigurationSource urlBased) {
			return governed.touchedBy(urlBased.getCorsConfigurations().keySet());
		}
		return ClassNames.saySpring(source) ? new GovernedPaths(List.of()) : governed;
	}

}
