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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.explain.BrowserFailure;
import io.github.corsstarter.explain.ConsoleSentences;
import io.github.corsstarter.explain.FetchChecks;
import io.github.corsstarter.explain.Field;
import io.github.corsstarter.explain.PreflightNeed;
import io.github.corsstarter.explain.ScriptRequest;
import io.github.corsstarter.sample.Stack;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second engine: the cells of the browser matrix in Firefox, but for those of two
 * pages, the classic mistakes of the lab's page, and the sentences of its console about
 * answers that are wrong, which are the same for {@code fetch} and for
 * {@code XMLHttpRequest}.
 */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class FirefoxBrowserTests {

	private static final Log logger = LogFactory.getLog(FirefoxBrowserTests.class);

	/** Their origins are no other case than those of the other pages. */
	private static final Set<String> LEFT_OUT = Set.of("app.localhost", "app2.yourdomain.com");

	private final Laboratory laboratory = new Laboratory(Stack.SERVLET, Firefox::new);

	private final ForeignServer foreign = new ForeignServer();

	private final Tally cells = new Tally("Browser cells in Firefox");

	private final Tally scenarios = new Tally("Classic mistakes of the page in Firefox");

	private final Tally sentences = new Tally("Console sentences of Firefox");

	FirefoxBrowserTests() {
		logger.info("Browser: %s".formatted(this.laboratory.browser().version()));
	}

	@AfterAll
	void report() {
		List.of(this.cells, this.scenarios, this.sentences).forEach(Tally::report);
		this.foreign.close();
		this.laboratory.close();
	}

	@TestFactory
	Stream<DynamicTest> everyCellIsAsDecided() {
		BrowserModel model = model();
		List<Cell> table = Cells.of(this.laboratory.lab())
			.stream()
			.filter((cell) -> !LEFT_OUT.contains(host(cell)))
			.toList();
		assertThat(table).hasSizeGreaterThanOrEqualTo(120);
		return table.stream()
			.map((cell) -> DynamicTest.dynamicTest(cell.page().origin() + ": " + cell,
					this.cells.counted(() -> this.laboratory.check(cell, model, view(cell)))));
	}

	@TestFactory
	Stream<DynamicTest> everyClassicMistakeOfThePageShowsWhatWasDecided() {
		this.laboratory.browser().open(this.laboratory.base() + "/");
		int scenarios = firefox().run("return document.querySelectorAll('#presets > li:first-child .preset').length")
			.asInt();
		assertThat(scenarios).isGreaterThanOrEqualTo(8);
		return IntStream.range(0, scenarios)
			.mapToObj((number) -> DynamicTest.dynamicTest("scenario " + number,
					this.scenarios.counted(() -> checkScenario(number))));
	}

	private void checkScenario(int number) {
		this.laboratory.lab().resetOrders();
		firefox().forget();
		firefox().open(this.laboratory.base() + "/");
		firefox().run("document.querySelectorAll('.preset')[arguments[0]].click()", number);
		JsonNode shown = awaitVerdict();
		PageRequest request = LabPage.request(shown.get(0).asString());
		String status = shown.get(1).asString();
		assertThat(shown.get(2).asString()).as("explanation").isNotEmpty();
		if (request.client().equals("no-cors")) {
			assertThat(status).isEqualTo("Status 0");
			return;
		}
		Observation expected = model().expect(shown.get(3).asString(), request,
				request.uri(this.laboratory.base(), UUID.randomUUID().toString()));
		assertThat(status.equals("No answer") ? "TypeError" : status.toLowerCase(Locale.ROOT))
			.isEqualTo(expected.script());
	}

	/** Wait for the outcome: the page may be opened at another origin first. */
	private JsonNode awaitVerdict() {
		for (int attempt = 0; attempt < 600; attempt++) {
			JsonNode shown = firefox().tryToRun("""
					if (!document.querySelector('#verdict.allowed, #verdict.refused')) {
						return [];
					}
					const text = (selector) => document.querySelector(selector)?.textContent ?? '';
					return [location.href, text('#browser .status'), text('#explain .status'), location.origin];""");
			if (!shown.isEmpty()) {
				firefox().forget();
				return shown;
			}
			pause();
		}
		throw new IllegalStateException("No outcome");
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Firefox firefox() {
		return (Firefox) this.laboratory.browser();
	}

	private BrowserModel model() {
		return new BrowserModel(new DecidedServer(new CompiledRules(RuleForm.ofTheSample()), this.laboratory.lab()));
	}

	private static String host(Cell cell) {
		return URI.create(cell.page().url()).getHost();
	}

	/**
	 * Firefox sends preflights that the standard does not ask for, and scripts get the
	 * same: to where a request with a preflight was redirected, with the origin of the
	 * page, and again for a request without credentials after one with them.
	 */
	private static UnaryOperator<Observation> view(Cell cell) {
		boolean redirected = cell.requests()
			.stream()
			.anyMatch((request) -> List.of("/restricted/elsewhere", "/restricted/to-public").contains(request.path())
					&& (request.method().equals("PUT") || request.headers().containsKey("Authorization")));
		boolean withoutAfterWith = cell.requests().size() == 2
				&& cell.requests().get(0).credentials() == Credentials.INCLUDE;
		return (redirected || withoutAfterWith) ? Observation::ofTheScript : UnaryOperator.identity();
	}

	@TestFactory
	Stream<DynamicTest> theSentencesAreThoseOfTheConsole() {
		return ForeignCase.all()
			.filter((each) -> each.request().client().equals("fetch"))
			.map((each) -> DynamicTest.dynamicTest(each.toString(), this.sentences.counted(() -> judge(each))));
	}

	private void judge(ForeignCase foreignCase) {
		Firefox firefox = firefox();
		this.foreign.answer(foreignCase.preflight(), foreignCase.actual());
		PageRequest request = foreignCase.request();
		URI uri = request.uri(this.foreign.base(), UUID.randomUUID().toString());
		firefox.open(ForeignCase.PAGE.url());
		firefox.corsSentences();
		assertThat(firefox.send(request.client(), request.toScript(uri.toString()))).containsEntry("outcome", "error");
		ScriptRequest script = script(request, uri.toString());
		List<String> expected = ConsoleSentences.of(failure(script, foreignCase), script).firefox();
		List<String> said = new ArrayList<>();
		for (int attempt = 0; attempt < 50 && said.size() < expected.size(); attempt++) {
			said.addAll(firefox.corsSentences());
		}
		// That the request did not succeed is said twice of some redirects
		assertThat(said.stream().distinct()).containsExactlyElementsOf(expected);
	}

	private static ScriptRequest script(PageRequest request, String url) {
		return new ScriptRequest(ForeignCase.PAGE.origin(), request.method(), url,
				request.headers()
					.entrySet()
					.stream()
					.map((header) -> new Field(header.getKey(), header.getValue()))
					.toList(),
				request.credentials() == Credentials.INCLUDE);
	}

	private static BrowserFailure failure(ScriptRequest script, ForeignCase foreignCase) {
		BrowserFailure failure = PreflightNeed.of(script).needed()
				? FetchChecks.preflight(script, foreignCase.preflight()).failure() : null;
		failure = (failure != null) ? failure : FetchChecks.actual(script, foreignCase.actual()).failure();
		assertThat(failure).isNotNull();
		return failure;
	}

}
