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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.support.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attack that repeats: nothing may grow with the number of requests, and no answer may
 * belong to another request. A short run by default; the counts of the table with
 * {@code -Dconformance.loops=full}.
 *
 * @param attack the attack
 * @param server the server
 * @param log the log meanwhile
 */
record AttackLoop(AttackCase attack, TestServer server, LogCapture log) {

	private static final boolean FULL = "full".equals(System.getProperty("conformance.loops"));

	private static final int SHORTENED = 100;

	private static final int WARM_UP = 200;

	private static final int SMALLEST_MEASURABLE_MIB = 4;

	private static final int MOST_LOG_LINES = 10;

	void run() {
		JsonNode loop = this.attack.loop();
		int count = FULL ? loop.get("count").asInt() : loop.get("count").asInt() / SHORTENED;
		int concurrency = loop.path("concurrency").asInt(1);
		requests(0, WARM_UP, concurrency);
		long heapBefore = usedHeap();
		int metersBefore = Meters.count(this.server.context());
		long requestsBefore = Meters.requests(this.server.context());
		requests(WARM_UP, count, concurrency);
		assertThat(Meters.requests(this.server.context()) - requestsBefore).as("requests that were counted")
			.isGreaterThanOrEqualTo(count);
		JsonNode assertions = this.attack.assertions();
		assertThat(this.log.starterMessages()).as("lines of log")
			.hasSizeLessThan(assertions.path("logLinesBelow").asInt(MOST_LOG_LINES));
		if (assertions.has("heapGrowthBelowMiB")) {
			int limit = assertions.get("heapGrowthBelowMiB").asInt();
			limit = FULL ? limit : Math.max(SMALLEST_MEASURABLE_MIB, limit / SHORTENED);
			assertThat((usedHeap() - heapBefore) >> 20).as("growth of the heap in MiB").isLessThan(limit);
		}
		if (assertions.has("meterCountGrowthBelow")) {
			assertThat(Meters.count(this.server.context()) - metersBefore).as("new meters")
				.isLessThan(assertions.get("meterCountGrowthBelow").asInt());
		}
	}

	private void requests(int from, int count, int concurrency) {
		AtomicInteger next = new AtomicInteger(from);
		AtomicInteger failures = new AtomicInteger();
		List<Thread> threads = IntStream.range(0, concurrency).mapToObj((number) -> new Thread(() -> {
			try (RawClient client = new RawClient(this.server.port())) {
				for (int i = next.getAndIncrement(); i < from + count; i = next.getAndIncrement()) {
					if (!isGood(client.send(this.attack.loopRequest(this.server.port(), i)), i)) {
						failures.incrementAndGet();
					}
				}
			}
		})).toList();
		threads.forEach(Thread::start);
		threads.forEach(AttackLoop::join);
		assertThat(failures).as("dropped, failed or mixed up answers").hasValue(0);
	}

	private boolean isGood(RawResponse response, int index) {
		if (response.status() == RawResponse.DROPPED || response.status() >= 500) {
			return false;
		}
		if (!this.attack.assertions().path("eachAnswerMatchesItsOwnOrigin").asBoolean()) {
			return true;
		}
		String origin = this.attack.loopValue(index);
		JsonNode rule = GoverningRule.of(this.attack.rules(), this.attack.target()).orElseThrow();
		boolean listed = HandlerPolicy.of(rule).origins().contains(origin);
		return response.lines("Access-Control-Allow-Origin").equals(listed ? List.of(origin) : List.of());
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long usedHeap() {
		System.gc();
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
