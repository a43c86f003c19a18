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

package io.github.corsstarter.actuate;

import java.time.Instant;

import io.github.corsstarter.actuate.CorsRejectionsEndpoint.RejectionsDescriptor;
import io.github.corsstarter.rejections.RejectionMemory;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.Decided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsRejectionsEndpoint}.
 */
class CorsRejectionsEndpointTests {

	private final RejectionMemory memory = new RejectionMemory();

	private final Decided decided = new Decided(this.memory);

	private final CorsRejectionsEndpoint endpoint = new CorsRejectionsEndpoint(this.memory, this.decided.evaluator());

	@Test
	void showsNothingWhereNothingWasRefused() {
		this.decided.actual("api", Decided.ALLOWED);
		assertThat(this.endpoint.rejections(null))
			.hasToString("RejectionsDescriptor[refusals=0, dropped=0, evicted=0, rejections=[]]");
	}

	@Test
	void showsWhatWasRefused() {
		Instant start = Instant.now();
		this.decided.actual("api", "http://shop.example.com");
		this.decided.actual("api", "http://shop.example.com");
		this.decided.preflight("trial", Decided.ALLOWED, "DELETE", "");
		RejectionsDescriptor descriptor = this.endpoint.rejections(null);
		assertThat(descriptor.refusals()).isEqualTo(3);
		assertThat(descriptor.rejections()).hasSize(2);
		RejectionDescriptor first = descriptor.rejections().get(0);
		assertThat(first).isEqualTo(new RejectionDescriptor("http://shop.example.com", "api", "actual",
				"origin-not-allowed", false, 2, first.first(), first.last(), Decided.ALLOWED));
		assertThat(Instant.parse(first.first())).isBetween(start.minusMillis(1), Instant.now());
		RejectionDescriptor second = descriptor.rejections().get(1);
		assertThat(second).isEqualTo(new RejectionDescriptor(Decided.ALLOWED, "trial", "preflight",
				"method-not-allowed", true, 1, second.first(), second.last(), null));
	}

	@Test
	void knowsNoNearestOriginOfARuleThatIsGone() {
		this.decided.actual("api", "http://shop.example.com");
		this.decided.evaluator().replaceRuleSet(CorsRuleSet.empty());
		assertThat(this.endpoint.rejections(null).rejections()).extracting(RejectionDescriptor::nearest)
			.containsExactly((String) null);
	}

	@Test
	void showsAHundredUnlessTold() {
		for (int i = 0; i < 300; i++) {
			this.decided.actual("api", "https://a" + i + ".test");
		}
		assertThat(this.endpoint.rejections(null).rejections()).hasSize(100);
		assertThat(this.endpoint.rejections(1).rejections()).hasSize(1);
		assertThat(this.endpoint.rejections(1024).rejections()).hasSize(300);
		assertThat(this.endpoint.rejections(1).refusals()).isEqualTo(300);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1025, Integer.MAX_VALUE })
	void refusesALimitThatIsNone(int limit) {
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> this.endpoint.rejections(limit))
			.withMessage("The limit is a number from 1 to 1024");
	}

}
