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

package io.github.corsstarter.conformance;

import java.util.Map;

/**
 * The cases of the decision table that a server refuses before any filter sees them, with
 * the reason. A case that stands here and is not refused fails, and so does one that is
 * refused because of its CORS headers.
 */
final class ServerRefusals {

	private static final String ABOVE_THE_ROOT = "dot segments that lead above the root";

	private static final String EMPTY_SEGMENT = "an empty segment, which Jetty calls ambiguous";

	private static final Map<Stack, Map<String, String>> REASONS = Map.of(Stack.TOMCAT,
			Map.of("cls-underscore-host", "an underscore in Host", "atk:pth-034", ABOVE_THE_ROOT), Stack.JETTY,
			Map.of("atk:pth-022", EMPTY_SEGMENT, "atk:pth-023", EMPTY_SEGMENT, "atk:pth-034", ABOVE_THE_ROOT));

	private ServerRefusals() {
	}

	/**
	 * Why the server refuses the request of a case itself.
	 * @param stack the server
	 * @param id the case
	 * @return the reason, or {@code null} if the filter sees the request
	 */
	static String reason(Stack stack, String id) {
		return REASONS.getOrDefault(stack, Map.of()).get(id);
	}

}
