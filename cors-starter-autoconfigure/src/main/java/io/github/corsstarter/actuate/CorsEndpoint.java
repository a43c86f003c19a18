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

package io.github.corsstarter.actuate;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.RefusedRules;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.lang.Nullable;
import org.springframework.util.MimeTypeUtils;

/**
 * Shows the rules that are in force. Read-only.
 */
@Endpoint(id = "cors")
public class CorsEndpoint {

	private final CorsEvaluator evaluator;

	private final CorsRuleManager manager;

	private final Supplier<List<WarningDescriptor>> warnings;

	private final Supplier<List<LayerDescriptor>> otherLayers;

	/**
	 * Create an endpoint.
	 * @param evaluator what knows the rules
	 * @param manager what knows where they come from
	 * @param warnings what is odd about the configuration that is in force
	 * @param otherLayers the other CORS layers of the application, known once it is up
	 */
	public CorsEndpoint(CorsEvaluator evaluator, CorsRuleManager manager, Supplier<List<WarningDescriptor>> warnings,
			Supplier<List<LayerDescriptor>> otherLayers) {
		this.evaluator = evaluator;
		this.manager = manager;
		this.warnings = warnings;
		this.otherLayers = otherLayers;
	}

	/**
	 * All rules.
	 * @return the rules in the order in which they are matched, then those that are not
	 * enabled
	 */
	// what the web extension produces, so that over HTTP its operation takes this one's
	// place
	@ReadOperation(
			produces = { CorsFormat.V3, CorsFormat.V2, MimeTypeUtils.APPLICATION_JSON_VALUE, CorsFormat.HTML_TYPE })
	public CorsDescriptor cors() {
		RefusedRules refused = this.manager.lastRefused();
		return new CorsDescriptor(this.evaluator.ruleSet().fingerprint(),
				GenerationDescriptor.of(this.manager.active()),
				(refused != null) ? RefusedDescriptor.of(refused) : null, rules().toList(), this.warnings.get(),
				this.otherLayers.get());
	}

	/**
	 * One rule.
	 * @param rule the name of the rule
	 * @return the rule, or {@code null} if there is none with this name
	 */
	@ReadOperation
	@Nullable
	public RuleDescriptor rule(@Selector String rule) {
		return rules().filter((descriptor) -> descriptor.name().equals(rule)).findFirst().orElse(null);
	}

	private Stream<RuleDescriptor> rules() {
		CorsRuleSet ruleSet = this.evaluator.ruleSet();
		return Stream.concat(ruleSet.rules().stream().map(CorsEndpoint::describe),
				ruleSet.disabledRules().stream().map((rule) -> RuleDescriptor.of(rule, rule.policy(), rule.paths())));
	}

	private static RuleDescriptor describe(CompiledRule rule) {
		return RuleDescriptor.of(rule.rule(), rule.policy().definition(), rule.paths());
	}

	/**
	 * What is in force.
	 *
	 * @param fingerprint a digest of the compiled rules, the same on every instance with
	 * the same policy
	 * @param generation how often the rules have changed, when and why
	 * @param lastRefused the last change since then that was refused because of an error,
	 * or {@code null}
	 * @param rules the rules, in the order in which they are matched
	 * @param warnings what is odd about the configuration without being an error
	 * @param otherLayers the other CORS layers of the application
	 */
	public record CorsDescriptor(String fingerprint, GenerationDescriptor generation,
			@Nullable RefusedDescriptor lastRefused, List<RuleDescriptor> rules, List<WarningDescriptor> warnings,
			List<LayerDescriptor> otherLayers) implements OperationResponseBody {

	}

}
