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

package io.github.corsstarter.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.corsstarter.rule.OriginLookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CachedOriginSource}.
 */
@Timeout(60)
class CachedOriginSourceTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String EVIL = "https://evil.example.com";

	private static final OriginCacheSettings SETTINGS = new OriginCacheSettings(100, Duration.ofSeconds(60),
			Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(1), 4, 200);

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

	private final TestSource source = new TestSource(SHOP);

	private final RecordingListener recorder = new RecordingListener();

	private CachedOriginSource cached;

	private OriginLookup lookup = with(SETTINGS);

	@AfterEach
	void letEverybodyGo() {
		CountDownLatch hang = this.source.hang;
		if (hang != null) {
			hang.countDown();
		}
		this.cached.close();
	}

	@Test
	void remembersPositiveAndNegativeAnswers() {
		assertThat(this.lookup.known(SHOP)).isNull();
		assertThat(ask(SHOP)).isTrue();
		assertThat(ask(EVIL)).isFalse();
		for (int i = 0; i < 100; i++) {
			assertThat(this.lookup.known(SHOP)).isTrue();
			assertThat(this.lookup.known(EVIL)).isFalse();
		}
		assertThat(this.source.asked).containsExactly(SHOP, EVIL);
	}

	@Test
	void answersWhatItKnowsWithoutACallWhenItIsAsked() {
		assertThat(ask(SHOP)).isTrue();
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.source.asked).containsExactly(SHOP);
	}

	@Test
	void asksAgainWhenAnAnswerDoesNotHoldAnyMore() {
		assertThat(ask(SHOP)).isTrue();
		this.source.allowed.clear();
		pass(Duration.ofSeconds(60).minusNanos(1));
		assertThat(this.lookup.known(SHOP)).isTrue();
		pass(Duration.ofNanos(1));
		assertThat(this.lookup.known(SHOP)).isNull();
		assertThat(ask(SHOP)).isFalse();
		assertThat(this.lookup.known(SHOP)).isFalse();
		this.source.allowed.add(SHOP);
		pass(Duration.ofSeconds(60));
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.source.calls).hasValue(3);
	}

	@Test
	void callsTheSourceOnThreadsOfItsOwn() {
		for (int i = 0; i < 50; i++) {
			ask("https://" + i + ".example.com");
		}
		assertThat(this.source.threads).hasSizeBetween(1, 4)
			.allMatch((name) -> name.startsWith("cors-origin-source-tenants-"));
	}

	@Test
	void callsOnceForAllWhoAskAboutTheSameOrigin() throws Exception {
		hang();
		List<CompletionStage<Boolean>> answers = new CopyOnWriteArrayList<>();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			Thread thread = new Thread(() -> {
				for (int j = 0; j < 50; j++) {
					answers.add(this.lookup.ask(SHOP));
				}
			});
			threads.add(thread);
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		this.source.hang.countDown();
		assertThat(answers).hasSize(1000).allMatch((answer) -> answer.toCompletableFuture().join());
		assertThat(this.source.calls).hasValue(1);
	}

	@Test
	void nobodyWaitsLongerThanTheTimeoutAndOnlyOnceForACallThatHangs() {
		this.lookup = with(settings(Duration.ofMillis(100), Duration.ZERO));
		hang();
		assertThat(ask(SHOP)).isFalse();
		assertThat(this.recorder.events).containsExactly("api tenants MISS", "tenants TIMED_OUT");
		for (int i = 0; i < 100; i++) {
			assertThat(this.lookup.known(SHOP)).isNull();
			CompletableFuture<Boolean> answer = this.lookup.ask(SHOP).toCompletableFuture();
			assertThat(answer).isCompletedWithValue(false);
		}
		assertThat(this.source.calls).hasValue(1);
		assertThat(this.recorder.events).hasSize(102).endsWith("api tenants NOT_ASKED");
	}

	@Test
	void remembersWhatASourceSaysTooLate() {
		this.lookup = with(settings(Duration.ofMillis(50), Duration.ZERO));
		hang();
		assertThat(ask(SHOP)).isFalse();
		this.source.hang.countDown();
		await().until(() -> this.lookup.known(SHOP) != null);
		assertThat(this.lookup.known(SHOP)).isTrue();
		assertThat(this.recorder.events).doesNotContain("tenants ANSWERED");
	}

	@Test
	void aSourceThatHangsKeepsABoundedNumberOfThreadsAndOfQuestions() {
		this.lookup = with(settings(Duration.ofMillis(200), Duration.ZERO));
		hang();
		List<CompletableFuture<Boolean>> answers = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			answers.add(this.lookup.ask("https://" + i + ".example.com").toCompletableFuture());
		}
		// four are called, four wait, nobody else does
		assertThat(answers.stream().filter((answer) -> !answer.isDone())).hasSizeLessThanOrEqualTo(8);
		assertThat(answers).allMatch((answer) -> !answer.join());
		assertThat(this.source.threads).hasSize(4);
		assertThat(this.source.calls).hasValue(4);
		this.source.hang.countDown();
		pass(Duration.ofSeconds(1));
		await().until(() -> ask(SHOP));
		// those who waited for a thread had left by then
		assertThat(this.source.asked).doesNotContain("https://999.example.com").hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void doesNotAllowWhatASourceFailsForAndAsksAgainAfterAPause() {
		this.source.failure = new IllegalStateException("no database");
		assertThat(ask(SHOP)).isFalse();
		assertThat(this.lookup.known(SHOP)).isFalse();
		this.source.failure = null;
		pass(Duration.ofSeconds(1).minusNanos(1));
		assertThat(this.lookup.known(SHOP)).isFalse();
		pass(Duration.ofNanos(1));
		assertThat(this.lookup.known(SHOP)).isNull();
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.recorder.events).containsSequence("tenants FAILED", "api tenants HIT");
	}

	@Test
	void anErrorIsAFailureAsWell() {
		this.lookup = with(SETTINGS, () -> {
			throw new NoClassDefFoundError("driver");
		});
		assertThat(ask(SHOP)).isFalse();
	}

	@Test
	void keepsNoAnswerThatHasEndedWhileTheSourceFailsUnlessItMay() {
		assertThat(ask(SHOP)).isTrue();
		this.source.failure = new IllegalStateException("no database");
		pass(Duration.ofSeconds(60));
		assertThat(ask(SHOP)).isFalse();
		assertThat(this.lookup.known(SHOP)).isFalse();
	}

	@Test
	void keepsTheLastAnswerWhileTheSourceFailsWhereItMay() {
		this.lookup = with(settings(Duration.ofSeconds(30), Duration.ofSeconds(20)));
		assertThat(ask(SHOP)).isTrue();
		assertThat(ask(EVIL)).isFalse();
		this.source.failure = new IllegalStateException("no database");
		this.source.allowed.add(EVIL);
		pass(Duration.ofSeconds(60));
		for (int second = 0; second < 20; second++) {
			assertThat(this.lookup.known(SHOP)).isNull();
			assertThat(ask(SHOP)).isTrue();
			assertThat(this.lookup.known(SHOP)).isTrue();
			assertThat(ask(EVIL)).isFalse();
			pass(Duration.ofSeconds(1));
		}
		assertThat(ask(SHOP)).isFalse();
		this.source.failure = null;
		pass(Duration.ofSeconds(1));
		assertThat(ask(SHOP)).isTrue();
		assertThat(ask(EVIL)).isTrue();
	}

	@Test
	void aPauseDoesNotMakeAnAnswerHoldLongerThanItMay() {
		this.lookup = with(new OriginCacheSettings(100, Duration.ofSeconds(60), Duration.ofSeconds(30),
				Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 200));
		assertThat(ask(SHOP)).isTrue();
		this.source.failure = new IllegalStateException("no database");
		pass(Duration.ofSeconds(60));
		assertThat(ask(SHOP)).isTrue();
		pass(Duration.ofSeconds(5));
		assertThat(this.lookup.known(SHOP)).isFalse();
	}

	@Test
	void keepsTheLastAnswerWhileTheSourceHangsWhereItMay() {
		this.lookup = with(settings(Duration.ofMillis(50), Duration.ofSeconds(20)));
		assertThat(ask(SHOP)).isTrue();
		pass(Duration.ofSeconds(60));
		hang();
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.lookup.ask(SHOP).toCompletableFuture()).isCompletedWithValue(true);
		pass(Duration.ofSeconds(20));
		assertThat(this.lookup.ask(SHOP).toCompletableFuture()).isCompletedWithValue(false);
	}

	@Test
	void aFloodOfOriginsReachesTheSourceAtABoundedRate() {
		flood(100_000);
		assertThat(this.source.calls).hasValueLessThanOrEqualTo(200);
		await().until(() -> this.source.calls.get() > 0);
		int before = this.source.calls.get();
		pass(Duration.ofSeconds(1));
		flood(10_000);
		assertThat(this.source.calls).hasValueLessThanOrEqualTo(before + 200);
		assertThat(this.recorder.notAsked).hasValueGreaterThanOrEqualTo(110_000 - 400);
	}

	@Test
	void remembersABoundedNumberOfOrigins() {
		this.lookup = with(new OriginCacheSettings(100, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ZERO,
				Duration.ofSeconds(1), 4, 1_000_000));
		for (int i = 0; i < 5000; i++) {
			ask("https://" + i + ".example.com");
		}
		assertThat(this.source.calls).hasValue(5000);
		assertThat(this.cached.size()).isBetween(1L, 100L);
	}

	@Test
	void aFloodDoesNotLockAnOriginOutThatIsKnownToBeGood() {
		assertThat(ask(SHOP)).isTrue();
		pass(Duration.ofMinutes(5));
		flood(1000);
		assertThat(ask("https://new.example.com")).isFalse();
		assertThat(this.source.asked).doesNotContain("https://new.example.com");
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.source.asked.stream().filter(SHOP::equals)).hasSize(2);
	}

	@Test
	void aFloodDoesNotTakeThePlacesOfOriginsThatAreKnownToBeGood() {
		assertThat(ask(SHOP)).isTrue();
		pass(Duration.ofMinutes(5));
		hang();
		flood(1000);
		CompletionStage<Boolean> answer = this.lookup.ask(SHOP);
		assertThat(answer.toCompletableFuture()).isNotDone();
		this.source.hang.countDown();
		assertThat(answer.toCompletableFuture().join()).isTrue();
	}

	@Test
	void tellsListenersOfQuestionsAndCalls() {
		ask(SHOP);
		this.lookup.known(SHOP);
		this.cached.forRule("other").known(SHOP);
		await().untilAsserted(() -> assertThat(this.recorder.events).containsExactlyInAnyOrder("api tenants MISS",
				"tenants ANSWERED", "api tenants HIT", "other tenants HIT"));
		assertThat(this.recorder.times).hasSize(1).allMatch((time) -> !time.isNegative());
	}

	@Test
	void aListenerThatFailsChangesNothing() {
		this.recorder.failure = new IllegalStateException("broken");
		assertThat(ask(SHOP)).isTrue();
		assertThat(this.lookup.known(SHOP)).isTrue();
	}

	@Test
	void asksNobodyOnceItIsClosed() {
		this.cached.close();
		assertThat(ask(SHOP)).isFalse();
		assertThat(this.source.asked).isEmpty();
	}

	@Test
	void threadsWithoutWorkEnd() {
		ask(SHOP);
		this.cached.close();
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> this.source.threads.contains(thread.getName())));
	}

	private void flood(int count) {
		int start = this.source.calls.get() + (int) (System.nanoTime() & 0xFFFFFF);
		for (int i = 0; i < count; i++) {
			this.lookup.ask("https://" + start + "-" + i + ".flood.example.com");
		}
	}

	private boolean ask(String origin) {
		return this.lookup.ask(origin).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
	}

	private void hang() {
		this.source.hang = new CountDownLatch(1);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private static OriginCacheSettings settings(Duration timeout, Duration staleWhileError) {
		return new OriginCacheSettings(100, Duration.ofSeconds(60), timeout, staleWhileError, Duration.ofSeconds(1), 4,
				200);
	}

	private OriginLookup with(OriginCacheSettings settings) {
		return with(settings, () -> this.source);
	}

	private OriginLookup with(OriginCacheSettings settings, Supplier<CorsOriginSource> source) {
		this.cached = new CachedOriginSource("tenants", source, settings, List.of(this.recorder), this.now::get);
		return this.cached.forRule("api");
	}

}
