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

package io.github.corsstarter.explain;

import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.explain.CorsExplanation.Layer;

/**
 * What an explanation has to know about the application around the rules.
 *
 * @param otherLayers the other CORS layers, known once the application is up
 * @param server the origin under which the server is reached from its own machine
 * @param contextPath the context path, or nothing
 * @param handlersFirst whether handlers answer the preflights that no rule answers before
 * anything else sees them
 */
public record Surroundings(Supplier<List<Layer>> otherLayers, Supplier<String> server, String contextPath,
		boolean handlersFirst) {

	/** Nothing is known. */
	public static final Surroundings UNKNOWN = new Surroundings(List::of, () -> "http://localhost:8080", "", false);

}
