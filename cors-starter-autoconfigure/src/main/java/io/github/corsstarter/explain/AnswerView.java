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

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.explain.CorsExplanation.Answer;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Shows a decision. Decides nothing itself.
 */
final class AnswerView {

	private AnswerView() {
	}

	static Answer of(CorsEvaluation evaluation) {
		CorsDecision applied = evaluation.applied();
		CorsDecision decision = evaluation.decision();
		CompiledRule rule = evaluation.rule();
		String reported = (rule != null && !rule.isEnforced()) ? kebab(decision.outcome()) : null;
		return new Answer(kebab(applied.outcome()), reported, kebab(decision.verdict()), status(applied),
				headers(applied), sentence(decision, reported));
	}

	private static @Nullable Integer status(CorsDecision decision) {
		return decision.proceeds() ? null : decision.status();
	}

	/** The CORS headers and Vary. */
	static List<Field> headers(CorsDecision decision) {
		List<Field> fields = new ArrayList<>();
		decision.forEachHeader((name, value) -> fields.add(new Field(name, Printable.of(value, 8192))));
		String vary = decision.varyValue();
		if (vary != null) {
			fields.add(new Field(HeaderNames.VARY, vary));
		}
		return fields;
	}

	/** The answer as a browser sees it, if the application answers with success. */
	static ServerAnswer answer(CorsDecision decision) {
		List<Field> fields = new ArrayList<>();
		decision.forEachHeader((name, value) -> fields.add(new Field(name, value)));
		return new ServerAnswer(decision.proceeds() ? 200 : decision.status(), fields);
	}

	private static String sentence(CorsDecision decision, @Nullable String reported) {
		String sentence = sentence(decision);
		return (reported != null)
				? "Nothing happens on the wire, since the rule only reports. Enforced, it would be: " + sentence
				: sentence;
	}

	private static String sentence(CorsDecision decision) {
		return switch (decision.outcome()) {
			case UNTOUCHED -> (decision.verdict() == Verdict.WEBSOCKET_HANDSHAKE)
					? "A WebSocket handshake, which CORS does not cover, goes on untouched."
					: "It goes on to the application, and its answer is left as it is.";
			case NOT_CORS -> "It has no Origin, is not a CORS request and goes on.";
			case SAME_ORIGIN -> "It comes from the server's own origin and goes on without CORS headers.";
			case PREFLIGHT_ALLOWED ->
				"Allowed: answered with status 204 and what is allowed, before anything else runs.";
			case PREFLIGHT_REFUSED -> "Refused with status 403 and without CORS headers, before anything else runs: "
					+ reason(decision.verdict()) + ".";
			case ACTUAL_ALLOWED ->
				"Allowed: it goes on, and whatever the application answers carries the CORS headers.";
			case ACTUAL_REFUSED -> "Refused with status 403 and without CORS headers, before the application sees it: "
					+ reason(decision.verdict()) + ".";
			case ACTUAL_PASSED_THROUGH ->
				"Not allowed: it goes on, and the application's answer has no CORS headers, since "
						+ reason(decision.verdict()) + ".";
		};
	}

	static String reason(Verdict verdict) {
		return switch (verdict) {
			case ORIGIN_MALFORMED -> "the origin is not one that browsers send";
			case ORIGIN_NOT_ALLOWED -> "the origin is not allowed";
			case METHOD_MALFORMED -> "the method is not a method";
			case METHOD_NOT_ALLOWED -> "the method is not allowed";
			case REQUEST_HEADERS_MALFORMED -> "the list of headers is not a list of names";
			case REQUEST_HEADERS_OVER_LIMIT -> "the list of headers is over the limit";
			case REQUEST_HEADER_NOT_ALLOWED -> "a header is not allowed";
			default -> "every check passed";
		};
	}

	static String kebab(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
