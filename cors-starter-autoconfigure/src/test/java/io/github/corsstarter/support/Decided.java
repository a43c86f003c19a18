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

package io.github.corsstarter.support;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsDecisionListener;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.Mode;

/**
 * Rules that decide on requests while listeners listen: {@code api} on {@code /api/**}
 * enforces, {@code trial} on {@code /trial/**} only reports, {@code public} on
 * {@code /public/**} allows any origin.
 */
public final class Decided {

	/** The origin that is allowed. */
	public static final String ALLOWED = "https://shop.example.com";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins(ALLOWED)
		.allowedMethods("PUT", "PATCH")
		.allowedHeaders("X-Token")
		.build();

	private final CorsEvaluator evaluator;

	/**
	 * Start to decide.
	 * @param listeners what listens
	 */
	public Decided(CorsDecisionListener... listeners) {
		this.evaluator = new CorsEvaluator(rules(), List.of(listeners));
	}

	/**
	 * The rules, compiled anew.
	 * @return the rules
	 */
	public static CorsRuleSet rules() {
		return CorsRuleSet.compile(
				List.of(CorsRule.of("api", POLICY, "/api/**"), rule("trial", Mode.REPORT_ONLY), CorsRule.of("public",
						CorsPolicyDefinition.builder().allowedOrigins("*").allowedHeaders("*").build(), "/public/**")),
				null);
	}

	private static CorsRule rule(String name, Mode mode) {
		return new CorsRule(name, List.of("/" + name + "/**"), POLICY, mode, true,
				Map.of("allowed-origins", "cors.rules.trial.allowed-origins - application.yml - 3:5"));
	}

	/**
	 * What decides.
	 * @return the evaluator
	 */
	public CorsEvaluator evaluator() {
		return this.evaluator;
	}

	/**
	 * A rule.
	 * @param name its name
	 * @return the compiled rule
	 */
	public CompiledRule rule(String name) {
		return this.evaluator.ruleSet().match("/" + name + "/x");
	}

	/**
	 * Decide on an actual request.
	 * @param rule the name of the rule
	 * @param origin the origin
	 */
	public void actual(String rule, String origin) {
		this.evaluator.evaluate("/" + rule + "/x", CorsRequest.builder("GET").header("Origin", origin).build());
	}

	/**
	 * Decide on a preflight.
	 * @param rule the name of the rule
	 * @param origin the origin
	 * @param method the method
	 * @param headers the headers, none if empty
	 */
	public void preflight(String rule, String origin, String method, String headers) {
		this.evaluator.evaluate("/" + rule + "/x", preflight(origin, method, headers));
	}

	/**
	 * A preflight.
	 * @param origin the origin
	 * @param method the method
	 * @param headers the headers, none if empty
	 * @return the request
	 */
	public static CorsRequest preflight(String origin, String method, String headers) {
		return CorsRequest.builder("OPTIONS")
			.header("Origin", origin)
			.header("Access-Control-Request-Method", method)
			.header("Access-Control-Request-Headers", headers)
			.build();
	}

}
