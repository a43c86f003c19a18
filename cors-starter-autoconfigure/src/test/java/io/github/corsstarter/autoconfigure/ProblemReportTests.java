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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProblemReport}.
 */
class ProblemReportTests {

	@Test
	void saysEverythingThatIsKnown() {
		assertThat(report(new ConfigurationProblem("cors.rules.api.max-age", "-5", List.of("application.yml - 3:5"),
				ProblemCode.MAX_AGE_NEGATIVE, "A negative duration does not exist.", "0"))
			.lines()).containsExactly("", "", "    Property: cors.rules.api.max-age", "    Value: \"-5\"",
					"    Origin: application.yml - 3:5",
					"    Reason: A negative duration does not exist. (max-age-negative)", "    Write: 0");
	}

	@Test
	void saysNothingThatIsNotKnown() {
		assertThat(report(new ConfigurationProblem("cors.rules.api", "", List.of(), ProblemCode.RULE_WITHOUT_ORIGINS,
				"The rule says nothing about origins.", null))
			.lines()).containsExactly("", "", "    Property: cors.rules.api", "    Value: \"\"",
					"    Reason: The rule says nothing about origins. (rule-without-origins)");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, '\n', '\r', '\t', 0x1b, 0x7f, 0x85, 0x200b, 0x202e, 0x2028, 0x2029, 0xfeff, 0xd800 })
	void aValueCannotBreakTheReport(int c) {
		String printable = ProblemReport.printable("a" + (char) c + "b");
		assertThat(printable).isEqualTo("a\\u%04x".formatted(c) + "b");
	}

	@Test
	void aValueThatCanBeReadStays() {
		assertThat(ProblemReport.printable("https://café.example.com/ \"x\" \ud83d\ude00"))
			.isEqualTo("https://café.example.com/ \"x\" \ud83d\ude00");
	}

	@Test
	void aLongValueIsCut() {
		assertThat(ProblemReport.printable("x".repeat(256))).isEqualTo("x".repeat(256));
		assertThat(ProblemReport.printable("x".repeat(257))).isEqualTo("x".repeat(256) + "...");
	}

	private static String report(ConfigurationProblem problem) {
		StringBuilder report = new StringBuilder();
		ProblemReport.append(report, problem);
		return report.toString();
	}

}
