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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.autoconfigure.DecisionTableTests.Case;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsExplanation.Candidate;
import io.github.corsstarter.explain.CorsExplanation.Change;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.explain.ExplainQuery;
import io.github.corsstarter.explain.InvalidExplainQueryException;
import io.github.corsstarter.explain.Surroundings;
import io.github.corsstarter.rule.CorsEvaluator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what an explanation proposes: the lines of YAML are put into the configuration,
 * and the request that was blocked has to pass.
 */
class ProposedFixTests {

	private static final List<String> ORIGINS = List.of("https://shop.example.com", "http://shop.example.com",
			"https://www.shop.example.com", "https://example.com", "http://localhost:3000", "http://localhost:5173",
			"http://127.0.0.1:3000", "https://a.preview.example.com", "https://shop.example.com.evil.test",
			"https://app.github.io", "https://[2001:db8::1]:8443", "null", "https://shop.example.com/",
			"chrome-extension://abcdefghijklmnop");

	private static final List<String> ALLOWED_ORIGINS = List.of("https://shop.example.com", "http://localhost:3000",
			"*", "", "https://example.com, https://other.test", "https://[2001:db8::1]:8443");

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "patch", "PATCH", "delete", "OPTIONS",
			"M-SEARCH", "TRACE", "foo!", "*");

	private static final List<String> HEADERS = List.of("", "Content-Type", "Content-Type: text/plain", "Authorization",
			"X-A, x-b, X-A", "Access-Control-Allow-Origin, X-A", "Accept: text/html, Authorization: Bearer x", "X-#",
			"*", "Range: bytes=-5");

	private int configured;

	private int called;

	@Test
	void whatIsProposedForTheRefusalsOfTheDecisionTableHelps() {
		DecisionTableTests.cases().forEach((each) -> {
			CorsRequest request = each.request();
			String method = request.accessControlRequestMethod();
			boolean preflight = request.method().equals("OPTIONS") && method != null;
			Question question = new Question(each.path(), request.origin(), preflight ? method : request.method(),
					preflight ? request.accessControlRequestHeaders() : null, false);
			doAllThatIsProposed(each.properties(), managementPath(each), question);
		});
		assertThat(this.configured).isGreaterThan(120);
		assertThat(this.called).isGreaterThan(50);
	}

	private static String managementPath(Case each) {
		return String.valueOf(each.json().get("needs")).contains("actuator") ? "/actuator" : null;
	}

	@Test
	void whatIsProposedForAnyRefusalHelps() {
		for (int seed = 0; seed < 400; seed++) {
			SplittableRandom random = new SplittableRandom(seed);
			Map<String, Object> properties = properties(random);
			Question question = new Question(
					pick(random, List.of("/api/orders", "/api", "/api/x?y", "/", "/other/x", "/off/x")),
					pick(random, ORIGINS), random.nextBoolean() ? "GET" : pick(random, METHODS),
					random.nextBoolean() ? "" : pick(random, HEADERS), random.nextBoolean());
			doAllThatIsProposed(properties, null, question);
		}
		assertThat(this.configured).isGreaterThan(50);
		assertThat(this.called).isGreaterThan(8);
	}

	private static Map<String, Object> properties(SplittableRandom random) {
		Map<String, Object> properties = new TreeMap<>();
		String rule = "cors.rules.api.";
		properties.put(rule + "paths", "/api/**");
		properties.put(rule + "allowed-origins", pick(random, ALLOWED_ORIGINS));
		boolean any = properties.containsValue("*");
		if (!any && random.nextInt(3) == 0) {
			properties.put(rule + "allowed-origin-patterns",
					pick(random, List.of("https://*.preview.example.com", "http://localhost:[3000,8080]")));
		}
		boolean credentials = !any && random.nextInt(3) == 0;
		properties.put(rule + "allow-credentials", Boolean.toString(credentials));
		if (random.nextBoolean()) {
			properties.put("cors.defaults.allowed-methods", pick(random, List.of("GET, PUT", "*", "")));
		}
		if (random.nextBoolean()) {
			properties.put(rule + "allowed-headers[0]", pick(random, List.of("X-A", "*", "Content-Type")));
		}
		if (random.nextInt(4) == 0) {
			properties.put(rule + "disallowed-requests", "pass-through");
		}
		properties.put("cors.rules.off.paths", "/off/**");
		properties.put("cors.rules.off.enabled", "false");
		properties.put("cors.rules.off.allowed-origins", "https://shop.example.com");
		return properties;
	}

	private static String pick(SplittableRandom random, List<String> values) {
		return values.get(random.nextInt(values.size()));
	}

	private void doAllThatIsProposed(Map<String, Object> properties, String managementPath, Question question) {
		Configured now = Configured.properties(properties).withManagementPath(managementPath);
		CorsExplanation explanation;
		try {
			explanation = explain(now, question);
		}
		catch (InvalidExplainQueryException ex) {
			return;
		}
		assertThat(explanation.rule()
			.candidates()
			.stream()
			.filter((candidate) -> candidate.fate().equals("governs"))
			.map(Candidate::rule)).as(question.toString())
			.isEqualTo(Stream.ofNullable(explanation.rule().name()).toList());
		for (Fix fix : explanation.fixes()) {
			String description = question + " under " + properties + ": " + fix;
			if (fix.who().equals("caller")) {
				if (fix.complete()) {
					assertThat(verdict(now, question.instead(fix.sentence()))).as(description).isEqualTo("allowed");
					this.called++;
				}
			}
			else if (fix.changes().stream().allMatch((change) -> isOurs(change) && !change.yaml().startsWith("- "))) {
				Configured changed = Configured.yaml(yaml(fix.changes()))
					.andProperties(namesAndValues(properties))
					.withManagementPath(managementPath);
				String verdict = verdict(changed, question);
				if (fix.complete()) {
					assertThat(verdict).as(description).isEqualTo("allowed");
					this.configured++;
				}
			}
		}
		String verdict = explanation.browser().verdict();
		if (!verdict.equals("not-sent")) {
			assertThat(explanation.fixes().isEmpty()).as(question + " under " + properties + ": " + explanation)
				.isEqualTo(!verdict.equals("blocked") && !verdict.equals("unknown"));
		}
	}

	private static boolean isOurs(Change change) {
		return change.property() != null && change.property().startsWith("cors.rules.");
	}

	private static String[] yaml(List<Change> changes) {
		List<String> lines = new ArrayList<>(List.of("cors:", "  rules:"));
		String rule = "";
		for (Change change : changes) {
			int keyStart = change.property().lastIndexOf('.') + 1;
			rule = change.property().substring("cors.rules.".length(), keyStart - 1);
			if (lines.size() == 2) {
				lines.add("    \"" + rule + "\":");
			}
			assertThat(change.yaml()).startsWith(change.property().substring(keyStart) + ": ");
			assertThat(change.place()).startsWith(change.property());
			lines.add("      " + change.yaml());
		}
		return changes.isEmpty() ? new String[] { "none: true" } : lines.toArray(String[]::new);
	}

	private static String[] namesAndValues(Map<String, Object> properties) {
		return properties.entrySet()
			.stream()
			.flatMap((property) -> Stream.of(property.getKey(), String.valueOf(property.getValue())))
			.toArray(String[]::new);
	}

	private static String verdict(Configured configured, Question question) {
		return explain(configured, question).browser().verdict();
	}

	private static CorsExplanation explain(Configured configured, Question question) {
		return new CorsExplainer(new CorsEvaluator(configured.load().ruleSet()), Surroundings.UNKNOWN)
			.explain(ExplainQuery.of(question.path(), question.origin(), question.method(), question.headers(),
					Boolean.toString(question.credentials()), null, null));
	}

	/**
	 * What is asked.
	 *
	 * @param path the path
	 * @param origin the origin
	 * @param method the method
	 * @param headers the headers
	 * @param credentials whether with credentials
	 */
	private record Question(String path, String origin, String method, String headers, boolean credentials) {

		Question instead(String sentence) {
			String page = "Open the page from ";
			if (sentence.startsWith(page)) {
				String origin = sentence.substring(page.length(), sentence.length() - 1);
				return new Question(this.path, origin, this.method, this.headers, this.credentials);
			}
			if (sentence.startsWith("Leave the credentials out")) {
				return new Question(this.path, this.origin, this.method, this.headers, false);
			}
			if (sentence.startsWith("Write the method in upper case")) {
				return new Question(this.path, this.origin, this.method.toUpperCase(Locale.ROOT), this.headers,
						this.credentials);
			}
			assertThat(sentence).startsWith("Leave out the headers that no rule can allow: ");
			String kept = Stream.of(this.headers.split(","))
				.map(String::strip)
				.filter((name) -> !sentence.contains(name))
				.reduce("", (a, b) -> a + "," + b);
			return new Question(this.path, this.origin, this.method, kept, this.credentials);
		}

	}

}
