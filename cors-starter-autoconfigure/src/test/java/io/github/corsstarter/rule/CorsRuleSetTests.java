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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsRuleSet}.
 */
class CorsRuleSetTests {

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins("https://app.example.com")
		.build();

	@Test
	void governsNothingWithoutRules() {
		assertThat(CorsRuleSet.empty().match("/")).isNull();
		assertThat(CorsRuleSet.empty().match(PathContainer.parsePath("/"))).isNull();
		assertThat(CorsRuleSet.empty().rules()).isEmpty();
		assertThat(CorsRuleSet.empty().disabledRules()).isEmpty();
		assertThat(CorsRuleSet.empty().warnings()).isEmpty();
	}

	@Test
	void theMostSpecificPatternWinsInWhateverOrderTheRulesAreDeclared() {
		List<CorsRule> rules = new ArrayList<>(List.of(rule("all", "/**"), rule("api", "/api/**"),
				rule("one", "/api/{id}"), rule("detail", "/api/{id}/detail"), rule("items", "/api/items"),
				rule("files", "/files/*.png", "/pictures/**"), rule("deep", "/api/items/a/b/**")));
		Map<String, String> expected = Map.of("/", "all", "/x", "all", "/api", "api", "/api/7", "one", "/api/items",
				"items", "/api/items/detail", "detail", "/api/items/x", "api", "/api/items/a/b/c", "deep",
				"/files/a.png", "files", "/pictures/a/b.png", "files");
		Random random = new Random(7);
		for (int i = 0; i < 50; i++) {
			Collections.shuffle(rules, random);
			CorsRuleSet ruleSet = CorsRuleSet.compile(rules, null);
			expected.forEach((path, name) -> assertThat(nameOf(ruleSet.match(path))).as(path).isEqualTo(name));
			assertThat(ruleSet.rules()).extracting(CompiledRule::name)
				.containsExactly("items", "detail", "one", "files", "deep", "api", "all");
		}
	}

	@Test
	void everyPatternThatMatchesIsACandidate() {
		CorsRule off = new CorsRule("off", List.of("/api/items"), POLICY, Mode.ENFORCE, false, Map.of());
		CorsRuleSet ruleSet = CorsRuleSet.compile(
				List.of(rule("all", "/**"), rule("api", "/api/**", "/api/{id}"), off, rule("ops", "/actuator/health")),
				"/actuator");
		assertThat(ruleSet.candidates("/api/items")).extracting(CorsRuleSetTests::describe)
			.containsExactly("off /api/items disabled", "api /api/{id} governs", "api /api/** less-specific",
					"all /** less-specific");
		assertThat(ruleSet.candidates("/actuator/info")).extracting(CorsRuleSetTests::describe)
			.containsExactly("all /** actuator");
		assertThat(ruleSet.candidates("/actuator/health")).extracting(CorsRuleSetTests::describe)
			.containsExactly("ops /actuator/health governs", "all /** actuator");
		assertThat(ruleSet.candidates("/%zz")).isEmpty();
		assertThat(CorsRuleSet.empty().candidates("/")).isEmpty();
	}

	private static String describe(RuleCandidate candidate) {
		return candidate.rule().name() + " " + candidate.pattern() + " " + candidate.fate().id();
	}

	@Test
	void equallySpecificPatternsHaveAFixedOrder() {
		List<CorsRule> rules = new ArrayList<>(List.of(rule("first", "/a/*"), rule("second", "/*/b")));
		String winner = nameOf(CorsRuleSet.compile(rules, null).match("/a/b"));
		Collections.reverse(rules);
		assertThat(nameOf(CorsRuleSet.compile(rules, null).match("/a/b"))).isEqualTo(winner).isNotNull();
	}

	@Test
	void aRuleStandsWhereItsMostSpecificPatternStandsAndOnce() {
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(rule("middle", "/api/**"), rule("both", "/**", "/api/items")),
				null);
		assertThat(ruleSet.rules()).extracting(CompiledRule::name).containsExactly("both", "middle");
		assertThat(ruleSet.rules().get(0).paths()).containsExactly("/api/items", "/**");
	}

	@Test
	void aDisabledRuleGivesWayToTheNextMostSpecificOne() {
		CorsRule disabled = new CorsRule("api", List.of("/api/**"), POLICY, Mode.ENFORCE, false, Map.of());
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(disabled, rule("all", "/**")), null);
		assertThat(nameOf(ruleSet.match("/api/x"))).isEqualTo("all");
		assertThat(ruleSet.disabledRules()).containsExactly(disabled);
	}

	@Test
	void aDisabledRuleMayHaveThePatternOfAnother() {
		CorsRule disabled = new CorsRule("old", List.of("/api/**"), POLICY, Mode.ENFORCE, false, Map.of());
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(disabled, rule("new", "/api/**")), null);
		assertThat(nameOf(ruleSet.match("/api/x"))).isEqualTo("new");
	}

	@Test
	void onlyPatternsThatNameTheActuatorGovernIt() {
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(rule("all", "/**"), rule("health", "/actuator/health")),
				"/actuator");
		assertThat(nameOf(ruleSet.match("/actuator/health"))).isEqualTo("health");
		assertThat(ruleSet.match("/actuator/info")).isNull();
		assertThat(ruleSet.match("/actuator")).isNull();
		assertThat(nameOf(ruleSet.match("/actuators"))).isEqualTo("all");
	}

	@Test
	void aPatternThatOnlyBeginsLikeTheActuatorDoesNotNameIt() {
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(rule("others", "/actuator*/**"), rule("own", "/actuator")),
				"/actuator");
		assertThat(ruleSet.match("/actuator/health")).isNull();
		assertThat(nameOf(ruleSet.match("/actuators/x"))).isEqualTo("others");
		assertThat(nameOf(ruleSet.match("/actuator"))).isEqualTo("own");
	}

	@Test
	void everyPatternGovernsTheActuatorsPathWhereThereIsNone() {
		assertThat(CorsRuleSet.compile(List.of(rule("all", "/**")), null).match("/actuator/info")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%", "/api/%zz", "/%2", "/a%" })
	void aBrokenPercentEncodingHasNoRule(String path) {
		assertThat(CorsRuleSet.compile(List.of(rule("all", "/**")), null).match(path)).isNull();
	}

	@Test
	void oddPathsNeverThrowAndTheTwoFormsOfAPathHaveTheSameRule() {
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(rule("all", "/**"), rule("api", "/api/**"),
				rule("variables", "/{a}/{b:[0-9]+}/x"), rule("plus", "/a+b/*", "/café/**", "/*.{ext}")), "/actuator");
		Random random = new Random(20);
		String alphabet = "/abz.;=%2eEfF0159+ \\?*{}[]~\u00e9\u20ac\ud83d\0\t#&-_:@actuorpi";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder path = new StringBuilder((random.nextInt(4) == 0) ? "" : "/");
			for (int length = random.nextInt(24); length > 0; length--) {
				path.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			assertThat(ruleSet.match(path.toString())).as("path %s", path)
				.isSameAs(matchParsed(ruleSet, path.toString()));
		}
	}

	private static CompiledRule matchParsed(CorsRuleSet ruleSet, String path) {
		PathContainer parsed;
		try {
			parsed = PathContainer.parsePath(path);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		return ruleSet.match(parsed);
	}

	@Test
	void reportsEveryProblemOfEveryRuleAtOnce() {
		CorsPolicyDefinition bad = POLICY.toBuilder().allowedOrigins("null").build();
		assertThatExceptionOfType(InvalidCorsRulesException.class)
			.isThrownBy(() -> CorsRuleSet.compile(List.of(CorsRule.of("first", bad, "/a/{b"),
					rule("second", "x", "", "/c", "/c"), rule("third", "/c"), rule("third"), rule("fourth", "/d")),
					null))
			.satisfies((ex) -> assertThat(ex.problems())
				.extracting((problem) -> problem.rule() + " " + problem.location() + " " + problem.code())
				.containsExactly("first allowed-origins[0] ORIGIN_NULL", "first paths[0] PATH_BAD_PATTERN",
						"second paths[0] PATH_UNMATCHABLE", "second paths[1] BLANK_ENTRY",
						"second paths[3] DUPLICATE_ENTRY", "third paths[0] PATH_DUPLICATE", "third  RULE_DUPLICATE",
						"third paths PATHS_EMPTY"))
			.withMessageContaining("first: allowed-origins[0] 'null': ")
			.withMessageContaining("third: 'third': ");
	}

	@Test
	void refusesAPatternThatTwoRulesHave() {
		assertThatExceptionOfType(InvalidCorsRulesException.class)
			.isThrownBy(() -> CorsRuleSet.compile(List.of(rule("a", "/api/{x}"), rule("b", "/api/{x}")), null))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(RuleProblem::code)
				.containsExactly(ProblemCode.PATH_DUPLICATE));
	}

	@Test
	void keepsWarnings() {
		CorsRuleSet ruleSet = CorsRuleSet.compile(List.of(rule("api", "/api", "/api")), null);
		assertThat(ruleSet.warnings()).singleElement().satisfies((warning) -> {
			assertThat(warning.code()).isEqualTo(ProblemCode.DUPLICATE_ENTRY);
			assertThat(warning.severity()).isEqualTo(Severity.WARNING);
			assertThat(warning.rule()).isEqualTo("api");
			assertThat(warning.location()).isEqualTo("paths[1]");
			assertThat(warning.value()).isEqualTo("/api");
		});
	}

	@Test
	void aRuleIsImmutable() {
		List<String> paths = new ArrayList<>(List.of("/a"));
		CorsRule rule = new CorsRule("a", paths, POLICY, Mode.ENFORCE, true, Map.of());
		paths.add("/b");
		assertThat(rule.paths()).containsExactly("/a");
	}

	private static CorsRule rule(String name, String... paths) {
		return CorsRule.of(name, POLICY, paths);
	}

	private static String nameOf(CompiledRule rule) {
		return (rule != null) ? rule.name() : null;
	}

}
