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
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * {@code globalcors} of Spring Cloud Gateway, under its old and its new name.
 */
final class GatewayCorsLayer implements CorsLayerFinder {

	private static final String GATEWAY = "org.springframework.cloud.gateway.config.GlobalCorsProperties";

	private static final List<String> PREFIXES = List.of("spring.cloud.gateway.globalcors",
			"spring.cloud.gateway.server.webflux.globalcors");

	@Override
	public List<OtherCorsLayer> find(Application application) {
		if (!application.isPresent(GATEWAY)) {
			return List.of();
		}
		// the gateway may copy what stands under the one name to the other
		Map<Set<String>, String> prefixes = new LinkedHashMap<>();
		PREFIXES.forEach((prefix) -> prefixes.putIfAbsent(patterns(application, prefix), prefix));
		List<OtherCorsLayer> layers = new ArrayList<>();
		prefixes.forEach((patterns, prefix) -> {
			GovernedPaths touched = application.governed().touchedBy(patterns);
			if (!touched.isEmpty()) {
				layers.add(new OtherCorsLayer(Kind.GATEWAY_GLOBALCORS, prefix + ": " + String.join(", ", patterns),
						touched.winner(Winner.RULE_BEFORE_ROUTES)));
			}
		});
		return layers;
	}

	private static Set<String> patterns(Application application, String prefix) {
		return new TreeSet<>(Binder.get(application.environment())
			.bind(prefix + ".cors-configurations", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet());
	}

}
