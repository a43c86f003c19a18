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

import java.util.concurrent.TimeUnit;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.CorsRequestBuilder;
import io.github.corsstarter.rule.CorsEvaluator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One decision: find the rule, and let its policy decide.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {

	@Param("actual-allowed")
	String scenario;

	private CorsEvaluator evaluator;

	private String path;

	private CorsRequest request;

	@Setup
	public void prepare() {
		Scenario prepared = Scenario.of(this.scenario);
		this.evaluator = prepared.evaluator();
		this.path = prepared.path();
		CorsRequestBuilder builder = CorsRequest.builder(prepared.method());
		builder.ownOrigin("https", "api.example.com", CorsRequest.UNKNOWN_PORT);
		for (int i = 0; i < prepared.headers().length; i += 2) {
			builder.header(prepared.headers()[i], prepared.headers()[i + 1]);
		}
		this.request = builder.build();
	}

	@Benchmark
	public CorsDecision decide(CpuTime time) {
		time.operations++;
		return this.evaluator.evaluate(this.path, this.request);
	}

}
