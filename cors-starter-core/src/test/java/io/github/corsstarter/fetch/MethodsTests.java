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

package io.github.corsstarter.fetch;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Methods}.
 */
class MethodsTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST" })
	void safelistsThreeMethods(String method) {
		assertThat(Methods.isSafelisted(method)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "get", "Post", "PUT", "DELETE", "OPTIONS", "PATCH", "GET " })
	void safelistsNoOtherMethodAndNoOtherCase(String method) {
		assertThat(Methods.isSafelisted(method)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT", "TRACE", "TRACK", "connect", "Trace", "tRACK" })
	void forbidsThreeMethodsInAnyCase(String method) {
		assertThat(Methods.isForbidden(method)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GET", "TRACER", "CONNECTED", "CONNECTIONS", "OPTIONS" })
	void forbidsNoOtherMethod(String method) {
		assertThat(Methods.isForbidden(method)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "get", "head", "options", "post", "put", "DeLeTe" })
	void normalizesSixMethodsToUpperCase(String method) {
		assertThat(Methods.normalize(method)).isEqualTo(method.toUpperCase(Locale.ROOT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "patch", "Patch", "chicken", "GET", "*" })
	void leavesEveryOtherMethodAsItIs(String method) {
		assertThat(Methods.normalize(method)).isEqualTo(method);
	}

	@ParameterizedTest
	@CsvSource({ "patch, true", "Patch, true", "PATCH, false", "query, true", "propfind, true", "get, false",
			"put, false", "chicken, false", "'', false" })
	void tellsARegisteredMethodInTheWrongCase(String method, boolean expected) {
		assertThat(Methods.isWrongCase(method)).isEqualTo(expected);
	}

}
