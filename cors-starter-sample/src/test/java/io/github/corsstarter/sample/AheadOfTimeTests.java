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

package io.github.corsstarter.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample as the build has processed it ahead of time, in a process of its own.
 */
class AheadOfTimeTests {

	private static final String APP1 = "https://app1.yourdomain.com";

	private static final String OF_THE_RUN = "https://of-the-run.example.com";

	private static final String PUBLIC = "/public/products";

	private static final String RESTRICTED = "/restricted/orders";

	/** Where the build has put the classes. */
	private static Path classes() {
		return Path.of(URI.create(CorsLabApplication.class.getProtectionDomain().getCodeSource().getLocation() + ""));
	}

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super(Stack.SERVLET, classes());
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super(Stack.REACTIVE, classes().resolveSibling(Path.of("reactive-aot", "classes")));
		}

	}

	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Checks {

		private static final int ATTEMPTS = 1200;

		private static final Pattern PORT = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

		private static final Pattern STARTED = Pattern.compile("Started CorsLabApplication in ");

		private final PlainClient client = new PlainClient();

		private final Stack stack;

		private final Path classes;

		private Path output;

		private Process process;

		private URI root;

		Checks(Stack stack, Path classes) {
			this.stack = stack;
			this.classes = classes;
		}

		@BeforeAll
		void start(@TempDir Path folder) throws IOException, InterruptedException {
			this.output = folder.resolve("output");
			String libraries = System.getProperty("java.class.path")
				.replace(classes() + File.pathSeparator, this.classes + File.pathSeparator);
			this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dspring.aot.enabled=true", "-cp",
					libraries, CorsLabApplication.class.getName(), "--spring.main.web-application-type=" + this.stack,
					"--server.port=0", "--lab.additional-ports=",
					"--cors.rules.restricted.allowed-origins=" + OF_THE_RUN)
				.redirectErrorStream(true)
				.redirectOutput(this.output.toFile())
				.start();
			for (int i = 0; i < ATTEMPTS && this.process.isAlive() && !STARTED.matcher(log()).find(); i++) {
				TimeUnit.MILLISECONDS.sleep(50);
			}
			Matcher port = PORT.matcher(log());
			assertThat(port.find()).as(this::log).isTrue();
			this.root = URI.create("http://localhost:" + port.group(1));
		}

		@AfterAll
		void stop() {
			this.process.destroy();
			this.process.onExit().join();
		}

		@Test
		void theSampleIsProcessedAheadOfTime() {
			assertThat(log()).contains("Starting AOT-processed CorsLabApplication");
			assertThat(get("/lab/config", APP1).body()).contains("\"stack\":\"" + this.stack + "\"");
		}

		@Test
		void preflightsAreAnsweredByTheRulesOfTheFile() {
			HttpResponse<String> preflight = preflight("http://localhost:3000");
			assertThat(preflight.statusCode()).isEqualTo(204);
			assertThat(preflight.headers().allValues("Access-Control-Allow-Origin"))
				.containsExactly("http://localhost:3000");
			assertThat(preflight.headers().allValues("Access-Control-Allow-Credentials")).containsExactly("true");
			assertThat(get(PUBLIC, APP1).headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
			assertThat(get("/actuator/cors", APP1).body()).contains("application.yml", "\"public\"");
		}

		@Test
		void theOriginsAreThoseOfTheRunAndNotThoseOfTheBuild() {
			assertThat(preflight(OF_THE_RUN).statusCode()).isEqualTo(204);
			assertThat(get(RESTRICTED, OF_THE_RUN).headers().allValues("Access-Control-Allow-Origin"))
				.containsExactly(OF_THE_RUN);
			assertThat(preflight(APP1).statusCode()).isEqualTo(403);
			assertThat(get(RESTRICTED, APP1).statusCode()).isEqualTo(403);
		}

		private HttpResponse<String> get(String path, String origin) {
			return this.client.send("GET", this.root.resolve(path), Map.of("Origin", origin), null);
		}

		private HttpResponse<String> preflight(String origin) {
			return this.client.send("OPTIONS", this.root.resolve(RESTRICTED), Map.of("Origin", origin,
					"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "content-type"), null);
		}

		private String log() {
			try {
				return Files.readString(this.output);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
