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

package io.github.corsstarter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.error;
import static io.github.corsstarter.CompileProblems.warning;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExposedHeaders}.
 */
class ExposedHeadersTests {

	@Test
	void hasNoProblemWithNames() {
		assertThatProblems(definition("X-Total-Count", "ETag").allowCredentials(true)).isEmpty();
		assertThatProblems(definition("*")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X A", "X-A:", "X-A,X B", "X-\u212aey" })
	void refusesWhatIsNotAToken(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("exposed-headers[0]", name, ProblemCode.HEADER_NOT_A_TOKEN, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Set-Cookie", "set-cookie2" })
	void refusesHeadersThatNoScriptCanRead(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("exposed-headers[0]", name, ProblemCode.EXPOSED_FORBIDDEN, null));
	}

	@Test
	void refusesSeveralNamesInOneItem() {
		assertThatProblems(definition("X-A,X-B"))
			.containsExactly(error("exposed-headers[0]", "X-A,X-B", ProblemCode.JOINED_LIST, "two list items"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cookie", "access-control-request-method", "Sec-Fetch-Site" })
	void refusesHeadersOfRequests(String name) {
		assertThatProblems(definition(name))
			.containsExactly(error("exposed-headers[0]", name, ProblemCode.EXPOSED_IS_REQUEST_HEADER, null));
	}

	@Test
	void warnsAboutWhatIsExposedAlready() {
		assertThatProblems(definition("Cache-Control", "ETag"))
			.containsExactly(warning("exposed-headers[0]", "Cache-Control", ProblemCode.EXPOSED_SAFELISTED, null));
		assertThatProblems(definition("*", "ETag"))
			.containsExactly(warning("exposed-headers[1]", "ETag", ProblemCode.REDUNDANT_ENTRY, null));
	}

	@Test
	void refusesAnAsteriskWithCredentials() {
		assertThatProblems(definition("X-A", "*").allowCredentials(true))
			.containsExactly(error("exposed-headers[1]", "*", ProblemCode.EXPOSED_WILDCARD_WITH_CREDENTIALS, null));
	}

	@Test
	void removesRepetitionInAnyCaseWithAWarning() {
		CorsPolicyDefinition.Builder definition = definition("X-A", "x-a");
		assertThatProblems(definition)
			.containsExactly(warning("exposed-headers[1]", "x-a", ProblemCode.DUPLICATE_ENTRY, null));
		assertThat(CorsPolicy.compile(definition.build()).definition().exposedHeaders()).containsExactly("X-A");
	}

	@Test
	void answersWithTheListTheAsteriskOrNothing() {
		assertThat(value("X-A", "X-B")).isEqualTo("X-A, X-B");
		assertThat(value("X-A", "*")).isEqualTo("*");
		assertThat(value()).isNull();
	}

	private static String value(String... names) {
		return ExposedHeaders.compile(definition(names).build(), new Problems()).value();
	}

	private static CorsPolicyDefinition.Builder definition(String... names) {
		return CorsPolicyDefinition.builder().exposedHeaders(names);
	}

}
