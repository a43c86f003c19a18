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

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/** A change while developing, which makes the developer tools restart the application. */
@Tag("isolated")
class DevToolsTests {

	private static final String PATH = "/any/governed/data";

	@Nested
	class Servlet extends Checks {

		Servlet() {
			super("servlet");
		}

	}

	@Nested
	class Reactive extends Checks {

		Reactive() {
			super("reactive");
		}

	}

	abstract static class Checks {

		private final String webApplicationType;

		@TempDir
		private Path folder;

		Checks(String webApplicationType) {
			this.webApplicationType = webApplicationType;
		}

		@Test
		void aChangedRuleIsInForceAfterTheRestart() throws Exception {
			Path classes = Files.createDirectory(this.folder.resolve("classes"));
			write(classes, "https://before.example.com");
			try (Program program = Program.start(this.folder,
					classes + File.pathSeparator + System.getProperty("java.class.path"), "-Dnothing=at-all",
					List.of("--spring.main.web-application-type=" + this.webApplicationType,
							"--spring.devtools.restart.poll-interval=100ms",
							"--spring.devtools.restart.quiet-period=50ms", "--spring.devtools.livereload.enabled=false",
							"--spring.cloud.compatibility-verifier.enabled=false",
							"--spring.cloud.config.enabled=false"))) {
				assertThat(program.get(PATH, ORIGIN).status()).isEqualTo(403);
				program.expectRestart();
				write(classes, ORIGIN);
				program.awaitStart();
				assertThat(program.output()).contains("[  restartedMain]");
				assertThat(program.get(PATH, ORIGIN).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
				assertThat(RunningApplication.preflight(program.port(), PATH, ORIGIN).status()).isEqualTo(204);
				assertThat(program.get(PATH, FOREIGN).status()).isEqualTo(403);
			}
		}

		private static void write(Path classes, String origin) throws IOException {
			Files.writeString(classes.resolve("application.properties"),
					"cors.rules.api.paths=/*/governed/**\ncors.rules.api.allowed-methods=PUT\n"
							+ "cors.rules.api.allowed-origins=" + origin + "\n");
		}

	}

}
