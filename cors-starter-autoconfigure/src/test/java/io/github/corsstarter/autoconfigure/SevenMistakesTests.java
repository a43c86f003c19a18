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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.support.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.context.support.StandardServletEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for the report about mistakes in several files, as it is printed.
 */
@ExtendWith(OutputCaptureExtension.class)
class SevenMistakesTests {

	private static final String FOLDER = "class path resource [io/github/corsstarter/autoconfigure/seven/";

	private static final String BASE = FOLDER + "application.yml] - ";

	private static final String PROD = FOLDER + "application-prod.yml] - ";

	private static final String TENANTS = FOLDER + "tenants.properties] - ";

	@Test
	void sevenMistakesInThreeFilesAreAllReportedWithFileAndLine(CapturedOutput output) {
		start(Map.of());
		String report = report(output);
		assertThat(report).contains("The CORS configuration has 7 errors:").doesNotContain("Hidden: \"");
		String errors = report.substring(0, report.indexOf("and warnings:"));
		assertThat(entries(errors)).containsExactlyInAnyOrder(
				"storefront.allowed-origins[1] | \"https://www.example.com/\" | " + BASE
						+ "10:11 | origin-has-path | https://www.example.com",
				"storefront.allowed-header | \"allowed-header\" | " + BASE + "11:23 | unknown-key | allowed-headers",
				"storefront.max-age | \"half an hour\" | " + PROD + "4:16 | Hidden " + BASE + "12:16 | not-convertible",
				"admin.allowed-origins[1] | \"*\" | " + PROD + "7:24 | wildcard-with-credentials",
				"admin.allowed-methods[1] | \"patch\" | " + PROD + "9:30 | method-wrong-case | PATCH",
				"tenants.paths[0] | \"tenants/**\" | " + TENANTS + "2:26 | path-unmatchable | /tenants/**",
				"tenants.allowed-origin-patterns[1] | \"https://*example.org\" | " + TENANTS
						+ "4:47 | pattern-wildcard-position | https://*.example.org");
		String warnings = report.substring(report.indexOf("and warnings:"), report.indexOf("Action:"));
		assertThat(entries(warnings)).containsExactlyInAnyOrder(
				"public.max-age | \"PT12H\" | " + BASE + "16:16 | max-age-over-two-hours | 2h",
				"public.allowed-origins[0] | \"*\" | " + BASE + "15:24 | production-any-origin",
				"admin.allowed-origins[1] | \"*\" | " + PROD + "7:24 | production-any-origin");
	}

	@Test
	void theActionNamesWhatToWriteForEveryErrorAndNoWarning(CapturedOutput output) {
		start(Map.of());
		assertThat(report(output).substring(report(output).indexOf("Action:")).lines().map(String::strip))
			.contains("cors.rules.storefront.allowed-origins[1]: https://www.example.com",
					"cors.rules.storefront.allowed-header: allowed-headers", "cors.rules.storefront.max-age",
					"cors.rules.admin.allowed-origins[1]", "cors.rules.admin.allowed-methods[1]: PATCH",
					"cors.rules.tenants.paths[0]: /tenants/**",
					"cors.rules.tenants.allowed-origin-patterns[1]: https://*.example.org")
			.noneMatch((line) -> line.startsWith("cors.rules.public"));
	}

	@Test
	void variablesAndArgumentsThatHideAFileAreNamed(CapturedOutput output) {
		start(Map.of("CORS_RULES_STOREFRONT_ALLOWEDORIGINS", "https://shop.example.com,null", "CORS_RULES_ADMIN_MODE",
				"strict"), "--cors.rules.storefront.max-age=tomorrow");
		assertThat(entries(report(output))).contains(
				"storefront.allowed-origins[1] | \"null\" | environment variable CORS_RULES_STOREFRONT_ALLOWEDORIGINS"
						+ " | Hidden " + BASE + "10:11 | origin-null",
				"storefront.max-age | \"tomorrow\" | command line --cors.rules.storefront.max-age | Hidden " + PROD
						+ "4:16 | Hidden " + BASE + "12:16 | not-convertible",
				"admin.mode | \"strict\" | environment variable CORS_RULES_ADMIN_MODE | not-convertible | enforce")
			.noneMatch((entry) -> entry.contains("https://www.example.com/"));
	}

	private static void start(Map<String, Object> variables, String... arguments) {
		SpringApplication application = new SpringApplication(CorsAutoConfiguration.class);
		application.setApplicationContextFactory((type) -> new GenericWebApplicationContext());
		application.setEnvironment(new StandardServletEnvironment() {

			@Override
			public Map<String, Object> getSystemEnvironment() {
				return variables;
			}

		});
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.config.location=classpath:/io/github/corsstarter/autoconfigure/seven/");
		all.add("--spring.profiles.active=prod");
		assertThatException().isThrownBy(() -> application.run(all.toArray(String[]::new)))
			.withRootCauseInstanceOf(InvalidCorsConfigurationException.class);
	}

	private static String report(CapturedOutput output) {
		assertThat(output.getOut()).containsOnlyOnce("APPLICATION FAILED TO START");
		return Places.withoutJar(output.getOut().substring(output.getOut().indexOf("APPLICATION FAILED TO START")));
	}

	/** The entries of a report, each on one line, without the sentences. */
	private static List<String> entries(String report) {
		List<String> entries = new ArrayList<>();
		StringBuilder entry = new StringBuilder();
		for (String line : report.lines().map(String::strip).toList()) {
			if (line.startsWith("Property: cors.rules.")) {
				entry.append(line.substring("Property: cors.rules.".length()));
			}
			else if (line.startsWith("Value: ") || line.startsWith("Origin: ") || line.startsWith("Write: ")) {
				entry.append(" | ").append(line.substring(line.indexOf(' ') + 1));
			}
			else if (line.startsWith("Hidden: ")) {
				entry.append(" | Hidden ").append(line.substring("Hidden: ".length()));
			}
			else if (line.startsWith("Reason: ")) {
				entry.append(" | ").append(line, line.lastIndexOf('(') + 1, line.length() - 1);
			}
			else if (line.isEmpty() && !entry.isEmpty()) {
				entries.add(entry.toString());
				entry.setLength(0);
			}
		}
		return entries;
	}

}
