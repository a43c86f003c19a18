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

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsRuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be done about a request that does not pass.
 */
final class FixFinder {

	static final String CONFIGURATION = "configuration";

	static final String CALLER = "caller";

	private final RequestPlan plan;

	private final List<String> read;

	FixFinder(RequestPlan plan, List<String> read) {
		this.plan = plan;
		this.read = read;
	}

	List<Fix> find(@Nullable CompiledRule rule, CorsRuleSet rules, String path) {
		if (this.plan.origin() == null || this.plan.isSameOrigin()) {
			return List.of();
		}
		ScriptRequest script = this.plan.script();
		if (Methods.isForbidden(script.method())) {
			return List.of(new Fix(CALLER, false, "Use another method: no script can send "
					+ Printable.of(script.method()) + ", whatever the server allows.", List.of()));
		}
		if (rule == null) {
			return new MissingRule(script, rules, path).fixes();
		}
		List<Fix> fixes = new ArrayList<>(new RuleFixes(rule, script).find());
		new UnreadableHeaders(rule, script, this.read).fix().ifPresent(fixes::add);
		return fixes;
	}

}
