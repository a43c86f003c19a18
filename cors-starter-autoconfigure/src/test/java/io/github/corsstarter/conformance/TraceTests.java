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

import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.conformance.application.BareApplication;
import io.github.corsstarter.support.LogCapture;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import reactor.core.publisher.Hooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refusal is logged with the trace of its request. What a tracing library does, a
 * handler of observations does here.
 */
class TraceTests {

	@ParameterizedTest
	@EnumSource
	void aRefusalNamesTheTraceOfItsRequest(Stack stack) {
		Map<String, Object> properties = new TreeMap<>();
		properties.put("cors.rules.api.allowed-origins", "https://app.example.com");
		properties.put("spring.reactor.context-propagation", "auto");
		try (TestServer server = TestServer.start(stack, properties, BareApplication.class, Tracing.class);
				LogCapture log = LogCapture.at("DEBUG")) {
			for (int i = 0; i < 3; i++) {
				RawResponse response = server.client()
					.send(RawRequest.to("GET", "/")
						.header("Host", "localhost")
						.header("Origin", "https://other.example")
						.build());
				assertThat(response.status()).isEqualTo(403);
			}
			assertThat(log.starterMessages()).hasSize(3)
				.allSatisfy((line) -> assertThat(line).containsPattern(" Trace: trace-[0-9]+$"))
				.doesNotHaveDuplicates();
		}
	}

	@AfterEach
	void leaveOtherTestsAlone() {
		Hooks.disableAutomaticContextPropagation();
	}

	@Configuration(proxyBeanMethods = false)
	static class Tracing {

		@Bean
		ObservationHandler<Observation.Context> tracing() {
			return new TracingHandler();
		}

	}

	private static final class TracingHandler implements ObservationHandler<Observation.Context> {

		private int traces;

		@Override
		public synchronized void onStart(Observation.Context context) {
			context.put(TracingHandler.class, "trace-" + this.traces++);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			// there is none in the observation that stands for the absence of one
			MDC.put("traceId", context.getOrDefault(TracingHandler.class, ""));
		}

		@Override
		public void onScopeClosed(Observation.Context context) {
			MDC.remove("traceId");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
