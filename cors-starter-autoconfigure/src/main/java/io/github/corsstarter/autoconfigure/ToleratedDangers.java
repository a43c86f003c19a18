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

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.RuleProblem;

/**
 * Names the escape hatches that are in use: those without which a policy would not
 * compile. They are no problems, since they were opened on purpose; they are said at
 * every start, so that they are not forgotten.
 */
final class ToleratedDangers {

	private final ProblemCollector notices;

	ToleratedDangers(ProblemCollector notices) {
		this.notices = notices;
	}

	void check(List<CorsRule> rules) {
		rules.forEach((rule) -> {
			CorsPolicyDefinition policy = rule.policy();
			if (policy.dangerouslyTolerateInsecureOrigins() && (mayAllowInsecureOrigins(rule)
					|| !compiles(policy.toBuilder().dangerouslyTolerateInsecureOrigins(false).build()))) {
				report(rule, "dangerously-tolerate-insecure-origins",
						"In use: whoever controls the network of a user can read what the user may read.");
			}
			if (policy.dangerouslyToleratePublicSuffixPatterns()
					&& !compiles(policy.toBuilder().dangerouslyToleratePublicSuffixPatterns(false).build())) {
				report(rule, "dangerously-tolerate-public-suffix-patterns",
						"In use: whoever registers a name below the public suffix can read what a user may read.");
			}
		});
	}

	/** Whether the setting lets a source combine them with credentials. */
	private static boolean mayAllowInsecureOrigins(CorsRule rule) {
		return rule.originSource() != null && rule.policy().allowCredentials();
	}

	private static boolean compiles(CorsPolicyDefinition policy) {
		try {
			CorsPolicy.compile(policy);
			return true;
		}
		catch (InvalidCorsPolicyException ex) {
			return false;
		}
	}

	private void report(CorsRule rule, String key, String message) {
		this.notices.add(new RuleProblem(rule.name(), key, "true", ProblemCode.DANGER_TOLERATED, message, null));
	}

}
