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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured, by benchmark, scenario and contender.
 */
final class Results {

	private final Map<Key, Cost> costs = new LinkedHashMap<>();

	void add(Collection<RunResult> results) {
		results.forEach(this::add);
	}

	private void add(RunResult result) {
		String benchmark = result.getParams().getBenchmark();
		String stack = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1,
				benchmark.lastIndexOf('.'));
		String contender = result.getParams().getParam("contender");
		double[] times = result.getBenchmarkResults()
			.stream()
			.map(BenchmarkResult::getIterationResults)
			.flatMap(Collection::stream)
			.mapToDouble(Results::time)
			.sorted()
			.toArray();
		double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
		this.costs.put(
				new Key(stack.replace("Benchmark", ""), result.getParams().getParam("scenario"),
						(contender != null) ? contender : "STARTER"),
				new Cost(times[times.length / 2], Math.round(bytes)));
	}

	private static double time(IterationResult iteration) {
		return iteration.getSecondaryResults().get("nanoseconds").getScore()
				/ iteration.getSecondaryResults().get("operations").getScore();
	}

	List<String> scenarios(String stack) {
		return this.costs.keySet()
			.stream()
			.filter((key) -> key.stack().equals(stack))
			.map(Key::scenario)
			.distinct()
			.toList();
	}

	/** What was measured, or null. */
	Cost find(String stack, String scenario, String contender) {
		return this.costs.get(new Key(stack, scenario, contender));
	}

	Cost get(String stack, String scenario, String contender) {
		Cost cost = find(stack, scenario, contender);
		if (cost == null) {
			throw new IllegalStateException("Not measured: %s %s %s".formatted(stack, scenario, contender));
		}
		return cost;
	}

	private record Key(String stack, String scenario, String contender) {

	}

	/**
	 * What one operation costs.
	 *
	 * @param nanoseconds of the processor, the median of all iterations
	 * @param bytes allocated
	 */
	record Cost(double nanoseconds, long bytes) {

	}

}
