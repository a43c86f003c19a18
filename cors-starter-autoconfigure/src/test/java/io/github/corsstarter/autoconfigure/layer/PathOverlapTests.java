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

package io.github.corsstarter.autoconfigure.layer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathOverlap}.
 */
class PathOverlapTests {

	@ParameterizedTest
	@CsvSource({ "/api/**, /api/**", "/api/**, /**", "/api/**, /api", "/api/**, /api/orders/{id}", "/api/*, /api/{id}",
			"/api/orders, /api/orders/", "/*/orders, /api/orders", "/api/{*rest}, /api/orders/1", "/**, /",
			"/**/orders, /api/x", "/v{version}/orders, /v2/orders", "/v*/orders, /v2*/orders", "/{a}, /{b}",
			"api/**, /api/x" })
	void findsPatternsThatCanMatchTheSamePath(String pattern, String other) {
		assertThat(PathOverlap.exists(pattern, other)).isTrue();
		assertThat(PathOverlap.exists(other, pattern)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/api/**, /public/**", "/api/**, /api-docs/**", "/api, /api/orders", "/api/*, /api/orders/1",
			"/api/*/items, /api/orders/prices", "/v{version}/orders, /api/orders", "/, /api", "/api/**, /API/**" })
	void tellsPatternsApartThatCannot(String pattern, String other) {
		assertThat(PathOverlap.exists(pattern, other)).isFalse();
		assertThat(PathOverlap.exists(other, pattern)).isFalse();
	}

}
