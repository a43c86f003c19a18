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
import io.github.corsstarter.Outcome;
import io.github.corsstarter.explain.CorsExplanation.BrowserView;
import io.github.corsstarter.explain.CorsExplanation.Cache;
import io.github.corsstarter.explain.CorsExplanation.Check;
import io.github.corsstarter.explain.CorsExplanation.Console;
import io.github.corsstarter.explain.FetchChecks.Judgement;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a browser makes of the answers, told from their headers alone.
 */
final class BrowserVerdict {

	static final String ALLOWED = "allowed";

	static final String BLOCKED = "blocked";

	static final String SAME_ORIGIN = "same-origin";

	static final String NOT_CORS = "not-cors";

	static final String NOT_SENT = "not-sent";

	static final String UNKNOWN = "unknown";

	private static final int CHROMIUM_CAP = 7200;

	private static final int FIREFOX_CAP = 86_400;

	private static final List<String> SAFELISTED = List.of("Cache-Control", "Content-Language", "Content-Length",
			"Content-Type", "Expires", "Last-Modified", "Pragma");

	private final RequestPlan plan;

	private final List<String> read;

	private final List<Check> checks = new ArrayList<>();

	BrowserVerdict(RequestPlan plan, List<String> read) {
		this.plan = plan;
		this.read = read;
	}

	BrowserView view(@Nullable CorsEvaluation preflight, CorsEvaluation actual) {
		if (this.plan.origin() == null) {
			return view(NOT_CORS,
					"The request has no Origin: no browser makes a CORS check. It is sent like this by a page"
							+ " of the same origin, or by a client that is no browser.",
					List.of("*"));
		}
		if (this.plan.isSameOrigin()) {
			return view(SAME_ORIGIN,
					"Page and server have the same origin: the browser sends the request at once and makes"
							+ " no CORS check.",
					List.of("*"));
		}
		ScriptRequest script = this.plan.script();
		if (Methods.isForbidden(script.method())) {
			BrowserFailure failure = new BrowserFailure(FailureKind.FORBIDDEN_METHOD, false, script.method(), 0);
			return failed(NOT_SENT, "No script can send this method: the browser refuses by itself.", failure);
		}
		if (!Rehearsal.isSent(script)) {
			return view(NOT_SENT, "No browser sends this Origin; what is told here is for other clients.", List.of());
		}
		if (actual.decision().outcome() == Outcome.UNTOUCHED && isGoverned(actual)) {
			return view(NOT_CORS, "The browser makes no CORS check for a WebSocket.", List.of());
		}
		if (!isEnforced(actual)) {
			return view(UNKNOWN, unknown(preflight, actual), List.of());
		}
		BrowserFailure failure = failure(preflight, actual);
		return (failure != null) ? failed(BLOCKED, blocked(failure), failure) : allowed(preflight, actual);
	}

	/** What fails, if the decisions are applied. */
	@Nullable BrowserFailure failure(@Nullable CorsEvaluation preflight, CorsEvaluation actual) {
		if (preflight != null) {
			Judgement judgement = FetchChecks.preflight(this.plan.script(), AnswerView.answer(preflight.decision()));
			this.checks.addAll(judgement.checks());
			if (judgement.failure() != null) {
				return judgement.failure();
			}
		}
		Judgement judgement = FetchChecks.actual(this.plan.script(), AnswerView.answer(actual.decision()));
		this.checks.addAll(judgement.checks());
		return judgement.failure();
	}

	private static boolean isGoverned(CorsEvaluation evaluation) {
		return evaluation.rule() != null;
	}

	private static boolean isEnforced(CorsEvaluation evaluation) {
		CompiledRule rule = evaluation.rule();
		return rule != null && rule.isEnforced();
	}

	private String unknown(@Nullable CorsEvaluation preflight, CorsEvaluation actual) {
		String sentence = "The answer is the application's own, so that the starter cannot tell what a browser makes of it.";
		if (!isGoverned(actual)) {
			return sentence;
		}
		BrowserFailure failure = failure(preflight, actual);
		this.checks.clear();
		return sentence + ((failure != null) ? " If the rule were enforced, the browser would block it."
				: " If the rule were enforced, the browser would let it pass.");
	}

	private static String blocked(BrowserFailure failure) {
		return failure.preflight() ? "The preflight fails, and the browser does not send the request."
				: "The browser keeps the answer from the script, whatever its status.";
	}

	private BrowserView allowed(@Nullable CorsEvaluation preflight, CorsEvaluation actual) {
		ServerAnswer answer = AnswerView.answer(actual.decision());
		List<String> readable = new ArrayList<>(SAFELISTED);
		String exposed = answer.value(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
		for (String name : (exposed != null) ? exposed.split(",") : new String[0]) {
			readable.add(name.strip());
		}
		boolean any = readable.contains("*") && !this.plan.script().credentials();
		List<String> unreadable = this.read.stream().filter((name) -> !isReadable(name, readable, any)).toList();
		String sentence = "The script may read the answer, whatever its status"
				+ (unreadable.isEmpty() ? "." : ", but not " + Printable.of(String.join(", ", unreadable)) + ".");
		return new BrowserView(ALLOWED, sentence, null, List.copyOf(this.checks), null,
				(preflight != null) ? cache(preflight.decision()) : null, any ? List.of("*") : List.copyOf(readable),
				unreadable.stream().map(Printable::of).toList());
	}

	private static boolean isReadable(String name, List<String> readable, boolean any) {
		return !HeaderNames.isForbiddenResponseHeader(name)
				&& (any || readable.stream().anyMatch(name::equalsIgnoreCase));
	}

	/** Fetch, section 4.10, "CORS-preflight cache". */
	private Cache cache(CorsDecision preflight) {
		String value = AnswerView.answer(preflight).value(HeaderNames.ACCESS_CONTROL_MAX_AGE);
		long maxAge = (value != null) ? Long.parseLong(value) : 5;
		String sentence = (maxAge == 0)
				? "The browser does not keep the answer to the preflight, and asks before every such request."
				: "The browser keeps the answer to the preflight for " + maxAge + " seconds (Chromium at most "
						+ CHROMIUM_CAP + ", Firefox at most " + FIREFOX_CAP
						+ "), for this origin, this URL and requests "
						+ (this.plan.script().credentials() ? "with" : "without")
						+ " credentials; meanwhile it does not ask again for the methods and headers in it.";
		return new Cache(maxAge, Math.min(maxAge, CHROMIUM_CAP), Math.min(maxAge, FIREFOX_CAP), sentence);
	}

	private BrowserView failed(String verdict, String sentence, BrowserFailure failure) {
		ConsoleSentences console = ConsoleSentences.of(failure, this.plan.script());
		return new BrowserView(verdict, sentence, failure.kind().id(), List.copyOf(this.checks),
				new Console(printable(console.chromium()), printable(console.chromiumXhr()),
						console.firefox().stream().map((line) -> Printable.of(line, 8000)).toList()),
				null, List.of(), List.of());
	}

	private static @Nullable String printable(@Nullable String sentence) {
		return (sentence != null) ? Printable.of(sentence, 8000) : null;
	}

	private static BrowserView view(String verdict, String sentence, List<String> readable) {
		return new BrowserView(verdict, sentence, null, List.of(), null, null, readable, List.of());
	}

	static String id(OriginDifference difference) {
		return difference.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
