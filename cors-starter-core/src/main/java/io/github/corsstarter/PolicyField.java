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

package io.github.corsstarter;

import java.util.Locale;

/**
 * The settings of a policy that a {@link PolicyProblem} can be about.
 */
public enum PolicyField {

	/** {@link CorsPolicyDefinition#allowedOrigins()}. */
	ALLOWED_ORIGINS,

	/** {@link CorsPolicyDefinition#allowedOriginPatterns()}. */
	ALLOWED_ORIGIN_PATTERNS,

	/** {@link CorsPolicyDefinition#allowedMethods()}. */
	ALLOWED_METHODS,

	/** {@link CorsPolicyDefinition#allowedHeaders()}. */
	ALLOWED_HEADERS,

	/** {@link CorsPolicyDefinition#exposedHeaders()}. */
	EXPOSED_HEADERS,

	/** {@link CorsPolicyDefinition#maxAge()}. */
	MAX_AGE;

	private final String key;

	PolicyField() {
		this.key = name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The name of the setting as it is written in a configuration.
	 * @return the name in kebab case
	 */
	public String key() {
		return this.key;
	}

}
