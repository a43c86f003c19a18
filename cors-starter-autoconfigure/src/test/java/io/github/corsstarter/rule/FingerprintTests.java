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

package io.github.corsstarter.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsPolicyDefinition.Builder;
import io.github.corsstarter.DisallowedRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRuleSet#fingerprint()}.
 */
class FingerprintTests {

	private static Builder policy() {
		return CorsPolicyDefinition.builder()
			.allowedOrigins("https://a.example.com", "https://b.example.com")
			.allowedOriginPatterns("https://*.a.example.com", "https://*.b.example.com")
			.allowedMethods("PUT", "DELETE")
			.allowedHeaders("X-One", "X-Two")
			.exposedHeaders("X-Three", "X-Four");
	}

	static Stream<UnaryOperator<Builder>> differences() {
		return Stream.of((policy) -> policy.allowedOrigins("https://a.example.com"),
				(policy) -> policy.allowedOriginPatterns("https://*.a.example.com"),
				(policy) -> policy.allowedMethods("PUT"), (policy) -> policy.allowedHeaders("X-One"),
				(policy) -> policy.exposedHeaders("X-Three"), (policy) -> policy.allowCredentials(true),
				(policy) -> policy.maxAge(Duration.ofSeconds(1)),
				(policy) -> policy.disallowedRequests(DisallowedRequests.PASS_THROUGH));
	}

	@Test
	void doesNotDependOnTheOrderOrTheSpellingOrTheSource() {
		CorsRuleSet one = set(null, rule("a", policy(), "/a", "/b"), rule("b", policy(), "/c"));
		CorsRuleSet other = set(null,
				new CorsRule("b", List.of("/c"), policy().build(), Mode.ENFORCE, true, Map.of("paths", "somewhere")),
				rule("off", policy(), "/off", false),
				rule("a",
						policy().allowedOrigins("https://b.example.com", "https://a.example.com")
							.allowedOriginPatterns("https://*.b.example.com", "https://*.a.example.com")
							.allowedMethods("DELETE", "PUT")
							.allowedHeaders("x-two", "X-ONE")
							.exposedHeaders("x-four", "x-three"),
						"/b", "/a"));
		assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).matches("[0-9a-f]{64}");
	}

	@ParameterizedTest
	@MethodSource("differences")
	void dependsOnEveryValue(UnaryOperator<Builder> difference) {
		assertThat(set(null, rule("a", difference.apply(policy()), "/a")).fingerprint())
			.isNotEqualTo(set(null, rule("a", policy(), "/a")).fingerprint());
	}

	@Test
	void dependsOnNamePathsModeAndManagementPath() {
		assertThat(
				Stream
					.of(set(null, rule("a", policy(), "/a")), set(null, rule("b", policy(), "/a")),
							set(null, rule("a", policy(), "/b")), set("/actuator", rule("a", policy(), "/a")),
							set(null),
							set(null,
									new CorsRule("a", List.of("/a"), policy().build(), Mode.REPORT_ONLY, true,
											Map.of())))
					.map(CorsRuleSet::fingerprint))
			.doesNotHaveDuplicates();
	}

	private static CorsRuleSet set(String managementPath, CorsRule... rules) {
		return CorsRuleSet.compile(List.of(rules), managementPath);
	}

	private static CorsRule rule(String name, Builder policy, String... paths) {
		return CorsRule.of(name, policy.build(), paths);
	}

	private static CorsRule rule(String name, Builder policy, String path, boolean enabled) {
		return new CorsRule(name, List.of(path), policy.build(), Mode.ENFORCE, enabled, Map.of());
	}

}
