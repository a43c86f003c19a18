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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.RulePaths.RulePath;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the index of {@link RulePaths} against the naive search, with random patterns and
 * random paths. The same in every run; {@code -Dlaw.factor=100} looks further.
 */
class RulePathsLawTests {

	private static final int ROUNDS = 4_000 * Integer.getInteger("law.factor", 1);

	private static final int PATHS_PER_ROUND = 40;

	private static final CorsPolicy POLICY = CorsPolicy
		.compile(CorsPolicyDefinition.builder().allowedOrigins("https://app.example.com").build());

	private static final List<String> LITERALS = List.of("a", "b", "ab", "a.b", "..", "a+b", "caf\u00e9", "*a?", "Aa",
			"BB", "actuator", "a b", "\ud83d");

	private static final List<String> WILD = List.of("*", "{x}", "{x:[ab]+}", "{x:a/b}", "*.b", "a?", "{x}.{y}", "a*b",
			"**", "{*x}", "{x:}", "\\d", "{x:\\w+}", "%61", "a;b", "");

	private static final List<String> ODD = List.of("", ".", "..", "%61", "a%2Fb", "%2e%2e", "%", "%zz", ";", ";x=1",
			"a;x=1", "a;", "%3B", "\\", "a\\b", "%C3%A9", "*", "{x}", "1", "a.a.b", "AB", "\0", "C#", "?");

	private static final String[] MANAGEMENT = { null, "/actuator", "/a", "/a/b", "", "/{x}/b", "/*", "/a/" };

	private final PathPatternParser parser = new PathPatternParser();

	private Random random;

	private int matches;

	private int rawDecisions;

	private int managed;

	@Test
	void theIndexFindsWhatTheNaiveSearchFinds() {
		for (int round = 0; round < ROUNDS; round++) {
			this.random = new Random(round);
			compare(round);
		}
		assertThat(this.matches).isGreaterThan(ROUNDS * PATHS_PER_ROUND / 10);
		assertThat(this.rawDecisions).isGreaterThan(ROUNDS * PATHS_PER_ROUND / 10);
		assertThat(this.managed).isGreaterThan(ROUNDS * PATHS_PER_ROUND / 100);
	}

	private void compare(int round) {
		String managementPath = MANAGEMENT[this.random.nextInt(MANAGEMENT.length)];
		PathPattern management = (managementPath != null) ? this.parser.parse(managementPath + "/**") : null;
		List<RulePath> patterns = patterns(managementPath);
		RulePaths index = new RulePaths(patterns, management);
		NaiveRulePaths naive = new NaiveRulePaths(patterns, management);
		for (int i = 0; i < PATHS_PER_ROUND; i++) {
			String path = path(patterns);
			CompiledRule expected = naive.match(path);
			assertThat(index.match(path)).as("round %s, path '%s' among %s", round, path, patterns).isSameAs(expected);
			PathContainer parsed = parsed(path);
			if (parsed != null) {
				assertThat(index.match(parsed)).as("round %s, parsed '%s'", round, path).isSameAs(expected);
				this.managed += (management != null && management.matches(parsed)) ? 1 : 0;
			}
			this.matches += (expected != null) ? 1 : 0;
			this.rawDecisions += (path.indexOf('%') < 0 && path.indexOf(';') < 0) ? 1 : 0;
		}
	}

	private static PathContainer parsed(String path) {
		try {
			return PathContainer.parsePath(path);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private List<RulePath> patterns(String managementPath) {
		Map<PathPattern, RulePath> patterns = new LinkedHashMap<>();
		for (int count = this.random.nextInt(12); count >= 0; count--) {
			String value = pattern();
			try {
				PathPattern pattern = this.parser.parse(value);
				boolean named = managementPath != null
						&& (value.equals(managementPath) || value.startsWith(managementPath + "/"));
				CompiledRule rule = new CompiledRule(CorsRule.of(value, POLICY.definition(), value), POLICY, null,
						List.of(value));
				patterns.put(pattern, new RulePath(pattern, rule, named));
			}
			catch (PatternParseException ex) {
				// refused when rules are compiled, too
			}
		}
		return new ArrayList<>(patterns.values());
	}

	private String pattern() {
		StringBuilder pattern = new StringBuilder();
		for (int segments = this.random.nextInt(4); segments >= 0; segments--) {
			pattern.append('/').append(oneOf((this.random.nextInt(3) > 0) ? LITERALS : WILD));
		}
		switch (this.random.nextInt(6)) {
			case 0 -> pattern.append("/**");
			case 1 -> pattern.append("/");
			case 2 -> pattern.append("/*");
			case 3 -> pattern.append("/{*rest}");
			default -> {
				// as it is
			}
		}
		return pattern.toString();
	}

	/** A path that is likely to be matched by one of the patterns, or nearly so. */
	private String path(List<RulePath> patterns) {
		StringBuilder path = new StringBuilder();
		if (patterns.isEmpty() || this.random.nextInt(4) == 0) {
			for (int segments = this.random.nextInt(6); segments > 0; segments--) {
				path.append('/').append(oneOf((this.random.nextInt(3) > 0) ? LITERALS : ODD));
			}
		}
		else {
			String pattern = patterns.get(this.random.nextInt(patterns.size())).pattern().getPatternString();
			for (String segment : pattern.substring(1).split("/", -1)) {
				boolean literal = PathIndex.isLiteral(segment) && this.random.nextInt(12) > 0;
				path.append('/').append(literal ? segment : oneOf(this.random.nextBoolean() ? LITERALS : ODD));
			}
		}
		return switch (this.random.nextInt(16)) {
			case 0 -> path + "/";
			case 1 -> path + "//";
			case 2 -> path + ";x";
			case 3 -> path + "/" + oneOf(ODD);
			case 4 -> path.isEmpty() ? "" : path.substring(1);
			case 5 -> path.insert(this.random.nextInt(path.length() + 1), '/').toString();
			default -> path.toString();
		};
	}

	private String oneOf(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
