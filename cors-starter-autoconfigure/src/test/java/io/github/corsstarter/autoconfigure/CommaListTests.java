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
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link CommaList}.
 */
class CommaListTests {

	static Stream<Arguments> lists() {
		return Stream.of(arguments("", List.of()), arguments("  ", List.of()), arguments("a", List.of("a")),
				arguments("a,b", List.of("a", "b")), arguments(" a , b ", List.of("a", "b")),
				arguments("a,,b", List.of("a", "", "b")), arguments("a,", List.of("a", "")),
				arguments(",", List.of("", "")),
				arguments("http://localhost:[80,8080],https://a.example.com",
						List.of("http://localhost:[80,8080]", "https://a.example.com")),
				arguments("http://[::1]:[80,81],http://[::1]", List.of("http://[::1]:[80,81]", "http://[::1]")),
				arguments("http://localhost:[80,81", List.of("http://localhost:[80,81")),
				arguments("a],b", List.of("a]", "b")));
	}

	@ParameterizedTest
	@MethodSource("lists")
	void splitsAtCommasOutsideOfBrackets(String value, List<String> items) {
		assertThat(CommaList.split(value)).isEqualTo(items);
	}

}
