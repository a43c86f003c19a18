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
package io.github.corsstarter.applications;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.conformance.Stack;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.source.CorsOriginSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rules that change twenty times a second, to good ones and to bad ones, while clients
 * ask as fast as they can. The two policies differ in so much that a mixture would show.
 * Two seconds on each stack; {@code -Dload.seconds=60} makes it a minute.
 */
class ReloadLoadTests {

	private static final Log logger = LogFactory.getLog(ReloadLoadTests.class);

	private static final int SECONDS = Integer.getInteger("load.seconds", 2);

	private static final int MILLIS_BETWEEN_RELOADS = 50;

	private static final Map<String, Object> FIRST = Map.of("cors.rules.api.allowed-origins",
			"https://both.example.com, https://first.example.com", "cors.rules.api.allowed-methods", "PUT",
			"cors.rules.api.allowed-headers", "X-First, X-Both", "cors.rules.api.exposed-headers", "X-First",
			"cors.rules.api.allow-credentials", "true", "cors.rules.api.max-age", "600", "cors.rules.api.origin-source",
			"tenants");

	private static final Map<String, Object> SECOND = Map.of("cors.rules.api.allowed-origins",
			"https://both.example.com, https://second.example.com", "cors.rules.api.allowed-methods", "DELETE, PUT",
			"cors.rules.api.allowed-headers", "X-Both, X-Second", "cors.rules.api.exposed-headers", "X-Second, X-Third",
			"cors.rules.api.disallowed-requests", "pass-through", "cors.rules.api.origin-source", "tenants");

	/** Refused for two reasons; the bounds of the cache stay as they are, too. */
	private static final Map<String, Object> BAD = Map.of("cors.rules.api.allowed-origins", "*",
			"cors.rules.api.allow-credentials", "true", "cors.origin-cache.maximum-size", "0");

	private final Map<String, Object> properties = new ConcurrentHashMap<>(FIRST);

	private final List<WeakReference<CorsRuleSet>> generations = new ArrayList<>();

	private int reloads;

	private int refused;

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "REACTOR_NETTY" })
	void everyAnswerIsWhollyThatOfOnePolicy(Stack stack) throws Exception {
		String report;
		try (RunningApplication application = RunningApplication.start(stack, Application.class,
				new String[] { "cors.origin-cache.time-to-live=1h", "server.tomcat.max-keep-alive-requests=-1" })) {
			application.context()
				.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("changing", this.properties));
			reload(application, FIRST);
			report = run(application);
		}
		logger.info("Reload under load: " + stack + ", " + report);
	}

	private String run(RunningApplication application) throws Exception {
		LoadRequests requests = new LoadRequests(application.port());
		requests.learn();
		reload(application, SECOND);
		requests.learn();
		// everything that is made once
		change(application, requests, TimeUnit.SECONDS.toNanos(1));
		Resources before = Resources.of(application);
		requests.forget();
		this.reloads = 0;
		this.refused = 0;

		change(application, requests, TimeUnit.SECONDS.toNanos(SECONDS));

		Resources after = Resources.of(application);
		assertThat(requests.violations()).isEmpty();
		assertThat(requests.answers()).isGreaterThan(SECONDS * 100L);
		assertThat(this.reloads).isGreaterThanOrEqualTo(4);
		assertThat(this.refused).isCloseTo(this.reloads / 2, Offset.offset(1));
		await().untilAsserted(() -> {
			System.gc();
			assertThat(this.generations.stream().filter((each) -> each.get() != null)).hasSize(1);
		});
		assertThat(application.context().getBean(Tenants.class).calls).hasValue(LoadRequests.UNLISTED);
		assertThat(after.meters()).isEqualTo(before.meters());
		assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 4);
		assertThat(after.classes() - before.classes()).isLessThan(200);
		// Netty takes memory for its buffers by chunks of four mebibytes
		assertThat(after.heapKilobytes() - before.heapKilobytes()).isLessThan(16 * 1024);
		return "%d answers checked in %d s, %d reloads, %d of them refused, longest answer %d ms, before %s, after %s"
			.formatted(requests.answers(), SECONDS, this.reloads, this.refused, requests.longestMillis(), before,
					after);
	}

	/** Change the rules for some time, and ask meanwhile. */
	private void change(RunningApplication application, LoadRequests requests, long nanos) throws Exception {
		requests.start();
		try (LoadConnection own = new LoadConnection(application.port())) {
			long start = System.nanoTime();
			long next = start;
			// the policy of now is the second, at the start and at the end
			for (int i = 0; System.nanoTime() - start < nanos || i % 4 != 0; i++) {
				next += TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_RELOADS);
				reload(application, (i % 2 == 0) ? BAD : (i % 4 == 1) ? FIRST : SECOND);
				requests.checkNow(own, (i % 4 == 1 || i % 4 == 2) ? 0 : 1);
				TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
			}
		}
		finally {
			requests.stop();
		}
	}

	private void reload(RunningApplication application, Map<String, Object> policy) {
		CorsRuleManager manager = application.context().getBean(CorsRuleManager.class);
		long before = manager.active().number();
		this.properties.clear();
		this.properties.putAll(policy);
		this.properties.put("cors.rules.api.paths", "/*/governed/**");
		this.properties.put("cors.rules.passing-" + this.reloads + ".paths", "/*/passing/**");
		this.properties.put("cors.rules.passing-" + this.reloads + ".allowed-origins", "https://both.example.com");
		this.properties.put("cors.rules.passing-" + this.reloads + ".origin-source", "tenants");
		application.context().publishEvent(new EnvironmentChangeEvent(application.context(), Set.of("cors.rules.api")));
		this.reloads++;
		if (policy == BAD) {
			this.refused++;
			assertThat(manager.lastRefused()).isNotNull();
			assertThat(manager.active().number()).isEqualTo(before);
		}
		else {
			assertThat(manager.active().number()).isEqualTo(before + 1);
			this.generations.add(new WeakReference<>(application.context().getBean(CorsEvaluator.class).ruleSet()));
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import({ Handlers.class, Tenants.class })
	static class Application {

	}

	/** Allows one origin, and counts. */
	static class Tenants {

		private final AtomicInteger calls = new AtomicInteger();

		@Bean
		CorsOriginSource tenants() {
			return (origin) -> {
				this.calls.incrementAndGet();
				return origin.equals(LoadRequests.TENANT);
			};
		}

	}

}
