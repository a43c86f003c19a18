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

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications without a library that the starter can do without. The library is really
 * not there: each runs in a process of its own, two at a time.
 */
class MissingLibrariesTests {

	private static final String PATH = "/any/governed/data";

	private static final Map<OptionalLibrary, Future<List<Response>>> ANSWERS = new EnumMap<>(OptionalLibrary.class);

	@TempDir
	private static Path folder;

	private static ExecutorService processes;

	@BeforeAll
	static void startWithoutEach() {
		processes = Executors.newFixedThreadPool(2);
		for (OptionalLibrary library : OptionalLibrary.values()) {
			ANSWERS.put(library, processes.submit(() -> askWithout(library)));
		}
		processes.shutdown();
	}

	@AfterAll
	static void awaitTheirEnd() throws InterruptedException {
		processes.shutdownNow();
		assertThat(processes.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
	}

	private static List<Response> askWithout(OptionalLibrary library) throws Exception {
		try (Program program = Program.start(folder, library.classPath(), "-Dnothing=at-all",
				List.of("--spring.config.name=none", "--spring.main.web-application-type=" + library.stack(),
						"--management.endpoints.web.exposure.include=cors,corsrejections",
						"--cors.rules.api.paths=/*/governed/**", "--cors.rules.api.allowed-methods=PUT",
						"--cors.rules.api.allowed-origins=" + ORIGIN))) {
			int port = program.port();
			return List.of(RunningApplication.preflight(port, PATH, ORIGIN), program.get(PATH, ORIGIN),
					program.get(PATH, FOREIGN), program.get("/actuator/cors", ORIGIN),
					program.get("/actuator/corsrejections", ORIGIN));
		}
	}

	private static void check(OptionalLibrary missing) throws Exception {
		List<Response> answers = ANSWERS.get(missing).get();
		assertThat(answers.get(0).status()).isEqualTo(204);
		assertThat(answers.get(0).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		assertThat(answers.get(1).status()).isEqualTo(200);
		assertThat(answers.get(1).body()).contains("data");
		assertThat(answers.get(1).cors()).containsExactly("access-control-allow-origin: " + ORIGIN);
		assertThat(answers.get(2).status()).isEqualTo(403);
		assertThat(answers.get(3).body().contains("\"api\"")).isEqualTo(missing.leavesEndpoints());
		assertThat(answers.get(4).body().contains(FOREIGN)).isEqualTo(missing.leavesEndpoints());
	}

	@Nested
	class Servlet {

		@Test
		void startsWithoutTheActuator() throws Exception {
			check(OptionalLibrary.ACTUATOR);
		}

		@Test
		void startsWithoutCaffeine() throws Exception {
			check(OptionalLibrary.CAFFEINE);
		}

		@Test
		void startsWithoutSlf4j() throws Exception {
			check(OptionalLibrary.SLF4J);
		}

		@Test
		void startsWithoutSpringMvc() throws Exception {
			check(OptionalLibrary.SPRING_MVC);
		}

		@Test
		void startsWithoutWebFlux() throws Exception {
			check(OptionalLibrary.WEBFLUX);
		}

		@Test
		void startsWithoutAnyOfThemButSpringMvc() throws Exception {
			check(OptionalLibrary.ALL);
		}

	}

	@Nested
	class Reactive {

		@Test
		void startsWithoutMicrometer() throws Exception {
			check(OptionalLibrary.MICROMETER);
		}

		@Test
		void startsWithoutSpringCloud() throws Exception {
			check(OptionalLibrary.SPRING_CLOUD);
		}

		@Test
		void startsWithoutSpringSecurity() throws Exception {
			check(OptionalLibrary.SPRING_SECURITY);
		}

		@Test
		void startsWithoutTheServletApi() throws Exception {
			check(OptionalLibrary.SERVLET_API);
		}

	}

}
