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
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.Stack;
import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.Observation.Arrival;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import io.github.corsstarter.sample.lab.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The running sample, a browser, and pages at foreign origins. One for each stack.
 */
final class Laboratory implements AutoCloseable {

	/** A page whose origin is opaque. */
	static final Page OPAQUE = new Page("http://pages.test/opaque", "null");

	private final PageServer pages = new PageServer();

	private final RunningLab lab;

	private final PageBrowser browser;

	Laboratory(Stack stack) {
		this(stack, (pages) -> new Browser(pages.hostResolverRules(TableCase.originsWithPort())));
	}

	Laboratory(Stack stack, Function<PageServer, PageBrowser> browser) {
		this.lab = RunningLab.start(stack);
		this.browser = browser.apply(this.pages);
		signIn();
	}

	private void signIn() {
		this.browser.open(base() + "/");
		PageRequest signIn = PageRequest.of("POST", "/restricted/session").with(Credentials.INCLUDE);
		assertThat(this.browser.send("fetch", signIn.toScript(base() + signIn.path()))).extractingByKey("status")
			.asString()
			.isEqualTo("204");
	}

	RunningLab lab() {
		return this.lab;
	}

	PageBrowser browser() {
		return this.browser;
	}

	Browser chromium() {
		return (Browser) this.browser;
	}

	/**
	 * Return where the pages send their requests.
	 * @return the origin of the API
	 */
	String base() {
		return "http://localhost:" + this.lab.port(0);
	}

	/**
	 * Let a page send the requests of a cell, and compare both sides with a model.
	 * @param cell the page and its requests
	 * @param model what is expected
	 * @param view what is compared
	 */
	void check(Cell cell, BrowserModel model, UnaryOperator<Observation> view) {
		String id = UUID.randomUUID().toString();
		int seenBefore = 0;
		for (PageRequest request : cell.requests()) {
			URI uri = request.uri(base(), id);
			Observation expected = model.expect(cell.page().origin(), request, uri);
			Observation observed = observe(cell.page(), request, uri, id, seenBefore);
			assertThat(view.apply(observed)).as("%s from %s", request, cell.page().origin())
				.isEqualTo(view.apply(expected));
			seenBefore += observed.server().size();
		}
	}

	/**
	 * Let a page send a request and look at both sides.
	 * @param page the page
	 * @param request the request
	 * @param uri where to
	 * @param id the identifier in the query of the address
	 * @param seenBefore how many requests with this identifier came before
	 * @return what happened
	 */
	Observation observe(Page page, PageRequest request, URI uri, String id, int seenBefore) {
		this.browser.open(page.url());
		assertThat(this.browser.origin()).isEqualTo(page.origin());
		Map<String, Object> result = this.browser.send(request.client(), request.toScript(uri.toString()));
		assertThat(result.get("outcome")).isIn("answer", "error");
		boolean answered = "answer".equals(result.get("outcome"));
		return new Observation(answered ? "status " + result.get("status") : "TypeError",
				answered ? readable(result) : new TreeSet<>(), arrivals(id, seenBefore));
	}

	/**
	 * Return the requests that reached the server.
	 * @param id the identifier in their query
	 * @param seenBefore how many to leave out
	 * @return the requests in the order in which they arrived
	 */
	List<Arrival> arrivals(String id, int seenBefore) {
		return this.lab.exchanges(id).stream().skip(seenBefore).map(Laboratory::arrival).toList();
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

	@Override
	public void close() {
		this.browser.close();
		this.lab.close();
		this.pages.close();
	}

}
