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
package io.github.corsstarter.sample.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.sample.sidebyside.Probe.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the other systems with the snippets of their recipes, and this starter with the
 * YAML of the same section, sends both the same requests and compares what a browser
 * makes of them. Not part of the build, since it needs those systems: the script
 * <code>side-by-side</code> of CI runs it, and it writes the table of the documentation.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SideBySide {

	private static final Path RECIPES = Path.of("recipes");

	private static final Path TABLE = Path.of("..", ".github", "SIDE-BY-SIDE.md");

	private final Map<String, List<String>> tables = new LinkedHashMap<>();

	static List<Comparison> comparisons() {
		return Comparison.ALL;
	}

	@ParameterizedTest
	@MethodSource("comparisons")
	void theSameRequestsGetWhatTheRecipeSays(Comparison comparison) {
		Section section = Section.of(RECIPES, comparison.system().page(), comparison.title());
		List<String> rows = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		try (StartedSystem other = new StartedSystem(comparison.system(), section);
				ConfigurableApplicationContext here = ThisStarter.start(section)) {
			Answers ours = new Answers(ThisStarter.port(here));
			for (Probe probe : comparison.probes()) {
				Outcome there = probe.play(other.answers());
				Outcome outcome = probe.play(ours);
				boolean same = there.browser().equals(outcome.browser());
				rows.add("| %s | %s | %s | %s |".formatted(probe, there, outcome, same ? "yes" : "**no**"));
				if (same == comparison.differences().contains(probe)) {
					wrong.add(probe + " there: " + there + ", here: " + outcome);
				}
				wrong.addAll(comparison.violations(probe, there, outcome));
			}
		}
		add(section, List.of("| Request | There | Here | The same for the browser |", "|---|---|---|---|"), rows);
		assertThat(wrong).as("%s", section).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void anyOriginWithCookiesWorksThereAndDoesNotStartHere(OtherSystem system) {
		Section section = Section.of(RECIPES, system.page(), Section.ANY_ORIGIN);
		List<String> rows = new ArrayList<>();
		String refusal = ThisStarter.refusal(section);
		try (StartedSystem other = new StartedSystem(system, section)) {
			for (Probe probe : List.of(Probe.FOREIGN_GET, Probe.FOREIGN_PUT, Probe.LOOK_ALIKE, Probe.SANDBOX)) {
				Outcome there = probe.play(other.answers());
				rows.add("| %s | %s | does not start: `%s` |".formatted(probe, there, refusal));
				assertThat(there.browser()).as("%s: %s", section, probe).isEqualTo("allowed");
			}
		}
		add(section, List.of("| Request | There | Here |", "|---|---|---|"), rows);
		assertThat(refusal).isEqualTo("wildcard-with-credentials");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "NGINX", "APACHE" })
	void everyOptionOfThePackageIsInTheTable(OtherSystem system) throws IOException {
		String page = Files.readString(RECIPES.resolve(system.page() + ".md"));
		assertThat(system.options().lines().toList()).hasSizeGreaterThanOrEqualTo(8)
			.allSatisfy((option) -> assertThat(page).contains("| `" + option + "` |"));
	}

	@Test
	void everySystemIsCompared() {
		assertThat(Comparison.ALL).extracting(Comparison::system).contains(OtherSystem.values());
	}

	private void add(Section section, List<String> header, List<String> rows) {
		List<String> lines = new ArrayList<>(header);
		lines.addAll(rows);
		this.tables.put(section.toString(), lines);
	}

	@AfterAll
	void writeTheTable() throws IOException {
		List<String> lines = new ArrayList<>(List.of("# Side by side", "",
				"What nginx, Apache httpd, Express with `cors`, Django with django-cors-headers and Flask with Flask-CORS answered, each",
				"started with the snippet of its [recipe](../cors-starter-sample/recipes/README.md), and what this starter answered with the",
				"YAML of the same section. *Allowed* and *blocked* is what a browser makes of it that follows the Fetch standard, preflight",
				"included; the status is that of the last answer it got. `SideBySide` writes this page and checks what the recipes claim:",
				"`bash .ci/side-by-side`."));
		this.tables.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((entry) -> {
			lines.addAll(List.of("", "## " + entry.getKey(), ""));
			lines.addAll(entry.getValue());
		});
		Files.write(TABLE, lines);
	}

}
