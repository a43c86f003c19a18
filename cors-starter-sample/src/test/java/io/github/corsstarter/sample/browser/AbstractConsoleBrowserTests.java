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

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.ConsoleSentences;
import io.github.corsstarter.explain.FailureKind;
import io.github.corsstarter.explain.FetchChecks;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.PreflightNeed;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.explain.ServerAnswer;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.sample.PlainClient;
import io.github.corsstarter.sample.Stack;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sentences that the endpoint {@code corsexplain} gives for failures, beside those
 * that a real browser writes to its console.
 */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractConsoleBrowserTests {

	private final Laboratory laboratory;

	private final ForeignServer foreign = new ForeignServer();

	private final Console console;

	private final PlainClient client = new PlainClient();

	private final Tally explained;

	private final Tally judged;

	AbstractConsoleBrowserTests(Stack stack) {
		this.laboratory = new Laboratory(stack);
		this.console = new Console(this.laboratory.chromium());
		this.explained = new Tally("Console sentences that the endpoint gives on " + stack);
		this.judged = new Tally("Console sentences about foreign answers on " + stack);
	}

	@AfterAll
	void report() {
		List.of(this.explained, this.judged).forEach(Tally::report);
		this.foreign.close();
		this.laboratory.close();
	}

	@TestFactory
	Stream<DynamicTest> theEndpointGivesTheSentenceOfTheConsole() {
		List<ConsoleCase> cases = ConsoleCase.all(this.laboratory.lab()).toList();
		assertThat(cases).hasSizeGreaterThanOrEqualTo(30);
		return cases.stream()
			.map((each) -> DynamicTest.dynamicTest(each.toString(), this.explained.counted(() -> explain(each))));
	}

	private void explain(ConsoleCase consoleCase) {
		CorsEvaluator evaluator = this.laboratory.lab().bean(CorsEvaluator.class);
		CorsRuleSet rulesOfTheSample = evaluator.ruleSet();
		if (!consoleCase.rules().isEmpty()) {
			evaluator.replaceRuleSet(CorsRuleSet.compile(consoleCase.rules(), "/actuator"));
		}
		try {
			String url = send(consoleCase.page(), consoleCase.request(), this.laboratory.base());
			Map<?, ?> browser = browserView(consoleCase, url);
			assertThat(browser.get("verdict")).isEqualTo("blocked");
			assertThat(browser.get("failure")).isEqualTo(consoleCase.kind().id());
			String member = consoleCase.request().client().equals("xhr") ? "chromiumXhr" : "chromium";
			assertThat(((Map<?, ?>) browser.get("console")).get(member)).isEqualTo(this.console.sentenceAbout(url));
		}
		finally {
			evaluator.replaceRuleSet(rulesOfTheSample);
		}
	}

	private Map<?, ?> browserView(ConsoleCase consoleCase, String url) {
		PageRequest request = consoleCase.request();
		String question = parameter("path", url.substring(this.laboratory.base().length()))
				+ parameter("origin", consoleCase.page().origin()) + parameter("method", request.method())
				+ parameter("headers",
						fields(request).stream()
							.map((field) -> field.name() + ": " + field.value())
							.collect(Collectors.joining("\n")))
				+ parameter("credentials", String.valueOf(request.credentials() == Credentials.INCLUDE))
				+ parameter("server", this.laboratory.base());
		HttpResponse<String> answer = this.client.send("GET",
				URI.create(this.laboratory.base() + "/actuator/corsexplain?" + question.substring(1)), Map.of(), null);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return (Map<?, ?>) JsonParserFactory.getJsonParser().parseMap(answer.body()).get("browser");
	}

	private static String parameter(String name, String value) {
		return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	@TestFactory
	Stream<DynamicTest> aForeignAnswerIsJudgedAsTheBrowserJudgesIt() {
		List<ForeignCase> cases = ForeignCase.all().toList();
		assertThat(cases.stream().map(ForeignCase::kind).collect(Collectors.toSet())).isEqualTo(kindsOfAnswers());
		return cases.stream()
			.map((each) -> DynamicTest.dynamicTest(each.toString(), this.judged.counted(() -> judge(each))));
	}

	/** The others are tests of their own: the browser writes nothing to the console. */
	private static Set<FailureKind> kindsOfAnswers() {
		return EnumSet.complementOf(EnumSet.of(FailureKind.AUTHORIZATION_UNDER_WILDCARD, FailureKind.FORBIDDEN_METHOD));
	}

	private void judge(ForeignCase foreignCase) {
		this.foreign.answer(foreignCase.preflight(), foreignCase.actual());
		String url = send(ForeignCase.PAGE, foreignCase.request(), this.foreign.base());
		ScriptRequest script = script(foreignCase.request(), url);
		BrowserFailure failure = failure(script, foreignCase.preflight(), foreignCase.actual());
		assertThat(failure).isNotNull();
		assertThat(failure.kind()).isEqualTo(foreignCase.kind());
		ConsoleSentences sentences = ConsoleSentences.of(failure, script);
		assertThat(foreignCase.request().client().equals("xhr") ? sentences.chromiumXhr() : sentences.chromium())
			.isEqualTo(this.console.sentenceAbout(url));
	}

	@Test
	void authorizationUnderAWildcardPassesWithoutASentence() {
		ServerAnswer answer = new ServerAnswer(200,
				List.of(new Field("Access-Control-Allow-Origin", "*"), new Field("Access-Control-Allow-Headers", "*")));
		this.foreign.answer(answer, answer);
		PageRequest request = PageRequest.of("GET", "/foreign").header("Authorization", "Bearer demo");
		URI uri = request.uri(this.foreign.base(), UUID.randomUUID().toString());
		assertThat(result(ForeignCase.PAGE, request, uri)).containsEntry("outcome", "answer");
		ScriptRequest script = script(request, uri.toString());
		BrowserFailure failure = failure(script, answer, answer);
		assertThat(failure).isNotNull();
		assertThat(failure.kind()).isEqualTo(FailureKind.AUTHORIZATION_UNDER_WILDCARD);
		assertThat(ConsoleSentences.of(failure, script).chromium()).isNull();
		assertThat(this.console.sentences()).isEmpty();
	}

	private String send(Cell.Page page, PageRequest request, String base) {
		URI uri = request.uri(base, UUID.randomUUID().toString());
		assertThat(result(page, request, uri)).containsEntry("outcome", "error");
		return uri.toString();
	}

	private Map<String, Object> result(Cell.Page page, PageRequest request, URI uri) {
		this.laboratory.browser().open(page.url());
		return this.laboratory.browser().send(request.client(), request.toScript(uri.toString()));
	}

	private static ScriptRequest script(PageRequest request, String url) {
		return new ScriptRequest(ForeignCase.PAGE.origin(), request.method(), url, fields(request),
				request.credentials() == Credentials.INCLUDE);
	}

	private static List<Field> fields(PageRequest request) {
		return request.headers()
			.entrySet()
			.stream()
			.map((header) -> new Field(header.getKey(), header.getValue()))
			.toList();
	}

	private static @Nullable BrowserFailure failure(ScriptRequest script, ServerAnswer preflight, ServerAnswer actual) {
		BrowserFailure failure = PreflightNeed.of(script).needed() ? FetchChecks.preflight(script, preflight).failure()
				: null;
		return (failure != null) ? failure : FetchChecks.actual(script, actual).failure();
	}

}
