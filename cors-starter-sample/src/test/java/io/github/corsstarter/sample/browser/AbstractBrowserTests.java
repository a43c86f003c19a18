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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.Stack;
import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.Observation.Arrival;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import io.github.corsstarter.sample.lab.Exchange;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser against the running sample. What is expected of each cell comes out of
 * the engine's decision and a model of the browser, see {@link BrowserModel}.
 */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractBrowserTests {

	private static final Log logger = LogFactory.getLog(AbstractBrowserTests.class);

	private final Stack stack;

	private final PageServer pages = new PageServer();

	private final RunningLab lab;

	private final Browser browser;

	private int run;

	private int asDecided;

	AbstractBrowserTests(Stack stack) {
		this.stack = stack;
		this.lab = RunningLab.start(stack);
		this.browser = new Browser(List.of("MAP *.yourdomain.com:8443 127.0.0.1:" + this.pages.securePort(),
				"MAP *:443 127.0.0.1:" + this.pages.securePort(), "MAP *:80 127.0.0.1:" + this.pages.plainPort()));
	}

	@BeforeAll
	void signIn() {
		this.browser.open(base() + "/");
		PageRequest signIn = PageRequest.of("POST", "/restricted/session").with(Credentials.INCLUDE);
		assertThat(this.browser.send("fetch", signIn.toScript(base() + signIn.path()))).containsEntry("status", 204L);
	}

	@AfterAll
	void report() {
		logger.info("Browser cells on %s: %d run, %d as decided (%s)".formatted(this.stack, this.run, this.asDecided,
				this.browser.version()));
		this.browser.close();
		this.lab.close();
		this.pages.close();
	}

	@TestFactory
	Stream<DynamicContainer> everyCellIsAsDecided() {
		SampleRules rules = SampleRules.load();
		BrowserModel model = new BrowserModel(new DecidedServer(rules, this.lab));
		Map<Page, List<DynamicTest>> byPage = new LinkedHashMap<>();
		List<Cell> cells = Cells.of(this.lab);
		assertThat(rules.size()).isEqualTo(2);
		assertThat(cells).hasSizeGreaterThanOrEqualTo(40);
		cells.forEach((cell) -> byPage.computeIfAbsent(cell.page(), (page) -> new ArrayList<>())
			.add(DynamicTest.dynamicTest(cell.toString(), () -> check(cell, model))));
		logger.info("Browser cells on %s: API at %s, pages at %s".formatted(this.stack, base(),
				byPage.keySet().stream().map(Page::origin).toList()));
		return byPage.entrySet()
			.stream()
			.map((entry) -> DynamicContainer.dynamicContainer("from " + entry.getKey().origin(), entry.getValue()));
	}

	private void check(Cell cell, BrowserModel model) {
		this.run++;
		this.browser.open(cell.page().url());
		assertThat(this.browser.origin()).isEqualTo(cell.page().origin());
		String id = UUID.randomUUID().toString();
		int seenBefore = 0;
		for (PageRequest request : cell.requests()) {
			URI uri = URI.create(base() + request.path() + "?lab=" + id);
			Observation expected = model.expect(cell.page().origin(), request, uri);
			Map<String, Object> result = this.browser.send(request.client(), request.toScript(uri.toString()));
			List<Exchange> exchanges = this.lab.exchanges(id);
			Observation observed = observe(result, exchanges.subList(seenBefore, exchanges.size()));
			assertThat(observed).as("%s from %s", request, cell.page().origin()).isEqualTo(expected);
			seenBefore = exchanges.size();
		}
		this.asDecided++;
	}

	private String base() {
		return "http://localhost:" + this.lab.port(0);
	}

	private static Observation observe(Map<String, Object> result, List<Exchange> exchanges) {
		boolean answered = "answer".equals(result.get("outcome"));
		assertThat(result.get("outcome")).isIn("answer", "error");
		return new Observation(answered ? "status " + result.get("status") : "TypeError",
				answered ? readable(result) : new TreeSet<>(),
				exchanges.stream().map(AbstractBrowserTests::arrival).toList());
	}

	private static SortedSet<String> readable(Map<String, Object> result) {
		SortedSet<String> names = new TreeSet<>();
		((List<?>) result.get("headers")).forEach((header) -> names.add(String.valueOf(((List<?>) header).get(0))));
		names.removeIf(BrowserModel::isOfTheConnection);
		return names;
	}

	private static Arrival arrival(Exchange exchange) {
		Map<String, List<String>> headers = exchange.requestHeaders();
		List<String> method = headers.get("access-control-request-method");
		String asked = (method == null) ? "" : method.get(0) + " "
				+ headers.getOrDefault("access-control-request-headers", List.of("no header")).get(0);
		return new Arrival(exchange.method() + " " + exchange.host() + exchange.path(),
				String.join(" and ", headers.getOrDefault("origin", List.of("none"))), asked,
				headers.containsKey("cookie"));
	}

}
