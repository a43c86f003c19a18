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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.sample.Stack;
import io.github.corsstarter.sample.browser.Cell.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser against the running sample. What is expected comes out of a decision and
 * of a model of the browser, see {@link BrowserModel}: of the engine's decision under the
 * sample's own rules, or of the conformance table's.
 */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractBrowserTests {

	private static final Log logger = LogFactory.getLog(AbstractBrowserTests.class);

	private final Laboratory laboratory;

	private final Tally cells;

	private final Tally cases;

	private final Tally scenarios;

	AbstractBrowserTests(Stack stack) {
		this.laboratory = new Laboratory(stack);
		this.cells = new Tally("Browser cells on " + stack);
		this.cases = new Tally("Browser cases of the table on " + stack);
		this.scenarios = new Tally("Browser scenarios of the page on " + stack);
		logger.info("Browser on %s: %s, API at %s".formatted(stack, this.laboratory.browser().version(),
				this.laboratory.base()));
	}

	@AfterAll
	void report() {
		List.of(this.cells, this.cases, this.scenarios).forEach(Tally::report);
		this.laboratory.close();
	}

	@TestFactory
	Stream<DynamicContainer> everyCellIsAsDecided() {
		BrowserModel model = new BrowserModel(serverOfTheSample());
		List<Cell> table = Cells.of(this.laboratory.lab());
		assertThat(table).hasSizeGreaterThanOrEqualTo(40);
		Map<Page, List<Cell>> byPage = table.stream()
			.collect(Collectors.groupingBy(Cell::page, LinkedHashMap::new, Collectors.toList()));
		logger.info("Pages of the browser cells: " + byPage.keySet().stream().map(Page::origin).toList());
		return byPage.entrySet()
			.stream()
			.map((entry) -> DynamicContainer.dynamicContainer("from " + entry.getKey().origin(), entry.getValue()
				.stream()
				.map((cell) -> DynamicTest.dynamicTest(cell.toString(),
						this.cells.counted(() -> this.laboratory.check(cell, model, UnaryOperator.identity()))))));
	}

	@TestFactory
	Stream<DynamicTest> everyChosenCaseOfTheTableIsAsTabled() {
		List<TableCase> table = TableCase.chosen();
		assertThat(table).hasSizeGreaterThanOrEqualTo(40);
		return table.stream()
			.sorted(Comparator.comparing((tableCase) -> tableCase.page().origin()))
			.map((tableCase) -> DynamicTest.dynamicTest(tableCase.toString(),
					this.cases.counted(() -> checkUnderItsOwnRules(tableCase))));
	}

	private void checkUnderItsOwnRules(TableCase tableCase) {
		CorsEvaluator evaluator = this.laboratory.lab().bean(CorsEvaluator.class);
		CorsRuleSet rulesOfTheSample = evaluator.ruleSet();
		List<CorsRule> rules = tableCase.rules()
			.entrySet()
			.stream()
			.map((entry) -> entry.getValue().toRule(entry.getKey()))
			.toList();
		evaluator.replaceRuleSet(CorsRuleSet.compile(rules, "/actuator"));
		try {
			String id = UUID.randomUUID().toString();
			URI uri = tableCase.request().uri(this.laboratory.base(), id);
			DecidedServer others = new DecidedServer(new CompiledRules(tableCase.rules()), this.laboratory.lab());
			Observation expected = new BrowserModel(new TableServer(tableCase, others))
				.expect(tableCase.page().origin(), tableCase.request(), uri);
			assertThat(this.laboratory.observe(tableCase.page(), tableCase.request(), uri, id, 0))
				.as("%s: %s from %s", tableCase, tableCase.request(), tableCase.page().origin())
				.isEqualTo(expected);
		}
		finally {
			evaluator.replaceRuleSet(rulesOfTheSample);
		}
	}

	@TestFactory
	Stream<DynamicTest> everyScenarioOfThePageShowsWhatWasDecided() {
		LabPage page = new LabPage(this.laboratory);
		List<String> titles = page.scenarios();
		assertThat(titles).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
		return IntStream.range(0, titles.size())
			.mapToObj((number) -> DynamicTest.dynamicTest(titles.get(number),
					this.scenarios.counted(() -> checkScenario(page, number))));
	}

	private void checkScenario(LabPage page, int number) {
		page.run(number);
		PageRequest request = page.request();
		assertThat(page.explained()).isNotEmpty();
		assertThat(page.complaints()).isEmpty();
		if (request.client().equals("no-cors")) {
			assertThat(page.scriptGot()).isEqualTo("status 0");
			assertThat(page.serverSaw()).containsExactly(request.method() + " " + request.path());
			return;
		}
		URI uri = request.uri(this.laboratory.base(), UUID.randomUUID().toString());
		Observation expected = new BrowserModel(serverOfTheSample()).expect(this.laboratory.browser().origin(), request,
				uri);
		assertThat(page.scriptGot()).as("%s", request).isEqualTo(expected.script());
		assertThat(page.serverSaw()).isEqualTo(expected.server()
			.stream()
			.map((arrival) -> arrival.request().replaceFirst(" localhost:\\d+", " "))
			.toList());
		boolean refused = expected.script().equals("TypeError");
		assertThat(page.explained().startsWith("The browser blocks the request")).as(page.explained())
			.isEqualTo(refused && !request.path().startsWith("/internal/") && !isRedirect(request));

	}

	@Test
	void thePageFitsAPhoneAndObeysTheKeyboard() {
		LabPage page = new LabPage(this.laboratory);
		assertThat(page.widthOn(400)).isLessThanOrEqualTo(400);
		page.runByKeyboard(0);
		assertThat(page.scriptGot()).isEqualTo("TypeError");
		assertThat(page.explained()).startsWith("No rule governs the path");
	}

	/** What is explained is the first request. */
	private static boolean isRedirect(PageRequest request) {
		return request.path().equals("/restricted/elsewhere");
	}

	private DecidedServer serverOfTheSample() {
		return new DecidedServer(new CompiledRules(RuleForm.ofTheSample()), this.laboratory.lab());
	}

}
