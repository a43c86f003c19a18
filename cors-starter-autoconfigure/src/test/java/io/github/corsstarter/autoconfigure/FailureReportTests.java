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

package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.support.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.support.GenericWebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidCorsConfigurationFailureAnalyzer} and for what a person sees
 * when the start is refused.
 */
class FailureReportTests {

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void aRefusedStartNamesEveryProblemWithFileLineAndRemedy(CapturedOutput output) {
		SpringApplication application = new SpringApplication(CorsAutoConfiguration.class);
		application.setApplicationContextFactory((type) -> new GenericWebApplicationContext());
		assertThatException()
			.isThrownBy(() -> application
				.run("--spring.config.location=classpath:/io/github/corsstarter/autoconfigure/refused.yml"))
			.withRootCauseInstanceOf(InvalidCorsConfigurationException.class);
		String file = "class path resource [io/github/corsstarter/autoconfigure/refused.yml] - ";
		assertThat(Places.withoutJar(output.getOut())).contains("APPLICATION FAILED TO START")
			.containsSubsequence("Description:", "The CORS configuration has 3 errors:",
					"    Property: cors.rules.storefront.alowed-headers", "    Origin: " + file + "8:23",
					"    Reason: There is no such key; the keys are ", " (unknown-key)", "    Write: allowed-headers",
					"    Property: cors.rules.public.max-age", "    Value: \"half an hour\"",
					"    Origin: " + file + "12:16", " (not-convertible)",
					"    Property: cors.rules.storefront.allowed-origins[1]", "    Value: \"*\"",
					"    Origin: " + file + "7:24", " (wildcard-with-credentials)", "and warnings:",
					"    Property: cors.rules.public.allowed-origins", "    Value: \"\"",
					"    Origin: " + file + "11:24", " (closed-rule)", "Action:", "Correct the configuration:",
					"    cors.rules.storefront.alowed-headers: allowed-headers", "    cors.rules.public.max-age",
					"    cors.rules.storefront.allowed-origins[1]");
	}

	@Test
	void oneErrorIsOne() {
		FailureAnalysis analysis = analyze(Configured.properties("cors.rules.api.paths", "/api"));
		assertThat(analysis.getDescription()).startsWith("The CORS configuration has 1 error:")
			.doesNotContain("warnings");
		assertThat(analysis.getAction().lines()).containsExactly("Correct the configuration:", "    cors.rules.api");
	}

	@Test
	void whatIsSuggestedCannotBreakTheReport() {
		FailureAnalysis analysis = analyze(
				Configured.properties("cors.rules.api.paths", "api\n/x", "cors.rules.api.allowed-origins", "*"));
		assertThat(analysis.getDescription()).contains("Value: \"api\\u000a/x\"", "Write: /api\\u000a/x");
		assertThat(analysis.getAction()).endsWith("cors.rules.api.paths[0]: /api\\u000a/x");
	}

	private static FailureAnalysis analyze(Configured configured) {
		InvalidCorsConfigurationException failure = new InvalidCorsConfigurationException(configured.problems());
		return new InvalidCorsConfigurationFailureAnalyzer().analyze(new IllegalStateException("wrapped", failure));
	}

}
