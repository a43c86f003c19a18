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

package io.github.corsstarter.sample.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.github.corsstarter.sample.load.Wrk.Load;

/**
 * Loads the same API in three variants on both stacks. Variants take turns, and only the
 * ratios of one round are compared: the machine is the same for all three within seconds,
 * and not for longer.
 */
final class EndToEnd {

	private static final int ROUNDS = 5;

	private static final int WARM_UP_SECONDS = 3;

	private static final int SECONDS = 2;

	private static final int STARTS = 3;

	private final PrintStream out;

	private EndToEnd(PrintStream out) {
		this.out = out;
	}

	/**
	 * Measure, and print the tables.
	 * @param arguments none
	 * @throws IOException if {@code wrk} is missing
	 */
	public static void main(String[] arguments) throws IOException {
		try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
				StandardCharsets.UTF_8)) {
			EndToEnd endToEnd = new EndToEnd(out);
			out.println(
					"Java " + Runtime.version() + ", ratios of requests a second, medians of " + ROUNDS + " rounds");
			endToEnd.run("servlet", 0.92);
			endToEnd.run("reactive", 0.95);
		}
	}

	private void run(String type, double target) throws IOException {
		Map<Variant, RunningApplication> applications = new EnumMap<>(Variant.class);
		Map<Variant, List<Double>> starts = new EnumMap<>(Variant.class);
		try {
			for (int start = 0; start < STARTS; start++) {
				for (Variant variant : Variant.values()) {
					RunningApplication previous = applications.remove(variant);
					if (previous != null) {
						previous.close();
					}
					RunningApplication application = RunningApplication.start(variant, type);
					applications.put(variant, application);
					starts.computeIfAbsent(variant, (key) -> new ArrayList<>()).add(application.startSeconds());
				}
			}
			load(type, Wrk.get(), applications, "≥ %.2f of none".formatted(target));
			load(type, Wrk.preflight(), applications, "≥ 1.20 of Spring's");
			for (Variant variant : Variant.values()) {
				line("%s, %s: started in %.2f s (median of %d), %.1f MB of heap after the load", type, variant,
						median(starts.get(variant)), STARTS, applications.get(variant).heap());
			}
		}
		finally {
			applications.values().forEach(RunningApplication::close);
		}
	}

	private void load(String type, Wrk wrk, Map<Variant, RunningApplication> applications, String target)
			throws IOException {
		for (RunningApplication application : applications.values()) {
			wrk.run(application.url(), WARM_UP_SECONDS);
		}
		List<Map<Variant, Load>> rounds = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			Map<Variant, Load> loads = new EnumMap<>(Variant.class);
			for (Map.Entry<Variant, RunningApplication> entry : applications.entrySet()) {
				loads.put(entry.getKey(), wrk.run(entry.getValue().url(), SECONDS));
			}
			rounds.add(loads);
		}
		line("");
		line("%s, %s (target: the starter %s)", type, wrk.name(), target);
		for (Variant variant : Variant.values()) {
			line("  %-8s %7.0f requests/s, p99 %6.2f ms; ÷ none: rate %.3f, p99 %.2f; ÷ Spring's: rate %.3f", variant,
					median(values(rounds, variant, Load::rate)), median(values(rounds, variant, Load::p99)),
					ratio(rounds, variant, Variant.NONE, Load::rate), ratio(rounds, variant, Variant.NONE, Load::p99),
					ratio(rounds, variant, Variant.SPRING, Load::rate));
		}
	}

	private static List<Double> values(List<Map<Variant, Load>> rounds, Variant variant, ToDoubleFunction<Load> value) {
		return rounds.stream().map((round) -> value.applyAsDouble(round.get(variant))).toList();
	}

	private static double ratio(List<Map<Variant, Load>> rounds, Variant variant, Variant other,
			ToDoubleFunction<Load> value) {
		return median(rounds.stream()
			.map((round) -> value.applyAsDouble(round.get(variant)) / value.applyAsDouble(round.get(other)))
			.toList());
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

	private void line(String format, Object... values) {
		this.out.println(String.format(Locale.ROOT, format, values));
	}

}
