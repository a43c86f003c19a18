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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything, prints the tables and draws the plot. Contenders of one scenario
 * are measured one right after the other, since only their ratios count.
 */
public final class Benchmarks {

	private static final List<String> PLAIN = List.of("not-cors", "actual-allowed", "actual-refused",
			"preflight-allowed", "preflight-refused-origin", "preflight-refused-method", "preflight-refused-header");

	private final boolean full;

	private final Results results = new Results();

	private final PrintStream out;

	private Benchmarks(boolean full, PrintStream out) {
		this.full = full;
		this.out = out;
	}

	/**
	 * Measure.
	 * @param args {@code quick} for some minutes or {@code full} for half an hour, and
	 * the folder to write to; or anything that JMH understands
	 * @throws Exception if something cannot be measured or written
	 */
	public static void main(String[] args) throws Exception {
		if (args.length != 2 || !List.of("quick", "full").contains(args[0])) {
			org.openjdk.jmh.Main.main(args);
			return;
		}
		try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
				StandardCharsets.UTF_8)) {
			new Benchmarks(args[0].equals("full"), out).run(Path.of(args[1]));
		}
	}

	private void run(Path folder) throws RunnerException, IOException {
		measure("Servlet", PLAIN, "LIMIT", "STARTER", "SPRING", "TOMCAT", "JETTY");
		measure("Servlet", List.of("pattern-hit", "pattern-miss", "no-rule"), "LIMIT", "STARTER", "SPRING");
		measure("Servlet", Scenario.HOSTILE, "LIMIT", "STARTER", "SPRING");
		measure("Servlet", Scenario.growing(), "STARTER", "SPRING");
		measure("Reactive", Scenario.BASIC, "LIMIT", "STARTER", "SPRING");
		measure("Engine", Scenario.BASIC);
		measureFirst("STARTER");
		measureFirst("SPRING");
		String report = Report.of(this.results);
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("benchmark.md"), report);
		Files.writeString(folder.resolve("growth.svg"), GrowthPlot.of(this.results));
		this.out.println(report);
	}

	private void measure(String stack, List<String> scenarios, String... contenders) throws RunnerException {
		for (String scenario : scenarios) {
			this.out.println(stack + " " + scenario);
			for (String contender : contenders) {
				measure(stack, scenario, Stream.of(contender));
			}
			if (contenders.length == 0) {
				measure(stack, scenario, Stream.empty());
			}
		}
	}

	private void measure(String stack, String scenario, Stream<String> contender) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + stack + "Benchmark\\.")
			.param("scenario", scenario)
			.addProfiler(GCProfiler.class)
			// compiled before it is measured, on a machine that has other things to do,
			// too
			.jvmArgs("-Xms512m", "-Xmx512m", "-Xbatch", "-XX:CompileCommand=quiet",
					// no filter becomes one piece of code with the look-ups of a server
					dontInline("LightRequest::getHeader"), dontInline("LightRequest::getHeaders"),
					dontInline("LightResponse::addHeader"), dontInline("LightResponse::containsHeader"),
					dontInline("LightResponse::getHeaders"), dontInline("LightResponse::setHeader"))
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.forks(this.full ? 2 : 1)
			.warmupIterations(this.full ? 6 : 4)
			.warmupTime(TimeValue.milliseconds(this.full ? 500 : 350))
			.measurementIterations(this.full ? 8 : 5)
			.measurementTime(TimeValue.milliseconds(this.full ? 400 : 150));
		contender.forEach((name) -> options.param("contender", name));
		this.results.add(new Runner(options.build()).run());
	}

	private void measureFirst(String contender) throws RunnerException {
		this.out.println("FirstRequest " + contender);
		this.results.add(new Runner(new OptionsBuilder().include("\\.FirstRequestBenchmark\\.")
			.param("contender", contender)
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.forks(7)
			.warmupIterations(0)
			.measurementIterations(1)
			.build()).run());
	}

	private static String dontInline(String method) {
		return "-XX:CompileCommand=dontinline," + Benchmarks.class.getPackageName() + "." + method;
	}

}
