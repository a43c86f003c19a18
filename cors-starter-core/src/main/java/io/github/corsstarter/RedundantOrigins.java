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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.SerializedOrigin;

/**
 * Finds origins and patterns that a pattern of the same policy covers.
 */
final class RedundantOrigins {

	private RedundantOrigins() {
	}

	static void report(CorsPolicyDefinition definition, List<OriginPattern> patterns, Problems problems) {
		if (patterns.isEmpty()) {
			return;
		}
		OriginSet set = OriginSet.of(patterns);
		List<String> origins = definition.allowedOrigins();
		for (int i = 0; i < origins.size(); i++) {
			SerializedOrigin origin = SerializedOrigin.parse(origins.get(i).strip());
			if (origin != null && set.contains(origin)) {
				report(PolicyField.ALLOWED_ORIGINS, i, origins.get(i), problems);
			}
		}
		Set<OriginPattern> usable = new HashSet<>(patterns);
		List<String> declared = definition.allowedOriginPatterns();
		for (int i = 0; i < declared.size(); i++) {
			OriginPattern pattern = OriginPattern.parse(declared.get(i).strip());
			if (pattern != null && usable.contains(pattern) && set.isRedundant(pattern)) {
				report(PolicyField.ALLOWED_ORIGIN_PATTERNS, i, declared.get(i), problems);
			}
		}
	}

	private static void report(PolicyField field, int index, String value, Problems problems) {
		problems.add(field, index, value, ProblemCode.REDUNDANT_ENTRY, "Another pattern of the same rule covers it.",
				null);
	}

}
