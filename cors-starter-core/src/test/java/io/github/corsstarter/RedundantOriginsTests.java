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

import static io.github.corsstarter.CompileProblems.assertThatProblems;
import static io.github.corsstarter.CompileProblems.warning;

/**
 * Tests for {@link RedundantOrigins}.
 */
class RedundantOriginsTests {

	@Test
	void warnsAboutOriginsThatAPatternCovers() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOrigins("https://example.com", "https://a.example.com")
			.allowedOriginPatterns("https://*.example.com"))
			.containsExactly(warning("allowed-origins[1]", "https://a.example.com", ProblemCode.REDUNDANT_ENTRY, null));
	}

	@Test
	void warnsAboutPatternsThatAnotherCovers() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOriginPatterns("https://*.api.example.com", "https://*.example.com", "http://*.example.com"))
			.containsExactly(warning("allowed-origin-patterns[0]", "https://*.api.example.com",
					ProblemCode.REDUNDANT_ENTRY, null));
	}

	@Test
	void namesThePlaceOfAValueWithWhiteSpaceAround() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOrigins("https://example.org", " https://a.example.com ")
			.allowedOriginPatterns("https://*.example.com", " https://*.api.example.com"))
			.contains(warning("allowed-origins[1]", " https://a.example.com ", ProblemCode.REDUNDANT_ENTRY, null),
					warning("allowed-origin-patterns[1]", " https://*.api.example.com", ProblemCode.REDUNDANT_ENTRY,
							null));
	}

	@Test
	void leavesOneOfTwoPatternsThatStandForTheSame() {
		assertThatProblems(CorsPolicyDefinition.builder()
			.allowedOriginPatterns("http://localhost:[1,2]", "http://localhost:[2,1]")).containsExactly(
					warning("allowed-origin-patterns[1]", "http://localhost:[2,1]", ProblemCode.REDUNDANT_ENTRY, null));
	}

	@Test
	void hasNothingToSayWithoutPatterns() {
		assertThatProblems(
				CorsPolicyDefinition.builder().allowedOrigins("https://a.example.com", "https://example.com"))
			.isEmpty();
	}

}
