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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

	private static final int ATTEMPTS = 1200;

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
			new SpringApplicationAotProcessor(AotApplication.class, settings,
					arguments("--cors.rules.api.allowed-origins=https://build.example.com", "--logging.level.root=off"))
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
			Path portFile = Files.createTempDirectory(this.folder, "run").resolve("port");
			Path output = portFile.resolveSibling("output");
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-cp",
							classes() + File.pathSeparator + System.getProperty("java.class.path"),
							AotApplication.class.getName(), "--" + AotApplication.PORT_FILE + "=" + portFile));
			command.addAll(List.of(arguments(arguments)));
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			for (int i = 0; i < ATTEMPTS && process.isAlive(); i++) {
				if (Files.exists(portFile)) {
					assertThat(output).content().contains("Starting AOT-processed AotApplication");
					return new Program(process, Integer.parseInt(Files.readString(portFile)));
				}
				TimeUnit.MILLISECONDS.sleep(50);
			}
			process.destroy();
			throw new IOException("The application did not start: " + Files.readString(output));
		}

		private String[] arguments(String... more) {
			return Stream.concat(Stream.of("--server.address=127.0.0.1", "--server.port=0", "--spring.config.name=none",
					"--spring.main.banner-mode=off", "--spring.jmx.enabled=false",
					"--spring.main.web-application-type=" + this.webApplicationType,
					"--management.endpoints.web.exposure.include=cors", "--cors.rules.api.paths=/*/governed/**",
					"--cors.rules.api.allowed-methods=PUT"), Stream.of(more))
				.toArray(String[]::new);
		}

	}

	/**
	 * A program that runs.
	 *
	 * @param process its process
	 * @param port its port
	 */
	record Program(Process process, int port) implements AutoCloseable {

		Response get(String path, String origin) {
			return RunningApplication.send(this.port, "GET", path, "", "Origin", origin);
		}

		@Override
		public void close() {
			this.process.destroy();
			this.process.onExit().join();
		}

	}

}
