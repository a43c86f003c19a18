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

package io.github.corsstarter.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.benchmark.Results.Cost;

/**
 * The tables, in Markdown that can be read as it is.
 */
final class Report {

	private final StringBuilder text = new StringBuilder();

	private Report() {
	}

	static String of(Results results) {
		Report report = new Report();
		report.line("Java " + Runtime.version() + ", nanoseconds of the processor and bytes per operation, medians");
		report.costs(results, "Servlet", "LIMIT", "STARTER", "SPRING", "TOMCAT", "JETTY");
		report.costs(results, "Reactive", "LIMIT", "STARTER", "SPRING");
		report.costs(results, "Engine", "STARTER");
		report.costs(results, "FirstRequest", "STARTER", "SPRING");
		report.targets(Targets.of(results));
		return report.text.toString();
	}

	private void costs(Results results, String stack, String... contenders) {
		List<List<String>> rows = new ArrayList<>();
		List<String> head = new ArrayList<>(List.of(stack));
		head.addAll(Arrays.asList(contenders));
		rows.add(head);
		for (String scenario : results.scenarios(stack)) {
			List<String> row = new ArrayList<>(List.of(scenario));
			for (String contender : contenders) {
				Cost cost = results.find(stack, scenario, contender);
				row.add((cost != null) ? format("%.0f ns / %d B", cost.nanoseconds(), cost.bytes()) : "");
			}
			rows.add(row);
		}
		table(rows);
	}

	private void targets(List<Targets.Target> targets) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Target", "Measured", "Bound", ""));
		targets.forEach((target) -> rows.add(List.of(target.name(), format("%.2f", target.value()),
				target.relation() + format("%.1f", target.bound()), target.met() ? "met" : "MISSED")));
		table(rows);
		line(format("%d of %d targets met", targets.stream().filter(Targets.Target::met).count(), targets.size()));
	}

	private void table(List<List<String>> rows) {
		line("");
		for (int row = 0; row < rows.size(); row++) {
			StringBuilder line = new StringBuilder("|");
			StringBuilder rule = new StringBuilder("|");
			for (int column = 0; column < rows.get(row).size(); column++) {
				int width = width(rows, column);
				line.append(' ').append(padded(rows.get(row).get(column), width, column > 0)).append(" |");
				rule.append('-').append("-".repeat(width)).append((column > 0) ? ":|" : "-|");
			}
			line(line.toString());
			if (row == 0) {
				line(rule.toString());
			}
		}
		line("");
	}

	private static int width(List<List<String>> rows, int column) {
		return rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0);
	}

	private static String padded(String cell, int width, boolean right) {
		String blanks = " ".repeat(width - cell.length());
		return right ? blanks + cell : cell + blanks;
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
