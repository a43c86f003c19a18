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

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.rule.CompiledRule;

/**
 * What can be done about a request that the rule of its path, or a browser, does not let
 * pass: in the configuration, all at once, and at the caller, each by itself. Every
 * proposal is played through before it is made.
 */
final class RuleFixes {

	private static final String ANY = "*";

	private final CompiledRule rule;

	private final CorsPolicyDefinition policy;

	private final ScriptRequest script;

	private final RuleChanges changes;

	private final List<Fix> preferred = new ArrayList<>();

	private final List<Fix> others = new ArrayList<>();

	RuleFixes(CompiledRule rule, ScriptRequest script) {
		this.rule = rule;
		this.policy = rule.policy().definition();
		this.script = script;
		this.changes = new RuleChanges(rule.rule());
	}

	List<Fix> find() {
		if (Rehearsal.passes(this.rule.policy(), this.script)) {
			return this.rule.isEnforced() ? List.of() : List.of(enforce());
		}
		boolean any = this.policy.allowedOrigins().contains(ANY);
		if (!any) {
			origin();
		}
		if (this.script.credentials() && (any || !this.policy.allowCredentials())) {
			credentials(any);
		}
		PreflightNeed need = PreflightNeed.of(this.script);
		if (need.needed()) {
			method();
			headers(need.names());
		}
		List<Fix> fixes = new ArrayList<>(this.preferred);
		if (!this.changes.isEmpty()) {
			fixes.add(configuration());
		}
		fixes.addAll(this.others);
		return fixes;
	}

	private Fix enforce() {
		RuleChanges mode = new RuleChanges(this.rule.rule());
		mode.set("mode", "enforce");
		return new Fix(FixFinder.CONFIGURATION, true,
				"Set the mode of the rule to enforce, once it refuses nothing that it should not.", mode.changes());
	}

	private Fix configuration() {
		CorsPolicy changed = this.changes.compile();
		if (changed == null) {
			return new Fix(FixFinder.CONFIGURATION, false, "The rule cannot allow it. " + this.changes.obstacle(),
					List.of());
		}
		return new Fix(FixFinder.CONFIGURATION, this.rule.isEnforced() && Rehearsal.passes(changed, this.script),
				this.changes.sentence(), this.changes.changes());
	}

	private void origin() {
		OriginHint hint = OriginHint.of(this.rule.policy(), this.script.origin());
		if (hint.differences().contains(OriginDifference.NOTHING)) {
			return;
		}
		if (hint.addition() != null) {
			this.changes.addOrigin(hint.addition());
		}
		if (hint.instead() == null) {
			if (hint.addition() == null) {
				caller(this.preferred, hint.fix(), false);
			}
			return;
		}
		boolean secure = hint.instead().startsWith("https:") && hint.differences().contains(OriginDifference.SCHEME);
		caller((secure || hint.addition() == null) ? this.preferred : this.others,
				"Open the page from " + hint.instead() + ".",
				passes(this.script.method(), this.script.headers(), hint.instead(), this.script.credentials()));
	}

	private void credentials(boolean any) {
		if (!any) {
			this.changes.allowCredentials();
		}
		else if (Rehearsal
			.isPossible(this.policy.toBuilder().allowedOrigins(this.script.origin()).allowCredentials(true).build())) {
			this.changes.nameOrigin(this.script.origin());
			this.changes.allowCredentials();
		}
		caller(any ? this.preferred : this.others,
				"Leave the credentials out, if the answer does not depend on them: credentials: 'same-origin' for fetch(),"
						+ " withCredentials = false for XMLHttpRequest.",
				passes(this.script.method(), this.script.headers(), this.script.origin(), false));
	}

	private void method() {
		String method = Methods.normalize(this.script.method());
		if (isAllowed(method)) {
			return;
		}
		String upperCase = method.toUpperCase(Locale.ROOT);
		if (Methods.isWrongCase(method)) {
			caller(this.preferred,
					"Write the method in upper case, " + upperCase
							+ ": methods are case-sensitive, and browsers send this one as the script writes it.",
					passes(upperCase, this.script.headers(), this.script.origin(), this.script.credentials()));
			if (!isAllowed(upperCase)) {
				this.changes.addMethod(upperCase);
			}
		}
		else if (!method.equals(ANY) && Rehearsal.isPossible(only().allowedMethods(method).build())) {
			this.changes.addMethod(method);
		}
		else {
			caller(this.preferred, "Use another method: no rule can allow this one, " + Printable.of(method) + ".",
					false);
		}
	}

	private boolean isAllowed(String method) {
		return Methods.isSafelisted(method) || this.policy.allowedMethods().contains(method)
				|| (this.policy.allowedMethods().contains(ANY) && !Methods.isForbidden(method));
	}

	private void headers(List<String> names) {
		List<String> missing = new ArrayList<>();
		List<Field> sent = new ArrayList<>(this.script.headers());
		for (String name : names) {
			if (isHeaderAllowed(name)) {
				continue;
			}
			// * is the name of a header, too, and would allow all others with it
			if (!name.equals(ANY) && Rehearsal.isPossible(only().allowedHeaders(name).build())) {
				missing.add(asWritten(name));
			}
			else {
				sent.removeIf((field) -> field.name().equalsIgnoreCase(name));
			}
		}
		if (!missing.isEmpty()) {
			this.changes.addHeaders(missing);
		}
		if (sent.size() < this.script.headers().size()) {
			caller(this.preferred, "Leave out the headers that no rule can allow: " + removed(sent) + ".",
					passes(this.script.method(), sent, this.script.origin(), this.script.credentials()));
		}
		else if (missing.isEmpty() && this.preferred.isEmpty() && this.others.isEmpty() && this.changes.isEmpty()) {
			caller(this.preferred, "Send fewer headers: there is a limit to how many a preflight may ask for.", false);
		}
	}

	private boolean isHeaderAllowed(String name) {
		List<String> allowed = this.policy.allowedHeaders();
		boolean authorization = name.equals(HeaderNames.AUTHORIZATION) && !this.policy.allowCredentials();
		return allowed.stream().anyMatch(name::equalsIgnoreCase) || (allowed.contains(ANY) && !authorization);
	}

	private String asWritten(String name) {
		return this.script.headers().stream().map(Field::name).filter(name::equalsIgnoreCase).findFirst().orElse(name);
	}

	private String removed(List<Field> sent) {
		return Printable.of(String.join(", ",
				this.script.headers().stream().filter((field) -> !sent.contains(field)).map(Field::name).toList()));
	}

	/** A definition in which nothing but what is set can be wrong. */
	private static CorsPolicyDefinition.Builder only() {
		return CorsPolicyDefinition.builder().allowedOrigins("https://www.example.com");
	}

	private boolean passes(String method, List<Field> headers, String origin, boolean credentials) {
		return this.rule.isEnforced() && Rehearsal.passes(this.rule.policy(),
				new ScriptRequest(origin, method, this.script.url(), headers, credentials));
	}

	private static void caller(List<Fix> fixes, String sentence, boolean complete) {
		fixes.add(new Fix(FixFinder.CALLER, complete, sentence, List.of()));
	}

}
