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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every case of the decision table over the wire and compares the complete answer:
 * status, every CORS header, every member of {@code Vary}, and whether the application
 * was called. One body for all stacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractConformanceTests {

	private final Stack stack;

	private final AtomicInteger cases = new AtomicInteger();

	private final AtomicInteger asSpecified = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	AbstractConformanceTests(Stack stack) {
		this.stack = stack;
	}

	static Stream<DecisionCase> decisions() {
		return Tables.read("decisions.json")
			.map(DecisionCase::new)
			.filter((decision) -> !decision.needs("engine-only"));
	}

	static Stream<DecisionCase> decisionsOverHttps() {
		return decisions().filter(DecisionCase::isOverHttps);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("decisions")
	void answersAsTheTableSays(DecisionCase decision) {
		this.cases.incrementAndGet();
		check(decision, server(decision));
		if (ServerRefusals.reason(this.stack, decision.id()) != null) {
			this.refused.incrementAndGet();
		}
		else {
			this.asSpecified.incrementAndGet();
		}
	}

	/**
	 * Forwarded headers can be understood by the server instead of by Spring.
	 * @param decision the case
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("decisionsOverHttps")
	void answersAsTheTableSaysWhereTheServerKnowsAboutTheProxy(DecisionCase decision) {
		check(decision, TestServer.shared(this.stack, "server.forward-headers-strategy=native"));
	}

	private TestServer server(DecisionCase decision) {
		if (!decision.contextPath().isEmpty()) {
			return TestServer.shared(this.stack, this.stack.contextPathProperty() + "=" + decision.contextPath());
		}
		if (decision.isOverHttps()) {
			return TestServer.shared(this.stack, "server.forward-headers-strategy=framework");
		}
		return TestServer.shared(this.stack);
	}

	private void check(DecisionCase decision, TestServer server) {
		Rules.of(decision.json()).install(server);
		server.script().answerWith(decision.answer());
		server.spy().take();
		server.told().take();
		RawRequest request = decision.request(server.port());
		RawResponse response = server.client().send(request);
		boolean chainCalled = server.spy().take() > 0;
		if (ServerRefusals.reason(this.stack, decision.id()) != null) {
			assertRefusedByTheServer(response, chainCalled);
			assertRefusedByTheServer(server.client().send(decision.requestWithoutItsHeaders(server.port())),
					server.spy().take() > 0);
			return;
		}
		assertThat(Answer.of(response, chainCalled)).as(request.summary()).isEqualTo(Answer.expectedBy(decision));
		assertThat(server.told().take()).as("what listeners are told").isEqualTo(decision.told());
	}

	private void assertRefusedByTheServer(RawResponse response, boolean chainCalled) {
		assertThat(response.status()).as("the server is expected to refuse this before the filter").isEqualTo(400);
		assertThat(response.corsHeaderNames()).isEmpty();
		assertThat(response.lines("Vary")).as("a trace of the filter").isEmpty();
		assertThat(chainCalled).isFalse();
	}

	@AfterAll
	void report() {
		TestServer.report("Conformance", this.stack, "%d cases, %d as specified, %d refused by the server first"
			.formatted(this.cases.get(), this.asSpecified.get(), this.refused.get()));
	}

}
