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
import java.util.List;

import io.github.corsstarter.benchmark.Results.Cost;

/**
 * What the filters promise, as ratios of what was measured in one run.
 */
final class Targets {

	private static final String SERVLET = "Servlet";

	private static final String REACTIVE = "Reactive";

	private static final int GUARD_BYTES = 64;

	private final Results results;

	private final List<Target> targets = new ArrayList<>();

	private Targets(Results results) {
		this.results = results;
	}

	static List<Target> of(Results results) {
		Targets targets = new Targets(results);
		targets.servlet("not-cors", 3, 4);
		targets.servlet("actual-allowed", 2, 10);
		targets.servlet("actual-refused", 2, 6);
		targets.servlet("preflight-allowed", 2, 8);
		targets.servlet("preflight-refused-origin", 2, 6);
		targets.growth("origins", "", 10_000, 1.6);
		targets.growth("patterns", "-hit", 1000, 2);
		targets.growth("patterns", "-miss", 1000, 2);
		targets.growth("paths", "-first", 1000, 2.5);
		targets.growth("paths", "-last", 1000, 2.5);
		targets.growth("paths", "-none", 1000, 2.5);
		targets.hostile("long-origin", 2000);
		targets.hostile("many-commas", 5000);
		targets.hostile("many-names", 2000);
		targets.hostile("many-segments", 2000);
		targets.reactive();
		targets.first();
		return targets.targets;
	}

	private void servlet(String scenario, double limit, double spring) {
		Cost starter = this.results.get(SERVLET, scenario, "STARTER");
		atMost("servlet, " + scenario + ": time ÷ limit", ratio(SERVLET, scenario, "STARTER", "LIMIT"), limit);
		atLeast("servlet, " + scenario + ": Spring ÷ time", ratio(SERVLET, scenario, "SPRING", "STARTER"), spring);
		atMost("servlet, " + scenario + ": bytes beyond the limit",
				starter.bytes() - this.results.get(SERVLET, scenario, "LIMIT").bytes(), GUARD_BYTES);
	}

	private void growth(String of, String place, int count, double bound) {
		double few = this.results.get(SERVLET, of + "-1" + place, "STARTER").nanoseconds();
		double many = this.results.get(SERVLET, of + "-" + count + place, "STARTER").nanoseconds();
		atMost("servlet, %s%s: %d ÷ 1".formatted(of, place, count), many / few, bound);
	}

	private void hostile(String scenario, double nanoseconds) {
		Cost starter = this.results.get(SERVLET, scenario, "STARTER");
		Cost usual = this.results.get(SERVLET, "preflight-refused-origin", "STARTER");
		atMost("servlet, " + scenario + ": ns", starter.nanoseconds(), nanoseconds);
		atMost("servlet, " + scenario + ": bytes beyond a usual refusal", starter.bytes() - usual.bytes(), GUARD_BYTES);
	}

	private void reactive() {
		for (String scenario : List.of("not-cors", "actual-allowed", "actual-refused", "preflight-allowed",
				"preflight-refused-origin")) {
			atMost("reactive, " + scenario + ": time ÷ limit", ratio(REACTIVE, scenario, "STARTER", "LIMIT"), 1.3);
		}
		atLeast("reactive, actual-allowed: Spring ÷ time", ratio(REACTIVE, "actual-allowed", "SPRING", "STARTER"), 5);
		atLeast("reactive, preflight-allowed: Spring ÷ time", ratio(REACTIVE, "preflight-allowed", "SPRING", "STARTER"),
				3);
	}

	private void first() {
		atMost("servlet, first request of all: µs",
				this.results.get("FirstRequest", "actual-allowed", "STARTER").nanoseconds() / 1000, 1000);
	}

	private double ratio(String stack, String scenario, String contender, String other) {
		return this.results.get(stack, scenario, contender).nanoseconds()
				/ this.results.get(stack, scenario, other).nanoseconds();
	}

	private void atMost(String name, double value, double bound) {
		this.targets.add(new Target(name, value, "≤ ", bound, value <= bound));
	}

	private void atLeast(String name, double value, double bound) {
		this.targets.add(new Target(name, value, "≥ ", bound, value >= bound));
	}

	/**
	 * One promise.
	 *
	 * @param name what it is about
	 * @param value what was measured
	 * @param relation how the value has to relate to the bound
	 * @param bound the bound
	 * @param met whether it does
	 */
	record Target(String name, double value, String relation, double bound, boolean met) {

	}

}
