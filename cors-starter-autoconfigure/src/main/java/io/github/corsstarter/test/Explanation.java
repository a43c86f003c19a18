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

import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.ConsoleSentences;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.OriginHint;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.rule.CompiledRule;
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

	String ofRefusal() {
		return "Expecting a browser to let a page at %s%n  %s%nbut it does not: the %s is answered with %d, and the console says%n  %s%n%s"
			.formatted(script().origin(), request(), isPreflight() ? "preflight" : "request",
					this.fetched.answer().status(), sentence(), rule());
	}

	String ofPermission() {
		return "Expecting a browser not to let a page at %s%n  %s%nbut it does: the answer has%n  %s%n%s"
			.formatted(script().origin(), request(), grants(), rule());
	}

	String ofHiddenHeader(String name) {
		return "Expecting a browser to let a page at %s read the header%n  %s%nof the answer to%n  %s%nbut the answer has%n  %s%n%s"
			.formatted(script().origin(), name, request(), grants(), rule());
	}

	String ofExposedHeader(String name) {
		return "Expecting a browser not to let a page at %s read the header%n  %s%nof the answer to%n  %s%nbut the answer has%n  %s%n%s"
			.formatted(script().origin(), name, request(), grants(), rule());
	}

	private ScriptRequest script() {
		return this.fetched.script();
	}

	private boolean isPreflight() {
		BrowserFailure failure = this.fetched.failure();
		return failure != null && failure.preflight();
	}

	private String request() {
		String headers = script().headers().stream().map(Field::name).collect(Collectors.joining(", "));
		return script().method() + " " + script().url() + (headers.isEmpty() ? "" : " with " + headers)
				+ (script().credentials() ? " with credentials" : "");
	}

	private String sentence() {
		BrowserFailure failure = this.fetched.failure();
		if (failure == null) {
			return "nothing";
		}
		ConsoleSentences sentences = ConsoleSentences.of(failure, script());
		String chromium = sentences.chromium();
		return (chromium != null) ? chromium : String.join(" ", sentences.firefox());
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

	private String rule() {
		if (this.evaluator == null) {
			return "For the rule and a remedy, name what knows the rules: explainedBy(corsEvaluator)";
		}
		CorsEvaluation evaluation = dryRun(this.evaluator, this.fetched.sent());
		CompiledRule rule = evaluation.rule();
		return (rule != null) ? "Rule \"%s\" (%s): %s".formatted(rule.name(), String.join(", ", rule.paths()),
				remedy(rule, evaluation)) : "No rule governs the path, so that the application decides.";
	}

	private String remedy(CompiledRule rule, CorsEvaluation evaluation) {
		if (!rule.isEnforced()) {
			return "it only reports, so that the application decides.";
		}
		String key = "cors.rules." + rule.name() + ".";
		CorsPolicyDefinition policy = rule.policy().definition();
		return switch (evaluation.decision().verdict()) {
			case ORIGIN_MALFORMED, ORIGIN_NOT_ALLOWED -> {
				OriginHint hint = OriginHint.of(rule.policy(), script().origin());
				yield hint.sentence() + " " + hint.fix();
			}
			case METHOD_NOT_ALLOWED -> "%sallowed-methods is %s. Add %s.".formatted(key,
					String.join(", ", policy.allowedMethods()), script().method());
			case REQUEST_HEADER_NOT_ALLOWED -> "%sallowed-headers is %s. Add what is missing.".formatted(key,
					String.join(", ", policy.allowedHeaders()));
			case ALLOWED -> script().credentials() && !policy.allowCredentials()
					? "it allows the request, but not with credentials. Set %sallow-credentials: true, with the origins by name."
						.formatted(key)
					: "it allows the request.";
			default -> "it decides " + evaluation.decision().verdict() + ".";
		};
	}

	static CorsEvaluation dryRun(CorsEvaluator evaluator, CorsServer.Request request) {
		CorsRequestBuilder facts = CorsRequest.builder(request.method());
		request.headers().forEach((field) -> facts.header(field.name(), field.value()));
		int query = request.path().indexOf('?');
		return evaluator.dryRun((query >= 0) ? request.path().substring(0, query) : request.path(), facts.build());
	}

}
