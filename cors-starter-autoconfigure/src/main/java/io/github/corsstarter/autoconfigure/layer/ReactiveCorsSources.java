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

import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * Beans with a CORS configuration on the reactive stack. Unlike those of the servlet
 * stack they do not tell their patterns.
 */
final class ReactiveCorsSources implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		List<OtherCorsLayer> layers = new ArrayList<>();
		application.beans(CorsConfigurationSource.class).forEach((name, source) -> {
			if (source instanceof UrlBasedCorsConfigurationSource || !ClassNames.saySpring(source)) {
				layers.add(new OtherCorsLayer(Kind.CORS_CONFIGURATION_SOURCE,
						"bean '" + name + "' (" + ClassNames.of(source) + ")",
						application.governed().winner(Winner.RULE_BEFORE_SOURCE)));
			}
		});
		return layers;
	}

}
