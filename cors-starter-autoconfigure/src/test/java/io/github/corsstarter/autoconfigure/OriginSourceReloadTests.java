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
package io.github.corsstarter.autoconfigure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRulesRefusedException;
import io.github.corsstarter.source.CorsOriginSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What a change of the rules does to the answers of an origin source. */
class OriginSourceReloadTests {

	private static final String TENANT = "https://shop.tenants.example.org";

	private static final String SIZE = "cors.origin-cache.maximum-size";

	private final Map<String, Object> properties = new TreeMap<>(Map.of("cors.rules.api.origin-source", "tenants"));

	private final AtomicInteger calls = new AtomicInteger();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
		.withBean("tenants", CorsOriginSource.class, () -> (origin) -> {
			this.calls.incrementAndGet();
			return origin.equals(TENANT);
		})
		.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("changing", this.properties)));

	@Test
	void refusedBoundsLeaveTheAnswersAsTheyAre() {
		this.runner.run((context) -> {
			CorsEvaluator evaluator = context.getBean(CorsEvaluator.class);
			CorsRuleManager manager = context.getBean(CorsRuleManager.class);
			assertThat(isAllowed(evaluator)).isTrue();

			this.properties.put(SIZE, "0");
			assertThatExceptionOfType(CorsRulesRefusedException.class).isThrownBy(() -> manager.reload("bad bounds"));
			assertThat(isAllowed(evaluator)).isTrue();
			this.properties.put(SIZE, "5");
			this.properties.put("cors.rules.api.allowed-origins", "null");
			assertThatExceptionOfType(CorsRulesRefusedException.class).isThrownBy(() -> manager.reload("bad rule"));
			assertThat(isAllowed(evaluator)).isTrue();
			this.properties.remove(SIZE);
			this.properties.put("cors.rules.api.allowed-origins", "https://app.example.com");
			manager.reload("good");
			assertThat(isAllowed(evaluator)).isTrue();
			assertThat(this.calls).hasValue(1);
		});
	}

	@Test
	void otherBoundsTakeOtherThreadsAndTheFormerOnesEnd() {
		this.runner.run((context) -> {
			CorsEvaluator evaluator = context.getBean(CorsEvaluator.class);
			for (int size = 1; size <= 20; size++) {
				this.properties.put(SIZE, Integer.toString(size));
				context.getBean(CorsRuleManager.class).reload("other bounds");
				assertThat(isAllowed(evaluator)).isTrue();
			}
			assertThat(this.calls).hasValue(20);
			await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.filteredOn((name) -> name.startsWith("cors-origin-source-tenants-"))
				.hasSizeLessThanOrEqualTo(1));
		});
	}

	private static boolean isAllowed(CorsEvaluator evaluator) {
		return TENANT
			.equals(evaluator.evaluate("/", CorsRequest.builder("GET").header("Origin", TENANT).build()).allowOrigin());
	}

}
