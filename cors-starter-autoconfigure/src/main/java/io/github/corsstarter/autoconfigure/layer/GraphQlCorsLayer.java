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

import org.springframework.core.env.Environment;

/**
 * The CORS configuration of the GraphQL endpoint. Spring Boot adds it to the global CORS
 * mappings.
 */
final class GraphQlCorsLayer implements CorsLayerFinder {

	private static final String GRAPHQL = "org.springframework.graphql.execution.GraphQlSource";

	private static final String PREFIX = "spring.graphql.cors";

	@Override
	public List<OtherCorsLayer> find(Application application) {
		String path = path(application.environment());
		GovernedPaths touched = application.governed().touchedBy(path);
		if (touched.isEmpty() || !isConfigured(application)) {
			return List.of();
		}
		return List
			.of(new OtherCorsLayer(Kind.GRAPHQL, PREFIX + ": " + path, touched.winner(Winner.RULE_BEFORE_HANDLERS)));
	}

	/** Whether a global CORS mapping is that of the GraphQL endpoint. */
	static boolean isAt(Application application, String pattern) {
		return pattern.equals(endpoint(application.environment())) && isConfigured(application);
	}

	private static boolean isConfigured(Application application) {
		return application.isPresent(GRAPHQL) && CorsProperty.isInForce(application.environment(), PREFIX);
	}

	private static String path(Environment environment) {
		return ServletPath.prepend(environment, endpoint(environment));
	}

	/** The new name of the property comes first. */
	private static String endpoint(Environment environment) {
		return environment.getProperty("spring.graphql.http.path",
				environment.getProperty("spring.graphql.path", "/graphql"));
	}

}
