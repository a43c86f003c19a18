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

import java.util.List;
import java.util.Locale;

/**
 * Draws how the cost of one request grows with the policy: three plots with logarithmic
 * axes, this project beside Spring.
 */
final class GrowthPlot {

	private static final int PANEL = 300;

	private static final int WIDTH = 190;

	private static final int HEIGHT = 180;

	private static final int LEFT = 62;

	private static final int TOP = 56;

	private static final double LOWEST = 1;

	private static final double HIGHEST = 6;

	private final StringBuilder svg = new StringBuilder();

	private final Results results;

	private GrowthPlot(Results results) {
		this.results = results;
	}

	static String of(Results results) {
		GrowthPlot plot = new GrowthPlot(results);
		plot.add(
				"""
						<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 300" font-family="sans-serif" font-size="12">
						<title>Cost of one actual request, in nanoseconds of the processor, against the size of the policy</title>
						<rect width="100%%" height="100%%" fill="#fff"/>
						""",
				3 * PANEL);
		plot.panel(0, "exact origins", "origins-%d", Scenario.ORIGIN_COUNTS);
		plot.panel(1, "origin patterns", "patterns-%d-hit", Scenario.PATTERN_COUNTS);
		plot.panel(2, "rules by path", "paths-%d-last", Scenario.PATH_COUNTS);
		plot.add("""
				<g font-size="13"><line x1="240" y1="20" x2="270" y2="20" stroke="#0a6" stroke-width="3"/>
				<text x="278" y="24">cors-starter</text>
				<line x1="420" y1="20" x2="450" y2="20" stroke="#c40" stroke-width="3" stroke-dasharray="6 4"/>
				<text x="458" y="24">Spring's CorsFilter</text></g>
				</svg>
				""");
		return plot.svg.toString();
	}

	private void panel(int index, String title, String scenario, List<Integer> counts) {
		add("<g transform=\"translate(%d %d)\">\n", index * PANEL + LEFT, TOP);
		double decades = Math.log10(counts.get(counts.size() - 1));
		for (int power = (int) LOWEST; power <= HIGHEST; power++) {
			add("<line x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>", WIDTH, y(power), y(power));
			add("<text x=\"-6\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%s</text>\n", y(power) + 4, time(power));
		}
		for (int count : counts) {
			add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%d</text>\n", x(count, decades),
					HEIGHT + 18, count);
		}
		add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", WIDTH / 2, HEIGHT + 38, title);
		series(scenario, counts, decades, "SPRING", "stroke=\"#c40\" stroke-dasharray=\"6 4\"", "#c40");
		series(scenario, counts, decades, "STARTER", "stroke=\"#0a6\"", "#0a6");
		add("</g>\n");
	}

	private void series(String scenario, List<Integer> counts, double decades, String contender, String style,
			String color) {
		StringBuilder points = new StringBuilder();
		double last = 0;
		for (int count : counts) {
			last = this.results.get("Servlet", scenario.formatted(count), contender).nanoseconds();
			points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(count, decades), y(Math.log10(last))));
		}
		add("<polyline points=\"%s\" fill=\"none\" stroke-width=\"3\" %s/>\n", points.toString().strip(), style);
		add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\">%.0f ns</text>\n", WIDTH,
				y(Math.log10(last)) - 8, color, last);
	}

	private static double x(int count, double decades) {
		return WIDTH * Math.log10(count) / decades;
	}

	private static double y(double power) {
		return HEIGHT * (HIGHEST - power) / (HIGHEST - LOWEST);
	}

	private static String time(int power) {
		return switch (power) {
			case 1 -> "10 ns";
			case 2 -> "100 ns";
			case 3 -> "1 µs";
			case 4 -> "10 µs";
			case 5 -> "100 µs";
			default -> "1 ms";
		};
	}

	private void add(String format, Object... values) {
		this.svg.append(String.format(Locale.ROOT, format, values));
	}

}
