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

package io.github.corsstarter.benchmark;

import java.lang.management.ManagementFactory;

import io.github.corsstarter.reactive.CorsRuleWebFilter;
import io.github.corsstarter.servlet.CorsRuleFilter;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request makes the heap grow by. Unlike times, bytes are exact, so that every
 * object that is added to the path of a request makes a test fail. They are those of a
 * compiler that leaves no object out; the better one of the virtual machine does.
 */
class AllocationTests {

	private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
		.getThreadMXBean();

	private static final int WARM_UP = 500;

	private static final int REQUESTS = 200;

	private Object last;

	@ParameterizedTest
	@CsvSource({ "not-cors, 48", "no-rule, 0", "actual-allowed, 72", "actual-refused, 72", "preflight-allowed, 88",
			"preflight-refused-origin, 96", "preflight-refused-method, 64", "preflight-refused-header, 88",
			"pattern-hit, 136", "pattern-miss, 72", "long-origin, 40", "many-commas, 88", "many-names, 88",
			"many-segments, 72", "origins-10000, 72", "patterns-1000-hit, 136", "paths-1000-last, 72" })
	void servletFilterAllocates(String name, long bytes) throws Exception {
		Scenario scenario = Scenario.of(name);
		CorsRuleFilter filter = new CorsRuleFilter(scenario.evaluator());
		LightRequest request = new LightRequest(scenario);
		LightResponse response = new LightResponse();
		FilterChain chain = (filteredRequest, filteredResponse) -> this.last = filteredResponse;
		assertThat(bytes(() -> {
			request.reset();
			response.reset(200);
			filter.doFilter(request, response, chain);
		})).isEqualTo(bytes);
	}

	@ParameterizedTest
	@CsvSource({ "not-cors, 48", "no-rule, 0", "actual-allowed, 200", "actual-refused, 248", "preflight-allowed, 640",
			"preflight-refused-origin, 360", "long-origin, 216", "many-commas, 440", "many-names, 440",
			"many-segments, 200" })
	void reactiveFilterAllocatesNoMoreThan(String name, long bytes) throws Exception {
		Scenario scenario = Scenario.of(name);
		CorsRuleWebFilter filter = new CorsRuleWebFilter(scenario.evaluator(), 0);
		LightExchange exchange = new LightExchange(scenario);
		WebFilterChain chain = (filtered) -> Mono.empty();
		assertThat(bytes(() -> {
			exchange.getResponse().reset();
			this.last = filter.filter(exchange, chain);
		}))
			// the fields of Spring Framework 7 take less
			.isLessThanOrEqualTo(bytes);
	}

	private static long bytes(Operation operation) throws Exception {
		for (int i = 0; i < WARM_UP; i++) {
			operation.run();
		}
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < REQUESTS; i++) {
			operation.run();
		}
		return (THREADS.getCurrentThreadAllocatedBytes() - before) / REQUESTS;
	}

	/**
	 * One request.
	 */
	private interface Operation {

		void run() throws Exception;

	}

}
