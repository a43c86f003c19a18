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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is processed ahead of time and then runs with what that has made of
 * it.
 */
class AotTests {

	private static final String PATH = "/any/governed/data";

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super("servlet");
		}

		@Test
		void theStarterCanStillBeSwitchedOff() throws Exception {
			try (Program program = run("--cors.enabled=false")) {
				Response response = program.get(PATH, FOREIGN);
				assertThat(response.status()).isEqualTo(200);
				assertThat(response.vary()).doesNotContain("Origin");
			}
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super("reactive");
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private final String webApplicationType;

		private Path folder;

		Checks(String webApplicationType) {
			this.webApplicationType = webApplicationType;
		}

		@Test
		void theRulesAreThoseOfTheRun() throws Exception {
			try (Program program = run("--cors.rules.api.allowed-origins=" + ORIGIN,
					"--cors.rules.patterns.paths=/*/patterns/**",
					"--cors.rules.patterns.allowed-origin-patterns=https://*.example.com")) {
				assertThat(RunningApplication.preflight(program.port(), PATH, ORIGIN).status()).isEqualTo(204);
				assertThat(program.get(PATH, ORIGIN).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
				assertThat(program.get(PATH, "https://build.example.com").status()).isEqualTo(403);
				assertThat(program.get("/any/patterns/data", ORIGIN).header("Access-Control-Allow-Origin"))
					.isEqualTo(ORIGIN);
				assertThat(program.get("/actuator/cors", ORIGIN).body()).contains("\"patterns\"");
			}
		}

		@BeforeAll
		void processAheadOfTime(@TempDir Path temporary) throws IOException {
			this.folder = temporary;
			Path sources = this.folder.resolve("sources");
			Settings settings = Settings.builder()
				.sourceOutput(sources)
				.classOutput(classes())
				.resourceOutput(classes())
				.groupId("test")
				.artifactId("test")
				.build();
			new SpringApplicationAotProcessor(ProgramApplication.class, settings,
					arguments("--cors.rules.api.allowed-origins=https://build.example.com", "--logging.level.root=off",
							"--spring.main.banner-mode=off"))
				.process();
			RunningApplication.speakAgain();
			compile(sources);
		}

		private Path classes() {
			return this.folder.resolve("classes");
		}

		private void compile(Path sources) throws IOException {
			JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
			try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
					Stream<Path> paths = Files.walk(sources)) {
				List<Path> javaFiles = paths.filter((path) -> path.toString().endsWith(".java")).toList();
				List<String> options = List.of("-proc:none", "-nowarn", "-d", classes().toString(), "-cp",
						classes() + File.pathSeparator + System.getProperty("java.class.path"));
				assertThat(
						compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(javaFiles))
							.call())
					.isTrue();
			}
		}

		Program run(String... arguments) throws IOException, InterruptedException {
			Program program = Program.start(this.folder,
					classes() + File.pathSeparator + System.getProperty("java.class.path"), "-Dspring.aot.enabled=true",
					List.of(arguments(arguments)));
			assertThat(program.output()).contains("Starting AOT-processed ProgramApplication");
			return program;
		}

		private String[] arguments(String... more) {
			return Stream.concat(Stream.of("--spring.config.name=none", "--spring.jmx.enabled=false",
					"--spring.main.web-application-type=" + this.webApplicationType,
					"--management.endpoints.web.exposure.include=cors", "--cors.rules.api.paths=/*/governed/**",
					"--cors.rules.api.allowed-methods=PUT"), Stream.of(more))
				.toArray(String[]::new);
		}

	}

}
