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

package io.github.corsstarter.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;

/**
 * Rules, one request, and what has to become of it.
 *
 * @param rules the policies by path pattern
 * @param method the method of the request
 * @param path the path of the request
 * @param headers names and values of its header fields, in turn
 * @param allowed whether the answer has {@code Access-Control-Allow-Origin}
 * @param proceeds whether the request reaches the application
 */
record Scenario(List<PathPolicy> rules, String method, String path, String[] headers, boolean allowed,
		boolean proceeds) {

	/** Those that every filter goes through. */
	static final List<String> BASIC = List.of("not-cors", "actual-allowed", "actual-refused", "preflight-allowed",
			"preflight-refused-origin", "preflight-refused-method", "preflight-refused-header", "pattern-hit",
			"pattern-miss", "no-rule");

	static final List<String> HOSTILE = List.of("long-origin", "many-commas", "many-names", "many-segments");

	static final List<Integer> ORIGIN_COUNTS = List.of(1, 10, 100, 1000, 10_000);

	static final List<Integer> PATTERN_COUNTS = List.of(1, 10, 100, 1000);

	static final List<Integer> PATH_COUNTS = List.of(1, 10, 100, 1000);

	private static final String PATH = "/api/products/42";

	private static final String ALLOWED = "https://shop.example.com";

	private static final String FOREIGN = "https://evil.example.org";

	private static final String BELOW_PATTERN = "https://pr-7.preview.example.com";

	private static final String REQUESTED = "authorization,content-type";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder()
		.allowedOrigins(ALLOWED, "https://admin.example.com", "https://app.example.org")
		.allowedOriginPatterns("https://*.preview.example.com")
		.allowedMethods("GET", "POST", "PUT", "DELETE")
		.allowedHeaders("Content-Type", "Authorization")
		.exposedHeaders("X-Total-Count")
		.allowCredentials(true)
		.build();

	/**
	 * Make sure that nobody is measured who does something else. Spring allows a
	 * preflight that asks for a header that is not allowed, and leaves the refusal to the
	 * browser; the limit is what it is.
	 */
	void verify(String name, String contender, boolean allowed, boolean proceeds) {
		boolean comparable = contender.equals("STARTER") || (contender.equals("SPRING")
				&& !List.of("preflight-refused-header", "many-commas", "many-names").contains(name));
		if (comparable && (allowed != this.allowed || proceeds != this.proceeds)) {
			throw new IllegalStateException(
					"%s, %s: allowed %s, proceeds %s".formatted(name, contender, allowed, proceeds));
		}
	}

	/** The rules, as the starter compiles them. */
	CorsEvaluator evaluator() {
		List<CorsRule> declared = this.rules.stream()
			.map((rule) -> CorsRule.of(rule.pattern(), rule.policy(), rule.pattern()))
			.toList();
		return new CorsEvaluator(CorsRuleSet.compile(declared, "/actuator"));
	}

	static List<String> growing() {
		List<String> names = new ArrayList<>();
		ORIGIN_COUNTS.forEach((count) -> names.add("origins-" + count));
		for (String place : List.of("hit", "miss")) {
			PATTERN_COUNTS.forEach((count) -> names.add("patterns-" + count + "-" + place));
		}
		for (String place : List.of("first", "last", "none")) {
			PATH_COUNTS.forEach((count) -> names.add("paths-" + count + "-" + place));
		}
		return names;
	}

	static Scenario of(String name) {
		String[] parts = name.split("-");
		return switch (name) {
			case "not-cors" -> new Scenario(one(POLICY), "GET", PATH, browser(), false, true);
			case "no-rule" -> actual(one(POLICY), "/other/products/42", ALLOWED, false, true);
			case "actual-allowed" -> actual(one(POLICY), PATH, ALLOWED, true, true);
			case "actual-refused" -> actual(one(POLICY), PATH, FOREIGN, false, false);
			case "preflight-allowed" -> preflight(ALLOWED, "PUT", REQUESTED, true);
			case "preflight-refused-origin" -> preflight(FOREIGN, "PUT", REQUESTED, false);
			case "preflight-refused-method" -> preflight(ALLOWED, "PATCH", REQUESTED, false);
			case "preflight-refused-header" -> preflight(ALLOWED, "PUT", "content-type,x-unknown", false);
			case "pattern-hit" -> actual(one(POLICY), PATH, BELOW_PATTERN, true, true);
			case "pattern-miss" ->
				actual(one(POLICY), PATH, "https://pr-7.preview.example.com.example.org", false, false);
			case "long-origin" -> actual(one(POLICY), PATH, "https://" + "a".repeat(8192), false, false);
			case "many-commas" -> preflight(ALLOWED, "PUT", ",".repeat(4000) + "x-unknown", false);
			case "many-names" -> preflight(ALLOWED, "PUT", "authorization,".repeat(1000) + "content-type", false);
			case "many-segments" -> actual(one(POLICY), "/api" + "/x".repeat(200), ALLOWED, true, true);
			default -> switch (parts[0]) {
				case "origins" -> origins(Integer.parseInt(parts[1]));
				case "patterns" -> patterns(Integer.parseInt(parts[1]), parts[2].equals("hit"));
				case "paths" -> paths(Integer.parseInt(parts[1]), parts[2]);
				default -> throw new IllegalArgumentException(name);
			};
		};
	}

	private static List<PathPolicy> one(CorsPolicyDefinition policy) {
		return List.of(new PathPolicy("/api/**", policy));
	}

	private static Scenario origins(int count) {
		String[] origins = IntStream.range(0, count).mapToObj((i) -> numbered(count - i)).toArray(String[]::new);
		return actual(one(POLICY.toBuilder().allowedOrigins(origins).build()), PATH, numbered(count / 2 + 1), true,
				true);
	}

	private static String numbered(int i) {
		return "https://app-%05d.example.com".formatted(i);
	}

	private static Scenario patterns(int count, boolean hit) {
		String[] patterns = IntStream.range(0, count)
			.mapToObj((i) -> "https://*.team-%04d.example.com".formatted(i))
			.toArray(String[]::new);
		return actual(one(POLICY.toBuilder().allowedOriginPatterns(patterns).build()), PATH,
				hit ? "https://pr-7.team-%04d.example.com".formatted(count / 2) : "https://pr-7.team-9999.example.com",
				hit, hit);
	}

	private static Scenario paths(int count, String place) {
		List<PathPolicy> rules = IntStream.range(0, count)
			.mapToObj((i) -> new PathPolicy(numberedPath(i) + "/**", POLICY))
			.toList();
		boolean governed = !place.equals("none");
		int number = place.equals("first") ? 0 : place.equals("last") ? count - 1 : 9999;
		return actual(rules, numberedPath(number) + "/products/42", ALLOWED, governed, true);
	}

	private static String numberedPath(int i) {
		return "/services/service-%04d/api".formatted(i);
	}

	private static Scenario actual(List<PathPolicy> rules, String path, String origin, boolean allowed,
			boolean proceeds) {
		return new Scenario(rules, "GET", path, browser("Origin", origin), allowed, proceeds);
	}

	private static Scenario preflight(String origin, String method, String headers, boolean allowed) {
		return new Scenario(one(POLICY), "OPTIONS", PATH, browser("Origin", origin, "Access-Control-Request-Method",
				method, "Access-Control-Request-Headers", headers), allowed, false);
	}

	/** What a browser sends with every request, and more. */
	private static String[] browser(String... more) {
		List<String> headers = new ArrayList<>(List.of("Host", "api.example.com", "Connection", "keep-alive",
				"User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0",
				"Accept", "*/*"));
		headers.addAll(List.of(more));
		headers.addAll(List.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty",
				"Referer", "https://app.example.com/", "Accept-Encoding", "gzip, deflate, br, zstd", "Accept-Language",
				"en-US,en;q=0.9"));
		return headers.toArray(String[]::new);
	}

	/**
	 * What is declared about the requests to some paths.
	 *
	 * @param pattern the pattern of the paths
	 * @param policy what is declared
	 */
	record PathPolicy(String pattern, CorsPolicyDefinition policy) {

	}

}
