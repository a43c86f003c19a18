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

package io.github.corsstarter.sample.load;

import java.util.List;

/**
 * What answers CORS requests in an application that is loaded.
 */
enum Variant {

	/** Nothing: preflights reach the handlers. */
	NONE,

	/** The starter, with the rules of the sample. */
	STARTER,

	/** Spring's filter, with an equal policy for the path that is loaded. */
	SPRING;

	private static final String PACKAGE = "io.github.corsstarter.autoconfigure.";

	List<String> arguments() {
		return (this == STARTER) ? List.of()
				: List.of("--spring.autoconfigure.exclude=" + PACKAGE + "CorsAutoConfiguration," + PACKAGE
						+ "CorsEndpointAutoConfiguration," + PACKAGE + "CorsExplainEndpointAutoConfiguration," + PACKAGE
						+ "CorsMetricsAutoConfiguration");
	}

}
