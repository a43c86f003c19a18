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

package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.ConsoleSentences;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.explain.CorsExplanation.Governance;
import io.github.corsstarter.explain.ExplainQuery;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.InvalidExplainQueryException;
import io.github.corsstarter.explain.Printable;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.explain.Surroundings;
import io.github.corsstarter.rule.CorsEvaluation;
import io.github.corsstarter.rule.CorsEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * The message of a statement that does not hold: what was expected, what a browser does
 * instead, and what the rules have to do with it.
 *
 * @param fetched what came of the request
 * @param evaluator what knows the rules, or {@code null}
 */
record Explanation(Fetched fetched, @Nullable CorsEvaluator evaluator) {

	private static final int MAX_LENGTH = 2000;

	String ofRefusal() {
		return "Expecting a browser to let a page at %s fetch%n  %s%nbut it does not: the %s is answered with %d, and the console says%n  %s%n%s"
			.formatted(origin(), request(), isPreflight() ? "preflight" : "request", this.fetched.answer().status(),
					sentence(), rule(""));
	}

	String ofPermission() {
		return "Expecting a browser not to let a page at %s fetch%n  %s%nbut it does: the answer has%n  %s%n%s"
			.formatted(origin(), request(), grants(), rule(""));
	}

	String ofHiddenHeader(String name) {
		return "Expecting a browser to let a page at %s read the header%n  %s%nof the answer to%n  %s%nbut the answer has%n  %s%n%s"
			.formatted(origin(), name, request(), grants(), rule(name));
	}

	String ofExposedHeader(String name) {
		return "Expecting a browser not to let a page at %s read the header%n  %s%nof the answer to%n  %s%nbut the answer has%n  %s%n%s"
			.formatted(origin(), name, request(), grants(), rule(""));
	}

	private ScriptRequest script() {
		return this.fetched.script();
	}

	private String origin() {
		return Printable.of(script().origin());
	}

	private boolean isPreflight() {
		BrowserFailure failure = this.fetched.failure();
		return failure != null && failure.preflight();
	}

	private String request() {
		String headers = script().headers().stream().map(Field::name).collect(Collectors.joining(", "));
		return Printable.of(script().method() + " " + script().url() + (headers.isEmpty() ? "" : " with " + headers)
				+ (script().credentials() ? ", with credentials" : ""), MAX_LENGTH);
	}

	private String sentence() {
		BrowserFailure failure = this.fetched.failure();
		if (failure == null) {
			return "nothing";
		}
		ConsoleSentences sentences = ConsoleSentences.of(failure, script());
		String chromium = sentences.chromium();
		return Printable.of((chromium != null) ? chromium : String.join(" ", sentences.firefox()), MAX_LENGTH);
	}

	private String grants() {
		String grants = this.fetched.answer()
			.headers()
			.stream()
			.filter((field) -> field.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
			.map((field) -> field.name() + ": " + field.value())
			.collect(Collectors.joining(System.lineSeparator() + "  "));
		return grants.isEmpty() ? "no Access-Control-* header" : grants;
	}

	private String rule(String read) {
		if (this.evaluator == null) {
			return "For the rule and a remedy, name what knows the rules: explainedBy(corsEvaluator)";
		}
		String headers = script().headers()
			.stream()
			.map((field) -> field.name() + ": " + field.value())
			.collect(Collectors.joining("\n"));
		try {
			return text(new CorsExplainer(this.evaluator, Surroundings.UNKNOWN)
				.explain(ExplainQuery.of(script().url(), script().origin(), script().method(), headers,
						String.valueOf(script().credentials()), null, read)));
		}
		catch (InvalidExplainQueryException ex) {
			return "No browser sends such a request. " + ex.getMessage();
		}
	}

	private static String text(CorsExplanation explanation) {
		List<String> lines = new ArrayList<>();
		Governance rule = explanation.rule();
		lines.add((rule.name() != null)
				? "Rule \"" + rule.name() + "\" (" + rule.pattern() + "): " + explanation.summary() : rule.sentence());
		if (explanation.nearestOrigin() != null) {
			lines.add(explanation.nearestOrigin().sentence());
		}
		for (Fix fix : explanation.fixes()) {
			lines.add("- " + fix.sentence());
			fix.changes()
				.stream()
				.flatMap((change) -> change.yaml().lines())
				.forEach((line) -> lines.add("    " + line));
		}
		return String.join(System.lineSeparator(), lines);
	}

	static CorsEvaluation dryRun(CorsEvaluator evaluator, CorsServer.Request request) {
		CorsRequestBuilder facts = CorsRequest.builder(request.method());
		request.headers().forEach((field) -> facts.header(field.name(), field.value()));
		int query = request.path().indexOf('?');
		return evaluator.dryRun((query >= 0) ? request.path().substring(0, query) : request.path(), facts.build());
	}

}
