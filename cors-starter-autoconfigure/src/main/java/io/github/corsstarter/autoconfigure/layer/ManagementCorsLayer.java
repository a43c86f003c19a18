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

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import io.github.corsstarter.rule.CompiledRule;

/**
 * The CORS configuration of the actuator, where a rule names its base path. Other rules
 * leave the actuator alone.
 */
final class ManagementCorsLayer implements CorsLayerFinder {

	private static final String PREFIX = "management.endpoints.web.cors";

	@Override
	public List<OtherCorsLayer> find(Application application) {
		String base = application.managementPath();
		if (base == null) {
			return List.of();
		}
		GovernedPaths touched = new GovernedPaths(
				application.governed().rules().stream().filter((rule) -> names(rule, base)).toList());
		if (touched.isEmpty() || !CorsProperty.isInForce(application.environment(), PREFIX)) {
			return List.of();
		}
		return List
			.of(new OtherCorsLayer(Kind.MANAGEMENT_ENDPOINTS, PREFIX, touched.winner(Winner.RULE_BEFORE_ENDPOINTS)));
	}

	private static boolean names(CompiledRule rule, String base) {
		return rule.paths().stream().anyMatch((path) -> path.equals(base) || path.startsWith(base + "/"));
	}

}
