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
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.PublicSuffixes;
import io.github.corsstarter.origin.SerializedOrigin;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.PathCheck;
import io.github.corsstarter.rule.RuleProblem;

import org.springframework.core.env.Environment;

/**
 * What is fine while developing and seldom meant in production. Silent unless a profile
 * says that this is production.
 */
final class ProductionAdvice {

	private static final Set<String> PROFILES = Set.of("prod", "production", "prd", "live");

	private static final String ANY = "*";

	private static final String ORIGINS = "allowed-origins";

	private final boolean production;

	ProductionAdvice(Environment environment) {
		this.production = Stream.of(environment.getActiveProfiles())
			.anyMatch((profile) -> PROFILES.contains(profile.toLowerCase(Locale.ROOT)));
	}

	void check(List<CorsRule> rules, ProblemCollector problems) {
		if (this.production) {
			rules.forEach((rule) -> check(rule, problems));
			rules.stream().filter(ProductionAdvice::isOpen).forEach((rule) -> checkPaths(rule, rules, problems));
		}
	}

	private static boolean isOpen(CorsRule rule) {
		return rule.policy().allowedOrigins().contains(ANY);
	}

	private static void checkPaths(CorsRule open, List<CorsRule> rules, ProblemCollector problems) {
		rules.stream()
			.filter((rule) -> !isOpen(rule))
			.filter((rule) -> open.paths()
				.stream()
				.anyMatch((path) -> rule.paths().stream().anyMatch((child) -> PathCheck.covers(path, child))))
			.findFirst()
			.ifPresent((rule) -> problems.add(new RuleProblem(open.name(), "paths", String.join(", ", open.paths()),
					ProblemCode.PRODUCTION_PARENT_MORE_OPEN, "It is open to any origin, and what lies below, in the"
							+ " rule '" + rule.name() + "', is not; a new path beside that one is open.",
					null)));
	}

	private void check(CorsRule rule, ProblemCollector problems) {
		CorsPolicyDefinition policy = rule.policy();
		report(rule, problems, ORIGINS, policy.allowedOrigins(), ANY::equals, ProblemCode.PRODUCTION_ANY_ORIGIN,
				"Every site can read the answers.");
		report(rule, problems, ORIGINS, policy.allowedOrigins(), ProductionAdvice::isLocal,
				ProblemCode.PRODUCTION_LOCAL_ORIGIN, "An address of a developer's machine or of a private network.");
		report(rule, problems, ORIGINS, policy.allowedOrigins(), (value) -> isHttp(value) && !isLocal(value),
				ProblemCode.PRODUCTION_INSECURE_ORIGIN,
				"Whoever controls the network of a user can run script in an http origin.");
		report(rule, problems, ORIGINS, policy.allowedOrigins(), ProductionAdvice::isShared,
				ProblemCode.PRODUCTION_SHARED_HOST,
				"A name of a hosting platform; when it is given up, another customer can take it.");
		String patterns = "allowed-origin-patterns";
		report(rule, problems, patterns, policy.allowedOriginPatterns(), ProductionAdvice::isLocal,
				ProblemCode.PRODUCTION_LOCAL_ORIGIN, "An address of a developer's machine or of a private network.");
		report(rule, problems, patterns, policy.allowedOriginPatterns(), (value) -> isHttp(value) && !isLocal(value),
				ProblemCode.PRODUCTION_INSECURE_ORIGIN,
				"Whoever controls the network of a user can run script in an http origin.");
		if (policy.allowCredentials()) {
			report(rule, problems, patterns, policy.allowedOriginPatterns(), ProductionAdvice::hasSubdomains,
					ProblemCode.PRODUCTION_SUBDOMAINS_WITH_CREDENTIALS,
					"One forgotten or taken over subdomain can read what a signed-in user may read.");
		}
		report(rule, problems, "allowed-methods", policy.allowedMethods(), ANY::equals,
				ProblemCode.PRODUCTION_ANY_METHOD, "A list of the methods that are needed says what is meant.");
	}

	private static void report(CorsRule rule, ProblemCollector problems, String key, List<String> values,
			Predicate<String> advised, ProblemCode code, String message) {
		for (int i = 0; i < values.size(); i++) {
			if (advised.test(values.get(i))) {
				problems.add(new RuleProblem(rule.name(), key + "[" + i + "]", values.get(i), code, message, null));
			}
		}
	}

	private static boolean isHttp(String value) {
		return value.startsWith("http:");
	}

	private static boolean hasSubdomains(String value) {
		OriginPattern pattern = OriginPattern.parse(value);
		return pattern != null && pattern.hasSubdomains() && !pattern.isLoopback();
	}

	private static boolean isShared(String value) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		if (origin == null) {
			return false;
		}
		String host = origin.host();
		int dot = host.indexOf('.');
		return dot >= 0 && PublicSuffixes.isOfPlatform(host.substring(dot + 1));
	}

	private static boolean isLocal(String value) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		if (origin != null) {
			return origin.isLoopback() || isPrivate(origin.host());
		}
		OriginPattern pattern = OriginPattern.parse(value);
		return pattern != null && (pattern.isLoopback() || isPrivate(pattern.host()));
	}

	private static boolean isPrivate(String host) {
		if (host.startsWith("172.") && host.length() > 6) {
			int second = Character.digit(host.charAt(4), 10) * 10 + Character.digit(host.charAt(5), 10);
			return host.charAt(6) == '.' && second >= 16 && second <= 31;
		}
		return host.startsWith("10.") || host.startsWith("192.168.") || host.startsWith("169.254.")
				|| host.startsWith("[fe80:") || host.startsWith("[fc") || host.startsWith("[fd")
				|| host.endsWith(".local") || host.endsWith(".internal");
	}

}
