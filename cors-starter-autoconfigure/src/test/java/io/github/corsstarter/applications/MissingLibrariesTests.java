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
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.applications.RunningApplication.FOREIGN;
import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications without a library that the starter can do without. The library is really
 * not there: each runs in a process of its own.
 */
class MissingLibrariesTests {

	private static final String PATH = "/any/governed/data";

	private static final String ACTUATOR = "spring-boot-(starter-)?(actuator|health).*|spring-boot-micrometer.*";

	private static final String METRICS = "micrometer-core.*";

	private static final String SECURITY = "spring-security.*|spring-boot-(starter-)?security.*";

	private static final String CACHE = "caffeine.*";

	private static final String CLOUD = "spring-cloud.*";

	private static final String REACTIVE = "spring-webflux.*|reactor-.*|reactive-streams.*|netty.*|spring-boot-(starter-)?(webflux|reactor|netty).*|spring-graphql.*";

	private static final String SERVLET = "spring-webmvc.*|tomcat.*|jetty.*|jakarta[.]servlet.*|spring-boot-(starter-)?(webmvc|servlet|tomcat|jetty).*|spring-data-rest.*";

	private static final String NONE_OF = "|" + ACTUATOR + "|" + METRICS + "|" + SECURITY + "|" + CACHE + "|" + CLOUD;

	@TempDir
	private Path folder;

	private void startsWithout(String libraries, String webApplicationType) throws Exception {
		Pattern pattern = Pattern.compile(libraries);
		List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
		List<String> left = all.stream()
			.filter((entry) -> !pattern.matcher(Path.of(entry).getFileName().toString()).matches())
			.toList();
		assertThat(left).hasSizeLessThan(all.size());
		try (Program program = Program.start(this.folder, left.stream().collect(Collectors.joining(File.pathSeparator)),
				"-Xshare:auto",
				List.of("--spring.main.web-application-type=" + webApplicationType, "--spring.config.name=none",
						"--cors.rules.api.paths=/*/governed/**", "--cors.rules.api.allowed-methods=PUT",
						"--cors.rules.api.allowed-origins=" + ORIGIN))) {
			assertThat(RunningApplication.preflight(program.port(), PATH, ORIGIN).status()).isEqualTo(204);
			assertThat(program.get(PATH, ORIGIN).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
			assertThat(program.get(PATH, FOREIGN).status()).isEqualTo(403);
		}
	}

	@Nested
	class Servlet {

		@ParameterizedTest
		@ValueSource(strings = { ACTUATOR, METRICS, SECURITY, CACHE, CLOUD, REACTIVE, REACTIVE + NONE_OF })
		void startsAndTheRuleAnswers(String libraries) throws Exception {
			startsWithout(libraries, "servlet");
		}

	}

	@Nested
	class Reactive {

		@ParameterizedTest
		@ValueSource(strings = { SERVLET, SERVLET + NONE_OF })
		void startsAndTheRuleAnswers(String libraries) throws Exception {
			startsWithout(libraries, "reactive");
		}

	}

}
