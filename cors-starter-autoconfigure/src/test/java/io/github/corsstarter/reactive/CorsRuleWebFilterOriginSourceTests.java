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

package io.github.corsstarter.reactive;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.OpenLookup;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;

import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRuleWebFilter} under a rule with an origin source.
 */
class CorsRuleWebFilterOriginSourceTests {

	private static final String TENANT = "https://shop.tenants.example.org";

	private final OpenLookup lookup = new OpenLookup();

	private final CorsRuleWebFilter filter = new CorsRuleWebFilter(new CorsEvaluator(CorsRuleSet.compile(
			List.of(CorsRule.of("api", CorsPolicyDefinition.builder().build(), "/**").withOriginSource("tenants")),
			null, (rule, name, problems) -> this.lookup)), 0);

	private final MockServerWebExchange exchange = MockServerWebExchange
		.from(MockServerHttpRequest.get("/api").header("Origin", TENANT).build());

	private final AtomicReference<Thread> handled = new AtomicReference<>();

	@Test
	void goesOnAtOnceWithAnAnswerThatIsKnown() {
		this.lookup.answer(TENANT, true);
		CompletableFuture<Void> done = filter().toFuture();
		assertThat(done).isCompleted();
		assertThat(this.handled).hasValue(Thread.currentThread());
		assertThat(this.exchange.getResponse().getHeaders().getAccessControlAllowOrigin()).isEqualTo(TENANT);
	}

	@Test
	void doesNotWaitAndGoesOnWithAnAnswerWhenItComes() {
		CompletableFuture<Void> done = filter().toFuture();
		assertThat(done).isNotDone();
		assertThat(this.handled).hasNullValue();
		this.lookup.answer(TENANT, true);
		done.join();
		// not on the thread that answers, which belongs to the source
		assertThat(this.handled.get()).isInstanceOf(NonBlocking.class).isNotSameAs(Thread.currentThread());
		assertThat(this.exchange.getResponse().getHeaders().getAccessControlAllowOrigin()).isEqualTo(TENANT);
	}

	@Test
	void refusesWhenTheAnswerIsNo() {
		CompletableFuture<Void> done = filter().toFuture();
		this.lookup.answer(TENANT, false);
		done.join();
		assertThat(this.handled).hasNullValue();
		assertThat(this.exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(this.exchange.getResponse().getHeaders().getVary()).containsExactly("Origin");
	}

	@Test
	void oneWhoLeavesTakesTheAnswerFromNobodyElse() {
		Disposable left = filter().subscribe();
		CompletableFuture<Void> stays = filter().toFuture();
		left.dispose();
		assertThat(stays).isNotDone();
		this.lookup.answer(TENANT, true);
		stays.join();
		assertThat(this.handled.get()).isNotNull();
	}

	private Mono<Void> filter() {
		return this.filter.filter(this.exchange, (next) -> {
			this.handled.set(Thread.currentThread());
			return next.getResponse().setComplete();
		});
	}

}
