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

import java.util.Locale;

import io.github.corsstarter.explain.Printable;

/**
 * Something else in the application that answers CORS requests, or that looks as if it
 * did.
 *
 * @param kind what it is
 * @param where where in the application it is, on one line
 * @param wins a sentence that says who wins where both it and a rule act
 */
public record OtherCorsLayer(Kind kind, String where, String wins) {

	/**
	 * Create a layer.
	 */
	public OtherCorsLayer {
		// names and patterns come from the application, and end up in a log
		where = Printable.of(where, Integer.MAX_VALUE);
	}

	/**
	 * What a layer is.
	 */
	public enum Kind {

		/** A filter. */
		CORS_FILTER,

		/** A bean that a filter or Spring Security may take its configuration from. */
		CORS_CONFIGURATION_SOURCE,

		/** The configuration of handler mappings, as {@code addCorsMappings} fills it. */
		CORS_MAPPINGS,

		/** {@code @CrossOrigin} on handlers or their types. */
		CROSS_ORIGIN,

		/** {@code globalcors} of Spring Cloud Gateway. */
		GATEWAY_GLOBALCORS,

		/** {@code management.endpoints.web.cors}. */
		MANAGEMENT_ENDPOINTS,

		/** {@code spring.graphql.cors}. */
		GRAPHQL,

		/** {@code cors()} of Spring Security. */
		SPRING_SECURITY;

		private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

		/**
		 * The kind as it is written in reports.
		 * @return the name in kebab case
		 */
		public String id() {
			return this.id;
		}

	}

}
