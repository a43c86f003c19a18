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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.explain.CorsExplanation.Change;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.origin.SerializedOrigin;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.RuleCandidate;
import io.github.corsstarter.rule.RuleCandidate.Fate;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What can be done about a path that no rule governs.
 */
final class MissingRule {

	private final ScriptRequest script;

	private final CorsRuleSet rules;

	private final String path;

	private final List<RuleCandidate> candidates;

	MissingRule(ScriptRequest script, CorsRuleSet rules, String path) {
		this.script = script;
		this.rules = rules;
		this.path = path;
		this.candidates = rules.candidates(path);
	}

	List<Fix> fixes() {
		if (candidate(Fate.ACTUATOR).isPresent()) {
			return List.of(actuator());
		}
		Optional<RuleCandidate> disabled = candidate(Fate.DISABLED);
		return List.of(disabled.isPresent() ? enable(disabled.get().rule()) : add());
	}

	private Optional<RuleCandidate> candidate(Fate fate) {
		return this.candidates.stream().filter((candidate) -> candidate.fate() == fate).findFirst();
	}

	private Fix actuator() {
		String origin = Printable.of(this.script.origin(), SerializedOrigin.MAX_LENGTH);
		String property = "management.endpoints.web.cors.allowed-origins";
		return new Fix(FixFinder.CONFIGURATION, false,
				"Add the origin to the CORS properties of the actuator, or name the"
						+ " actuator's base path in the paths of a rule.",
				List.of(new Change(property, property, null, origin, Yaml.line("allowed-origins", origin))));
	}

	private Fix enable(CorsRule rule) {
		RuleChanges changes = new RuleChanges(rule);
		changes.set("enabled", "true");
		CorsPolicy policy = changes.compile();
		return new Fix(FixFinder.CONFIGURATION, policy != null && Rehearsal.passes(policy, this.script),
				"Enable the rule " + Printable.of(rule.name()) + ".", changes.changes());
	}

	private Fix add() {
		String sentence = "If nothing else in the application is meant to answer CORS requests here, add a rule";
		List<String> headers = PreflightNeed.of(this.script).names();
		String method = Methods.normalize(this.script.method());
		CorsPolicyDefinition.Builder builder = CorsPolicyDefinition.builder()
			.allowedOrigins(this.script.origin())
			.allowCredentials(this.script.credentials());
		List<String> methods = new ArrayList<>(CorsPolicyDefinition.DEFAULT_ALLOWED_METHODS);
		if (!Methods.isSafelisted(method)) {
			methods.add(Methods.isWrongCase(method) ? method.toUpperCase(Locale.ROOT) : method);
			builder.allowedMethods(methods);
		}
		if (!headers.isEmpty()) {
			builder.allowedHeaders(headers);
		}
		String segment = firstSegment();
		String pattern = segment.isEmpty() ? "/" : "/" + segment + "/**";
		if (method.equals("*") || headers.contains("*") || !Rehearsal.isPossible(builder.build()) || !isPlain(segment)
				|| !isMatchedBy(pattern)) {
			return new Fix(FixFinder.CONFIGURATION, false, sentence + ".", List.of());
		}
		String name = name(segment);
		List<Change> changes = new ArrayList<>();
		changes.add(change(name, "paths", pattern));
		changes.add(change(name, "allowed-origins", this.script.origin()));
		if (!Methods.isSafelisted(method)) {
			changes.add(change(name, "allowed-methods", String.join(", ", methods)));
		}
		if (!headers.isEmpty()) {
			changes.add(change(name, "allowed-headers", String.join(", ", headers)));
		}
		if (this.script.credentials()) {
			changes.add(change(name, "allow-credentials", "true"));
		}
		return new Fix(FixFinder.CONFIGURATION, Rehearsal.passes(CorsPolicy.compile(builder.build()), this.script),
				sentence + ", for instance " + name + ".", changes);
	}

	private static Change change(String rule, String key, String value) {
		String property = RuleChanges.property(rule, key);
		return new Change(property, property, null, value, Yaml.line(key, value));
	}

	private String firstSegment() {
		int end = this.path.indexOf('/', 1);
		return this.path.substring(1, (end < 0) ? this.path.length() : end);
	}

	private boolean isMatchedBy(String pattern) {
		try {
			return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(this.path));
		}
		catch (IllegalArgumentException ex) {
			// a broken percent-encoding, which no router takes either
			return false;
		}
	}

	/** Whether a segment stands for itself in a pattern, too. */
	private static boolean isPlain(String segment) {
		return segment.length() <= 64 && !segment.equals(".") && !segment.equals("..")
				&& segment.chars().allMatch((c) -> (c < 128 && Character.isLetterOrDigit(c)) || "-_.~".indexOf(c) >= 0);
	}

	/** A name that no rule has. */
	private String name(String segment) {
		StringBuilder name = new StringBuilder();
		segment.toLowerCase(Locale.ROOT)
			.chars()
			.forEach((c) -> name.append(Character.isLetterOrDigit(c) ? (char) c : '-'));
		String base = name.chars().anyMatch(Character::isLetter) ? name.toString() : "new-rule";
		List<String> taken = Stream
			.concat(this.rules.rules().stream().map((rule) -> rule.name()),
					this.rules.disabledRules().stream().map(CorsRule::name))
			.toList();
		String free = base;
		for (int i = 2; taken.contains(free); i++) {
			free = base + "-" + i;
		}
		return free;
	}

}
