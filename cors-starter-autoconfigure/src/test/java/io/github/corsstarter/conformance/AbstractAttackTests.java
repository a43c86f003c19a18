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

package io.github.corsstarter.conformance;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.corsstarter.conformance.application.HttpsRedirect;
import io.github.corsstarter.support.LogCapture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every attack over a raw socket and plays the browser that gets the answer. One
 * body for all stacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractAttackTests {

	private static final String NEEDS_CONTEXT_PATH = "server.servlet.context-path=";

	private static final String NEEDS_REDIRECT = "requires-channel or redirect-to-https filter on";

	// Every server of these tests has that room
	private static final String NEEDS_LARGE_HEADERS = "server limit raised to 64 KiB";

	private static final Set<String> NO_ORIGIN_AT_ALL = Set.of("duplicate-header", "header-injection");

	private static final long FAST_MILLIS = 250;

	private static final int TRIES = 3;

	private final Stack stack;

	private final AtomicInteger cases = new AtomicInteger();

	private final AtomicInteger repelled = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	AbstractAttackTests(Stack stack) {
		this.stack = stack;
	}

	static Stream<AttackCase> attacks() {
		return Tables.read("attacks.json").map(AttackCase::new);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attacks")
	void repels(AttackCase attack) {
		this.cases.incrementAndGet();
		TestServer server = server(attack);
		Rules.of(attack.json()).install(server);
		server.script().answerWith(null);
		boolean redirect = attack.needs().anyMatch(NEEDS_REDIRECT::equals);
		server.context().getBean(HttpsRedirect.class).active(redirect);
		boolean once = attack.loop().isMissingNode();
		try (LogCapture log = once ? LogCapture.at("DEBUG") : new LogCapture()) {
			if (once) {
				check(attack, server, log);
			}
			else {
				new AttackLoop(attack, server, log).run();
			}
		}
		finally {
			server.context().getBean(HttpsRedirect.class).active(false);
		}
		this.repelled.incrementAndGet();
	}

	private TestServer server(AttackCase attack) {
		List<String> needs = attack.needs().toList();
		assertThat(needs).allMatch((need) -> need.startsWith(NEEDS_CONTEXT_PATH) || need.equals(NEEDS_REDIRECT)
				|| need.equals(NEEDS_LARGE_HEADERS));
		return needs.stream()
			.filter((need) -> need.startsWith(NEEDS_CONTEXT_PATH))
			.map((need) -> need.replace("server.servlet.context-path", this.stack.contextPathProperty()))
			.findFirst()
			.map((property) -> TestServer.shared(this.stack, property))
			.orElseGet(() -> TestServer.shared(this.stack));
	}

	private void check(AttackCase attack, TestServer server, LogCapture log) {
		RawRequest request = attack.request(server.port());
		server.spy().take();
		server.told().take();
		RawResponse response = server.client().send(request);
		boolean chainCalled = server.spy().take() > 0;
		new AttackTraces(attack, server, log).check();
		Browser browser = new Browser(attack.method(), attack.headers(server.port()), attack.withCredentials());
		if (response.status() == 400 || response.status() == 431) {
			this.refused.incrementAndGet();
		}
		assertThat(response.status()).as(request.summary()).isNotEqualTo(RawResponse.DROPPED);
		switch (attack.expectation()) {
			case "must-allow" -> assertAllowed(attack, browser, response);
			case "must-not-allow" -> assertNotAllowed(attack, browser, response);
			case "no-error-and-fast" -> assertFast(request, server.client(), response);
			default -> throw new IllegalArgumentException(attack.expectation());
		}
		new AttackAssertions(attack, browser.origin(), response, chainCalled, log).check();
	}

	private void assertAllowed(AttackCase attack, Browser browser, RawResponse response) {
		if (attack.assertions().path("acaoRequired").asBoolean(true)) {
			assertThat(response).as("an answer that lets the browser go on").matches(browser::goesOn);
		}
		else {
			assertThat(response).as("an answer that is no refusal").matches((answer) -> answer.status() != 403);
		}
	}

	private void assertNotAllowed(AttackCase attack, Browser browser, RawResponse response) {
		assertThat(response).as("an answer that makes the browser stop").matches((answer) -> !browser.goesOn(answer));
		if (NO_ORIGIN_AT_ALL.contains(attack.attackClass())) {
			assertThat(response.lines("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	private void assertFast(RawRequest request, RawClient client, RawResponse response) {
		assertThat(response.status()).isLessThan(500);
		long fastest = Long.MAX_VALUE;
		for (int i = 0; i < TRIES && fastest > FAST_MILLIS; i++) {
			long start = System.nanoTime();
			client.send(request);
			fastest = Math.min(fastest, (System.nanoTime() - start) / 1_000_000);
		}
		assertThat(fastest).as("milliseconds to an answer").isLessThanOrEqualTo(FAST_MILLIS);
	}

	@AfterAll
	void report() {
		TestServer.report("Attacks", this.stack,
				"%d cases, %d repelled or let through as they must, %d answered 400 or 431".formatted(this.cases.get(),
						this.repelled.get(), this.refused.get()));
	}

}
