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

package io.github.corsstarter.sample.browser;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Rules compiled with the engine alone: no filter and no auto-configuration has a say in
 * what the tests expect.
 */
final class CompiledRules {

	/** The most specific pattern first: that is how patterns compare. */
	private final Map<PathPattern, Optional<CorsPolicy>> policies = new TreeMap<>();

	CompiledRules(Map<String, RuleForm> rules) {
		rules.values().stream().filter(RuleForm::enabled).forEach((rule) -> {
			CorsPolicy policy = CorsPolicy.compile(rule.definition());
			rule.paths()
				.forEach((path) -> this.policies.put(PathPatternParser.defaultInstance.parse(path),
						rule.isEnforced() ? Optional.of(policy) : Optional.empty()));
		});
	}

	CorsDecision decide(String rawPath, CorsRequest request) {
		PathContainer path = PathContainer.parsePath(rawPath);
		return this.policies.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(path))
			.findFirst()
			.flatMap(Map.Entry::getValue)
			.map((policy) -> policy.decide(request))
			.orElseGet(CorsDecision::notGoverned);
	}

}
