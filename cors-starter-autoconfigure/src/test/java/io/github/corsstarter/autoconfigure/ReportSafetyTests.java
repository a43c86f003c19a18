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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a report can be printed whatever is configured: it tells no password, does
 * not steer a terminal and stays readable.
 */
class ReportSafetyTests {

	private static final List<String> KEYS = List.of("paths", "allowed-origins", "allowed-origin-patterns",
			"allowed-methods", "allowed-headers", "exposed-headers", "allow-credentials", "max-age", "mode",
			"disallowed-requests");

	/** The longest line: the longest value, or the longest sentence. */
	private static final int MAX_LINE_LENGTH = 1100;

	static Stream<Arguments> passwords() {
		return Stream.of("https://user:s3cret@app.example.com", " https://user:s3cret@app.example.com ",
				"https://user:s3cret@a.example.com;https://user:s3cret@b.example.com",
				"https://user:s3cret@a.example.com/, https://user:s3cret@b.example.com/",
				"https://user:s3cret@*.example.com", "https://user:s3cret@*example.com", "https://user:s3c@s3cret@x",
				"https://user:s3cret@", "https://s3cret@app.example.com:99999", "HTTPS://user:s3cret@App.Example.com",
				"wss://user:s3cret@app.example.com", "blob:https://user:s3cret@app.example.com/1",
				"https://user:s3cret@münchen.example.com", "^https://user:s3cret@.*\\.example\\.com$",
				"https://user:s3cret@app.example.com:[80", "https://user:s3cret@app.example.com/a b")
			.flatMap((value) -> KEYS.stream().map((key) -> Arguments.of(key, value)));
	}

	static Stream<BadConfiguration> tables() {
		return BadConfiguration.all();
	}

	@ParameterizedTest
	@MethodSource("passwords")
	void aPasswordIsNeverTold(String key, String value) {
		assertThat(report(properties(key, value))).contains("cors.rules.api").doesNotContain("s3cret");
		assertThat(report(properties(key + "[0]", value))).contains("cors.rules.api").doesNotContain("s3cret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https:/user:s3cret@app.example.com", "user:s3cret@app.example.com",
			"//user:s3cret@app.example.com", "https:user:s3cret@app.example.com" })
	void aPasswordOfAnOriginThatIsWrittenWronglyIsNotToldEither(String value) {
		assertThat(report(properties("allowed-origins", value))).contains("@app.example.com").doesNotContain("s3cret");
	}

	@ParameterizedTest
	@MethodSource("tables")
	void whatIsInTheTablesCanBePrinted(BadConfiguration bad) {
		assertPrintable(report(bad.configured()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u001b[31mred", "a\nb", "a\r\nb", "a\u202eb", "a\u0000b", "a\u2028b", "a\tb;c\td" })
	void controlCharactersAreWrittenOut(String value) {
		for (String key : KEYS) {
			assertPrintable(report(properties(key, value)));
			assertPrintable(report(properties(key + "[0]", value)));
			assertPrintable(report(properties(key, value + ";" + value)));
		}
		assertPrintable(report(Configured.properties(Map.of("cors.rules.[" + value + "].paths", "x"))));
		assertPrintable(report(Configured.properties(Map.of("cors.rules.api.[" + value + "]", "x"))));
		assertPrintable(report(Configured.properties("cors.rules.[" + value + "].paths", "/a",
				"cors.rules.[" + value + "].allowed-origins", "*", "cors.rules.b.paths", "/a",
				"cors.rules.b.allowed-origins", "*")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "https://a.example.com;", "/", "a b ", "https://*." })
	void longValuesAreCut(String unit) {
		for (String key : KEYS) {
			String report = report(properties(key + "[0]", unit.repeat(10_000)));
			assertPrintable(report);
			assertThat(report.length()).isLessThan(10_000);
		}
	}

	private static void assertPrintable(String report) {
		assertThat(report.lines()).allSatisfy((line) -> {
			assertThat(line.length()).isLessThanOrEqualTo(MAX_LINE_LENGTH);
			assertThat(line.codePoints()
				.filter((c) -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
						|| Character.getType(c) == Character.LINE_SEPARATOR))
				.as(line)
				.isEmpty();
		});
	}

	private static Configured properties(String key, String value) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("cors.rules.api.allowed-origins[0]", "https://app.example.com");
		properties.put("cors.rules.api.paths[0]", "/api/");
		properties.keySet().removeIf((name) -> name.startsWith("cors.rules.api." + PropertyNames.key(key) + "["));
		properties.put("cors.rules.api." + key, value);
		return Configured.properties(properties);
	}

	/** Everything that is said: in a refusal, its exception, or a warning. */
	private static String report(Configured configured) {
		try {
			StringBuilder warnings = new StringBuilder();
			configured.load().warnings().forEach((warning) -> ProblemReport.append(warnings, warning));
			return warnings.toString();
		}
		catch (InvalidCorsConfigurationException ex) {
			FailureAnalysis analysis = new InvalidCorsConfigurationFailureAnalyzer().analyze(ex);
			return analysis.getDescription() + "\n" + analysis.getAction() + "\n" + ex.getMessage();
		}
	}

}
