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

package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every bad configuration of the tables is reported with its code, its place,
 * its severity and its correction when an application starts, on both stacks.
 */
class BadConfigurationTests {

	/** Codes of what an application has beside its rules, which other tests are about. */
	private static final Set<String> NOT_OF_RULES = Set.of("other-cors-layer", "danger-tolerated",
			"origin-source-without-cache");

	private static final String PRODUCTION = "production-";

	static Stream<Arguments> starts() {
		return BadConfiguration.all()
			.flatMap((each) -> Stream.of(Stack.values()).filter(each::isFor).map((stack) -> Arguments.of(each, stack)));
	}

	static Stream<BadConfiguration> adviceForProduction() {
		return BadConfiguration.all().filter((each) -> each.code().startsWith(PRODUCTION));
	}

	@ParameterizedTest
	@MethodSource("starts")
	void reportsTheProblem(BadConfiguration bad, Stack stack) {
		assertThat(stack.start(bad.configured()).compare(bad.line())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("adviceForProduction")
	void isSilentAboutProductionElsewhere(BadConfiguration bad) {
		assertThat(bad.profiles()).isNotEmpty();
		for (String profile : List.of("dev", "test", "local", "preprod")) {
			assertThat(Stack.SERVLET.start(bad.configured(bad.properties(), List.of(profile))).problems()).as(profile)
				.isEmpty();
		}
		assertThat(Stack.REACTIVE.start(bad.configured(bad.properties(), List.of())).problems()).isEmpty();
	}

	@Test
	void theTablesHaveEveryCode() {
		Set<String> codes = Stream.of(ProblemCode.values())
			.map(ProblemCode::id)
			.filter((code) -> !NOT_OF_RULES.contains(code))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(BadConfiguration.all().map(BadConfiguration::code)).containsAll(codes);
	}

}
