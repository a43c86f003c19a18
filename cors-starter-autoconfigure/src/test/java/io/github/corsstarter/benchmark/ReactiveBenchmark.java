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

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * One exchange through one reactive filter, up to the point where a server sends the
 * fields of the answer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReactiveBenchmark {

	@Param("actual-allowed")
	String scenario;

	@Param("STARTER")
	ReactiveContender contender;

	private WebFilter filter;

	private WebFilterChain chain;

	private LightExchange exchange;

	private int calls;

	@Setup
	public void prepare() {
		Scenario prepared = Scenario.of(this.scenario);
		this.filter = this.contender.filter(prepared);
		this.exchange = new LightExchange(prepared);
		this.chain = (filtered) -> {
			this.calls++;
			return this.exchange.getResponse().commit();
		};
		run();
		prepared.verify(this.scenario, this.contender.name(),
				this.exchange.getResponse().getHeaders().getFirst("Access-Control-Allow-Origin") != null,
				this.calls == 1);
	}

	@Benchmark
	public Mono<Void> filter(CpuTime time) {
		time.operations++;
		return run();
	}

	private Mono<Void> run() {
		this.exchange.getResponse().reset();
		return this.filter.filter(this.exchange, this.chain);
	}

}
