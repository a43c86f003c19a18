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

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests on virtual threads, where the JDK has them. */
class VirtualThreadsTests {

	/** A reactive server has its own threads. */
	@Nested
	class Servlet {

		@Test
		void requestsOnVirtualThreadsAreAnsweredUnderTheRule() {
			try (RunningApplication application = RunningApplication.start(Stack.TOMCAT, Application.class,
					RunningApplication.RULE, new String[] { "spring.threads.virtual.enabled=true" })) {
				Response response = application.get("/any/governed/thread", "Origin", ORIGIN);
				assertThat(response.status()).isEqualTo(200);
				assertThat(response.body().contains("VirtualThread")).isEqualTo(Runtime.version().feature() >= 21);
				assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
				assertThat(application.preflight("/any/governed/thread", ORIGIN).status()).isEqualTo(204);
				assertThat(application.get("/any/governed/thread", "Origin", FOREIGN).status()).isEqualTo(403);
			}
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/any/governed/thread")
		String thread() {
			return Thread.currentThread().toString();
		}

	}

}
