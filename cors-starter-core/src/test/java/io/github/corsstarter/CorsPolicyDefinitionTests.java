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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsPolicyDefinition}.
 */
class CorsPolicyDefinitionTests {

	@Test
	void startsWithTheDefaults() {
		CorsPolicyDefinition definition = CorsPolicyDefinition.builder().build();
		assertThat(definition).isEqualTo(new CorsPolicyDefinition(List.of(), List.of(), List.of("GET", "HEAD", "POST"),
				List.of("Content-Type", "Authorization"), List.of(), false, Duration.ofMinutes(30),
				DisallowedRequests.REJECT, false, false));
	}

	@Test
	void setsEveryValue() {
		CorsPolicyDefinition definition = everything().build();
		assertThat(definition.allowedOrigins()).containsExactly("https://a.example");
		assertThat(definition.allowedOriginPatterns()).containsExactly("https://*.b.example");
		assertThat(definition.allowedMethods()).containsExactly("PUT");
		assertThat(definition.allowedHeaders()).containsExactly("X-A");
		assertThat(definition.exposedHeaders()).containsExactly("X-B");
		assertThat(definition.allowCredentials()).isTrue();
		assertThat(definition.maxAge()).isEqualTo(Duration.ofSeconds(7));
		assertThat(definition.disallowedRequests()).isEqualTo(DisallowedRequests.PASS_THROUGH);
		assertThat(definition.dangerouslyTolerateInsecureOrigins()).isTrue();
		assertThat(definition.dangerouslyToleratePublicSuffixPatterns()).isTrue();
	}

	@Test
	void setsTheTwoDangerousValuesApart() {
		assertThat(CorsPolicyDefinition.builder()
			.dangerouslyTolerateInsecureOrigins(true)
			.build()
			.dangerouslyToleratePublicSuffixPatterns()).isFalse();
		assertThat(CorsPolicyDefinition.builder()
			.dangerouslyToleratePublicSuffixPatterns(true)
			.build()
			.dangerouslyTolerateInsecureOrigins()).isFalse();
	}

	@Test
	void survivesTheWayToABuilderAndBack() {
		CorsPolicyDefinition definition = everything().build();
		assertThat(definition.toBuilder().build()).isEqualTo(definition);
	}

	@Test
	void doesNotChangeWithTheListsThatItWasMadeOf() {
		List<String> origins = new ArrayList<>(List.of("https://a.example"));
		CorsPolicyDefinition definition = CorsPolicyDefinition.builder().allowedOrigins(origins).build();
		origins.add("https://b.example");
		assertThat(definition.allowedOrigins()).containsExactly("https://a.example");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> definition.allowedOrigins().add("https://c.example"));
	}

	private static CorsPolicyDefinition.Builder everything() {
		return CorsPolicyDefinition.builder()
			.allowedOrigins("https://a.example")
			.allowedOriginPatterns("https://*.b.example")
			.allowedMethods("PUT")
			.allowedHeaders("X-A")
			.exposedHeaders("X-B")
			.allowCredentials(true)
			.maxAge(Duration.ofSeconds(7))
			.disallowedRequests(DisallowedRequests.PASS_THROUGH)
			.dangerouslyTolerateInsecureOrigins(true)
			.dangerouslyToleratePublicSuffixPatterns(true);
	}

}
