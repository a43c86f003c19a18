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

package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsProperties.Defaults;
import io.github.corsstarter.autoconfigure.CorsProperties.Rule;
import io.github.corsstarter.rule.OriginSources;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart rules that say nothing about origins, which is a mistake, and rules with an
 * empty list, which closes them and may come from a variable that is not set.
 */
final class OriginPresence {

	private static final String ORIGINS = "allowed-origins";

	private static final String PATTERNS = "allowed-origin-patterns";

	private final Defaults defaults;

	private final ProblemCollector problems;

	OriginPresence(Defaults defaults, ProblemCollector problems) {
		this.defaults = defaults;
		this.problems = problems;
	}

	void check(String name, Rule rule) {
		List<String> origins = (rule.allowedOrigins() != null) ? rule.allowedOrigins() : this.defaults.allowedOrigins();
		List<String> patterns = (rule.allowedOriginPatterns() != null) ? rule.allowedOriginPatterns()
				: this.defaults.allowedOriginPatterns();
		String source = (rule.originSource() != null) ? rule.originSource() : this.defaults.originSource();
		if (source != null && !source.isBlank()) {
			return;
		}
		if (origins == null && patterns == null && source == null) {
			this.problems.add(PropertyNames.ofRule(name), "", ProblemCode.RULE_WITHOUT_ORIGINS,
					"The rule says nothing about origins; set allowed-origins, allowed-origin-patterns or"
							+ " origin-source, or an empty list of origins if nobody is to be allowed.",
					null);
		}
		else if (isEmpty(origins) && isEmpty(patterns)) {
			String key = (origins != null) ? ORIGINS : (patterns != null) ? PATTERNS : OriginSources.KEY;
			Object value = (origins != null) ? rule.allowedOrigins()
					: (patterns != null) ? rule.allowedOriginPatterns() : rule.originSource();
			boolean own = value != null;
			this.problems.add(own ? PropertyNames.ofRule(name, key) : PropertyNames.ofDefaults(key), "",
					ProblemCode.CLOSED_RULE,
					"The value is empty, so that no origin is allowed; a variable that is not set looks the same.",
					null);
		}
	}

	private static boolean isEmpty(@Nullable List<String> values) {
		return values == null || values.isEmpty();
	}

}
