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
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ReactiveSourceAdapter}.
 */
class ReactiveSourceAdapterTests {

	private static final String ORIGIN = "https://shop.example.com";

	@Test
	void answersWhatTheSourceAnswers() {
		assertThat(ask((origin) -> Mono.just(origin.equals(ORIGIN)))).isTrue();
		assertThat(ask((origin) -> Mono.just(false).delayElement(Duration.ofMillis(1)))).isFalse();
	}

	@Test
	void allowsNothingWithoutAnAnswer() {
		assertThat(ask((origin) -> Mono.empty())).isFalse();
	}

	@Test
	void failsWithTheSource() {
		assertThatIllegalStateException().isThrownBy(() -> ask((origin) -> Mono.error(new IllegalStateException("no"))))
			.withMessage("no");
	}

	@Test
	void cancelsWhatTakesTooLong() {
		AtomicBoolean cancelled = new AtomicBoolean();
		ReactiveCorsOriginSource never = (origin) -> Mono.<Boolean>never().doOnCancel(() -> cancelled.set(true));
		assertThatIllegalStateException()
			.isThrownBy(() -> new ReactiveSourceAdapter(never, Duration.ofMillis(20)).isAllowed(ORIGIN));
		assertThat(cancelled).isTrue();
	}

	@Test
	void refusesToBlockAThreadThatMustNot() {
		Mono<Boolean> onAnEventLoop = Mono.fromCallable(() -> ask((origin) -> Mono.just(true).hide()))
			.subscribeOn(Schedulers.parallel());
		assertThatIllegalStateException().isThrownBy(onAnEventLoop::block);
	}

	private static boolean ask(ReactiveCorsOriginSource source) {
		return new ReactiveSourceAdapter(source, Duration.ofSeconds(10)).isAllowed(ORIGIN);
	}

}
