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

package io.github.corsstarter.conformance;

import java.util.List;

import io.github.corsstarter.Outcome;
import io.github.corsstarter.micrometer.CorsMetrics;
import io.github.corsstarter.support.LogCapture;
import io.micrometer.core.instrument.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every attack may leave behind in the log and in the metrics.
 *
 * @param attack the attack
 * @param server where it was sent to
 * @param log the log meanwhile, at level {@code DEBUG}
 */
record AttackTraces(AttackCase attack, TestServer server, LogCapture log) {

	private static final int LONGEST_LINE = 1500;

	void check() {
		List<Outcome> told = this.server.told().take();
		assertThat(told).hasSizeLessThanOrEqualTo(1);
		List<String> lines = this.log.starterMessages();
		assertThat(lines).allSatisfy((line) -> assertThat(line).hasSizeLessThan(LONGEST_LINE)
			.doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029\u202e]"));
		// what is said once of a handler depends on what was sent to it before
		assertThat(lines).filteredOn((line) -> !line.startsWith("CORS: the handler of "))
			.as("one line for a refusal, none for anything else")
			.hasSize((int) told.stream().filter(AttackTraces::isRefusal).count());
		assertThat(Meters.ofTheStarter(this.server.context())).flatExtracting((counter) -> counter.getId().getTags())
			.extracting(Tag::getKey)
			.containsOnly(CorsMetrics.RULE, CorsMetrics.KIND, CorsMetrics.OUTCOME, CorsMetrics.REASON);
		assertThat(Meters.ofTheStarter(this.server.context())).flatExtracting((counter) -> counter.getId().getTags())
			.extracting(Tag::getValue)
			.allMatch((value) -> value.matches("[a-z0-9-]{1,40}"));
	}

	private static boolean isRefusal(Outcome outcome) {
		return outcome != Outcome.PREFLIGHT_ALLOWED && outcome != Outcome.ACTUAL_ALLOWED;
	}

}
