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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.conformance.Stack;
import io.github.corsstarter.source.CorsOriginSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An origin source that blocks, on the reactive stack, with BlockHound looking on.
 */
@Tag("isolated")
@TestInstance(Lifecycle.PER_CLASS)
class EventLoopTests {

	private static final String TENANT = "https://tenant.example.com";

	private RunningApplication application;

	@BeforeAll
	void start() {
		BlockedCalls.watch();
		this.application = RunningApplication.start(Stack.REACTOR_NETTY, Application.class,
				new String[] { "cors.rules.api.paths=/*/governed/**", "cors.rules.api.origin-source=tenants",
						"cors.rules.api.allowed-methods=PUT", "cors.origin-cache.timeout=20s",
						"cors.origin-cache.maximum-calls-per-second=20",
						"spring.cloud.compatibility-verifier.enabled=false" });
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void aSourceThatBlocksBlocksNoEventLoop() {
		Tenants tenants = this.application.context().getBean(Tenants.class);
		assertThat(this.application.get("/any/governed/data", "Origin", TENANT).status()).isEqualTo(200);
		assertThat(this.application.preflight("/any/governed/data", TENANT).status()).isEqualTo(204);
		// more than are asked about in a second: answers of every kind
		for (int i = 0; i < 50; i++) {
			assertThat(this.application.get("/any/governed/data", "Origin", "https://" + i + ".example.net").status())
				.isEqualTo(403);
		}
		assertThat(tenants.calls).hasValueGreaterThan(1);
		assertThat(BlockedCalls.traces()).noneMatch((trace) -> trace.contains("io.github.corsstarter.")
				&& !trace.contains(Application.class.getName() + ".block"));
	}

	@Test
	void whatDoesBlockAnEventLoopIsSeen() {
		assertThat(this.application.get("/blocking").status()).isEqualTo(200);
		assertThat(BlockedCalls.traces()).anyMatch((trace) -> trace.startsWith("java.lang.Thread.sleep")
				&& trace.contains(Application.class.getName() + ".block"));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	@Import({ Handlers.class, Tenants.class })
	static class Application {

		@GetMapping("/blocking")
		String block() throws InterruptedException {
			TimeUnit.MILLISECONDS.sleep(1);
			return "blocked";
		}

	}

	static class Tenants {

		private final AtomicInteger calls = new AtomicInteger();

		@Bean
		CorsOriginSource tenants() {
			return (origin) -> {
				this.calls.incrementAndGet();
				try {
					TimeUnit.MILLISECONDS.sleep(20);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				return origin.equals(TENANT);
			};
		}

	}

}
