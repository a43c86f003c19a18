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

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The first request that a virtual machine ever sees: classes are loaded, and nothing is
 * compiled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstRequestBenchmark {

	@Param("actual-allowed")
	String scenario;

	@Param("STARTER")
	ServletContender contender;

	private Filter filter;

	private FilterChain chain;

	private LightRequest request;

	private LightResponse response;

	@Setup
	public void prepare(Blackhole blackhole) throws Exception {
		Scenario prepared = Scenario.of(this.scenario);
		this.filter = this.contender.filter(prepared);
		this.request = new LightRequest(prepared);
		this.response = new LightResponse();
		this.chain = (filteredRequest, filteredResponse) -> blackhole.consume(filteredResponse);
	}

	@Benchmark
	public LightResponse filter(CpuTime time) throws Exception {
		time.operations++;
		this.filter.doFilter(this.request, this.response, this.chain);
		return this.response;
	}

}
