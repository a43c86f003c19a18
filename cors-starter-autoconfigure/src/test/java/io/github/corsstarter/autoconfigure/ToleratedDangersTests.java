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

import java.util.List;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ToleratedDangers}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ToleratedDangersTests {

	private static final String INSECURE = "dangerously-tolerate-insecure-origins";

	private static final String PUBLIC_SUFFIX = "dangerously-tolerate-public-suffix-patterns";

	@Test
	void namesAnEscapeHatchThatIsInUse() {
		LoadedRules loaded = Configured
			.yaml("cors.rules.a:", "  allowed-origins: http://app.example.com", "  allow-credentials: true",
					"  " + INSECURE + ": true")
			.load();
		assertThat(loaded.warnings()).isEmpty();
		assertThat(loaded.notices()).singleElement().satisfies((notice) -> {
			assertThat(notice.property()).isEqualTo("cors.rules.a." + INSECURE);
			assertThat(notice.code()).isEqualTo(ProblemCode.DANGER_TOLERATED);
			assertThat(notice.sources()).singleElement().asString().contains("[application.yml] - 4:");
		});
		assertThat(loaded.remarks()).isEqualTo(loaded.notices());
	}

	@Test
	void namesTheDefaultsWhereTheHatchIsOpenedThere() {
		assertThat(notices("cors.defaults." + PUBLIC_SUFFIX, "true", "cors.defaults.allow-credentials", "true",
				"cors.rules.a.allowed-origin-patterns", "https://*.github.io"))
			.extracting(ConfigurationProblem::property)
			.containsExactly("cors.defaults." + PUBLIC_SUFFIX);
	}

	@Test
	void isSilentAboutAnEscapeHatchThatNothingUses() {
		assertThat(notices("cors.rules.a." + INSECURE, "true", "cors.rules.a." + PUBLIC_SUFFIX, "true",
				"cors.rules.a.allowed-origins", "https://app.example.com", "cors.rules.a.allow-credentials", "true"))
			.isEmpty();
		assertThat(
				notices("cors.rules.a." + INSECURE, "true", "cors.rules.a.allowed-origins", "http://app.example.com"))
			.isEmpty();
	}

	@Test
	void isSilentAboutARuleThatIsNotEnabled() {
		assertThat(notices("cors.rules.a." + INSECURE, "true", "cors.rules.a.allowed-origins", "http://app.example.com",
				"cors.rules.a.allow-credentials", "true", "cors.rules.a.enabled", "false"))
			.isEmpty();
	}

	@Test
	void isSaidAtEveryStart(CapturedOutput output) {
		StartupLog.write(
				Configured
					.properties("cors.rules.a." + INSECURE, "true", "cors.rules.a.allowed-origins",
							"http://app.example.com", "cors.rules.a.allow-credentials", "true")
					.load());
		assertThat(output.getOut()).contains("CORS: 1 rule, 1 warning; ")
			.containsOnlyOnce("WARN")
			.containsSubsequence("CORS configuration, warning:", "Property: cors.rules.a." + INSECURE, "In use: ",
					"(danger-tolerated)");
	}

	private static List<ConfigurationProblem> notices(String... properties) {
		return Configured.properties(properties).load().notices();
	}

}
