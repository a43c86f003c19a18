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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupLog}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupLogTests {

	@Test
	void saysNothingWithoutRules(CapturedOutput output) {
		StartupLog.write(Configured.properties().load());
		assertThat(output.getAll()).doesNotContain("CORS");
	}

	@Test
	void countsRulesAndSaysWhereToLook(CapturedOutput output) {
		StartupLog.write(Configured
			.properties("cors.rules.a.paths", "/a", "cors.rules.b.paths", "/b", "cors.defaults.allowed-origins", "*")
			.load());
		assertThat(output.getOut()).contains("INFO")
			.contains("CORS: 2 rules, 0 warnings; see the actuator endpoint 'cors'")
			.doesNotContain("WARN");
	}

	@Test
	void reportsEveryWarningOnce(CapturedOutput output) {
		StartupLog.write(Configured.yaml("cors.rules.a:", "  allowed-origins: []").load());
		assertThat(output.getOut()).contains("CORS: 1 rule, 1 warning; ")
			.containsOnlyOnce("WARN")
			.containsSubsequence("CORS configuration, warning:", "Property: cors.rules.a.allowed-origins",
					"[application.yml] - 2:20", "(closed-rule)");
	}

	@Test
	void countsWarnings(CapturedOutput output) {
		StartupLog.write(Configured
			.properties("cors.rules.a.allowed-origins", "", "cors.rules.a.paths", "/a,/a", "cors.rules.a.enabled",
					"false", "cors.rules.a.allowed-methods", "get")
			.load());
		assertThat(output.getOut()).contains("CORS: 0 rules, 2 warnings; ");
	}

}
