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

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.InvalidCorsPolicyException;
import io.github.corsstarter.PolicyProblem;
import io.github.corsstarter.Severity;
import io.github.corsstarter.explain.CorsExplanation.Change;
import io.github.corsstarter.rule.CorsRule;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a rule's configuration, and the policy that the rule has with them.
 */
final class RuleChanges {

	/** A longer list is not written out anew. */
	private static final int MAX_ENTRIES = 20;

	private final CorsRule rule;

	private CorsPolicyDefinition policy;

	private final List<Change> changes = new ArrayList<>();

	private final List<String> phrases = new ArrayList<>();

	RuleChanges(CorsRule rule) {
		this.rule = rule;
		this.policy = rule.policy();
	}

	void addOrigin(String origin) {
		List<String> origins = with(this.policy.allowedOrigins(), List.of(origin));
		this.policy = this.policy.toBuilder().allowedOrigins(origins).build();
		addEntries("allowed-origins", origins, 1);
	}

	/** Name one origin where any was allowed. */
	void nameOrigin(String origin) {
		this.policy = this.policy.toBuilder().allowedOrigins(origin).build();
		set("allowed-origins", origin);
		this.phrases.add("name " + origin + " and every other origin that needs it in allowed-origins instead of *");
	}

	void addMethod(String method) {
		List<String> methods = with(this.policy.allowedMethods(), List.of(method));
		this.policy = this.policy.toBuilder().allowedMethods(methods).build();
		addEntries("allowed-methods", methods, 1);
	}

	void addHeaders(List<String> names) {
		List<String> headers = with(this.policy.allowedHeaders(), names);
		this.policy = this.policy.toBuilder().allowedHeaders(headers).build();
		addEntries("allowed-headers", headers, names.size());
	}

	void addExposedHeaders(List<String> names) {
		List<String> headers = with(this.policy.exposedHeaders(), names);
		this.policy = this.policy.toBuilder().exposedHeaders(headers).build();
		addEntries("exposed-headers", headers, names.size());
	}

	void allowCredentials() {
		this.policy = this.policy.toBuilder().allowCredentials(true).build();
		set("allow-credentials", "true");
		this.phrases.add("set allow-credentials to true");
	}

	void set(String key, String value) {
		String property = property(key);
		this.changes.add(new Change(property, (property != null) ? property : ofBean(key), source(key), value,
				Yaml.line(key, value)));
	}

	private static List<String> with(List<String> list, List<String> added) {
		List<String> all = new ArrayList<>(list);
		all.addAll(added);
		return all;
	}

	private void addEntries(String key, List<String> all, int count) {
		List<String> added = all.subList(all.size() - count, all.size());
		this.phrases.add("add " + String.join(", ", added) + " to " + key);
		String source = source(key);
		String property = property(key);
		String place = ((property != null) ? property : ofBean(key))
				+ ((source != null) ? "[" + (all.size() - count) + "]" : "");
		boolean whole = all.size() <= MAX_ENTRIES;
		String value = String.join(", ", whole ? all : added);
		this.changes.add(new Change(property, place, source, Printable.of(value, 4000),
				whole ? Yaml.line(key, Printable.of(value, 4000)) : Yaml.items(added)));
	}

	private @Nullable String source(String key) {
		String source = this.rule.sources().get(key);
		return (source != null) ? Printable.of(source, 500) : null;
	}

	private @Nullable String property(String key) {
		return this.rule.sources().isEmpty() ? null : property(this.rule.name(), key);
	}

	private String ofBean(String key) {
		return key + " of the bean that is the rule " + Printable.of(this.rule.name());
	}

	static String property(String rule, String key) {
		boolean plain = rule.chars().allMatch((c) -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
		return "cors.rules." + (plain ? rule : "[" + Printable.of(rule) + "]") + "." + key;
	}

	boolean isEmpty() {
		return this.changes.isEmpty();
	}

	List<Change> changes() {
		return List.copyOf(this.changes);
	}

	/** What is to be done, as a sentence. */
	String sentence() {
		String sentence = String.join(", ", this.phrases);
		return "In the rule " + Printable.of(this.rule.name()) + ", " + sentence + ".";
	}

	/** The policy with the changes, null if there cannot be one. */
	@Nullable CorsPolicy compile() {
		try {
			return CorsPolicy.compile(this.policy);
		}
		catch (InvalidCorsPolicyException ex) {
			return null;
		}
	}

	/** Why there is no policy with the changes. */
	String obstacle() {
		try {
			CorsPolicy.compile(this.policy);
			return "";
		}
		catch (InvalidCorsPolicyException ex) {
			PolicyProblem problem = ex.problems()
				.stream()
				.filter((each) -> each.severity() == Severity.ERROR)
				.findFirst()
				.orElseThrow();
			return problem.location() + " " + Printable.of(problem.value()) + ": " + problem.message();
		}
	}

}
