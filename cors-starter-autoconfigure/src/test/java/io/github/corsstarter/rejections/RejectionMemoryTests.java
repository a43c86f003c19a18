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

package io.github.corsstarter.rejections;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Verdict;
import io.github.corsstarter.support.Decided;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link RejectionMemory}.
 */
class RejectionMemoryTests {

	private static final String FOREIGN = "https://other.example";

	private long now = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();

	private final RejectionMemory memory = new RejectionMemory(() -> Instant.ofEpochMilli(this.now));

	private final Decided decided = new Decided(this.memory);

	@Test
	void remembersNothingThatIsAllowed() {
		this.decided.actual("api", Decided.ALLOWED);
		this.decided.actual("trial", Decided.ALLOWED);
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "X-Token");
		assertThat(this.memory.rejections()).isEmpty();
		assertThat(this.memory.refusals()).isZero();
	}

	@Test
	void remembersWhoWasRefusedByWhomAndWhy() {
		this.decided.actual("api", FOREIGN);
		this.decided.preflight("api", FOREIGN, "PUT", "");
		this.decided.preflight("api", Decided.ALLOWED, "DELETE", "");
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "X-Other");
		this.decided.actual("trial", FOREIGN);
		assertThat(this.memory.rejections()).containsExactlyInAnyOrder(
				rejection(FOREIGN, "api", Verdict.ORIGIN_NOT_ALLOWED, false, false),
				rejection(FOREIGN, "api", Verdict.ORIGIN_NOT_ALLOWED, true, false),
				rejection(Decided.ALLOWED, "api", Verdict.METHOD_NOT_ALLOWED, true, false),
				rejection(Decided.ALLOWED, "api", Verdict.REQUEST_HEADER_NOT_ALLOWED, true, false),
				rejection(FOREIGN, "trial", Verdict.ORIGIN_NOT_ALLOWED, false, true));
	}

	private Rejection rejection(String origin, String rule, Verdict verdict, boolean preflight, boolean reported) {
		return new Rejection(origin, rule, verdict, preflight, reported, 1, this.now, this.now);
	}

	@Test
	void showsTheMostFrequentFirstThenTheLatest() {
		this.decided.actual("api", "https://once.test");
		this.now++;
		this.decided.actual("api", "https://later.test");
		this.decided.actual("api", "https://twice.test");
		this.decided.actual("api", "https://twice.test");
		assertThat(this.memory.rejections()).extracting(Rejection::origin)
			.containsExactly("https://twice.test", "https://later.test", "https://once.test");
	}

	@Test
	void remembersWhenItWasFirstAndLastSeen() {
		long first = this.now;
		this.decided.actual("api", FOREIGN);
		this.now += 60_000;
		this.decided.actual("api", FOREIGN);
		assertThat(this.memory.rejections()).containsExactly(
				new Rejection(FOREIGN, "api", Verdict.ORIGIN_NOT_ALLOWED, false, false, 2, first, this.now));
	}

	@Test
	void keepsHostileOriginsPrintableAndCut() {
		this.decided.actual("api", "https://evil.test\r\n\u202e\u001b[2J");
		this.decided.actual("api", "x".repeat(100_000));
		this.decided.actual("api", "x".repeat(100_001));
		assertThat(this.memory.rejections()).extracting(Rejection::origin, Rejection::verdict, Rejection::count)
			.containsExactlyInAnyOrder(tuple("x".repeat(256) + "...", Verdict.ORIGIN_MALFORMED, 2L),
					tuple("https://evil.test\\u000d\\u000a\\u202e\\u001b[2J", Verdict.ORIGIN_MALFORMED, 1L));
	}

	@Test
	void everyRefusalIsCountedDroppedOrForgotten() {
		int refusals = 20_000;
		IntStream.range(0, refusals).forEach((i) -> this.decided.actual("api", "https://a" + (i % 5_000) + ".test"));
		assertThat(this.memory.rejections()).hasSize(RejectionMemory.MAX_ENTRIES);
		assertThat(this.memory.refusals()).isEqualTo(refusals);
		assertThat(this.memory.evicted()).isPositive();
		long counted = this.memory.rejections().stream().mapToLong(Rejection::count).sum();
		assertThat(counted + this.memory.dropped() + this.memory.evicted()).isLessThanOrEqualTo(refusals);
	}

	@Test
	void losesNothingOfWhatItKnowsWhenSeveralThreadsCount() throws InterruptedException {
		this.decided.actual("api", FOREIGN);
		CountDownLatch start = new CountDownLatch(1);
		List<Thread> threads = IntStream.range(0, 4).mapToObj((number) -> new Thread(() -> {
			await(start);
			for (int i = 0; i < 5_000; i++) {
				this.decided.actual("api", FOREIGN);
				this.decided.actual("api", "https://t" + number + "-" + i + ".test");
			}
		})).toList();
		threads.forEach(Thread::start);
		start.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.memory.refusals()).isEqualTo(40_001);
		assertThat(this.memory.rejections()).hasSize(RejectionMemory.MAX_ENTRIES);
		assertThat(this.memory.rejections().get(0)).extracting(Rejection::origin, Rejection::count)
			.containsExactly(FOREIGN, 20_001L);
		assertThat(this.memory.rejections()).doesNotHaveDuplicates();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void takesARequestThatHasNoOriginForNone() {
		CorsRequest refused = Decided.preflight(FOREIGN, "PUT", "");
		this.memory.onDecision(this.decided.rule("api"), CorsRequest.builder("GET").build(),
				this.decided.rule("api").policy().decide(refused));
		assertThat(this.memory.rejections()).isEmpty();
	}

}
