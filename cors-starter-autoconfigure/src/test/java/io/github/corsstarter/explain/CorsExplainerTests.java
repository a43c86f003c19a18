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

package io.github.corsstarter.explain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.explain.CorsExplanation.BrowserView;
import io.github.corsstarter.explain.CorsExplanation.Candidate;
import io.github.corsstarter.explain.CorsExplanation.Change;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.explain.CorsExplanation.Layer;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CorsExplainer}.
 */
class CorsExplainerTests {

	private static final Layer LAYER = new Layer("cors-filter", "filter 'corsFilter'", "The rule wins.");

	private final CorsExplainer explainer = new CorsExplainer(new CorsEvaluator(rules()),
			new Surroundings(() -> List.of(LAYER), () -> "http://localhost:4711", "/ctx", false));

	private static CorsRuleSet rules() {
		CorsPolicyDefinition shop = CorsPolicyDefinition.builder()
			.allowedOrigins("https://shop.example.com", "http://localhost:3000")
			.allowedMethods("GET", "PUT")
			.exposedHeaders("X-Total-Count")
			.allowCredentials(true)
			.build();
		CorsPolicyDefinition any = CorsPolicyDefinition.builder().allowedOrigins("*").build();
		return CorsRuleSet.compile(List.of(
				new CorsRule("shop", List.of("/api/**"), shop, Mode.ENFORCE, true,
						Map.of("allowed-origins", "cors.rules.shop.allowed-origins - application.yml - 6:24",
								"allowed-methods", "cors.defaults.allowed-methods - application.yml - 3:5")),
				new CorsRule("off", List.of("/api/orders/{id}", "/off"), any, Mode.ENFORCE, false,
						Map.of("allowed-origins", "x")),
				new CorsRule("trial", List.of("/trial/**"), shop, Mode.REPORT_ONLY, true, Map.of("mode", "y")),
				new CorsRule("rest", List.of("/**"), any, Mode.ENFORCE, true, Map.of("allowed-origins", "x")),
				CorsRule.of("pass",
						shop.toBuilder()
							.allowCredentials(false)
							.disallowedRequests(DisallowedRequests.PASS_THROUGH)
							.build(),
						"/pass/**")),
				"/actuator");
	}

	private CorsExplanation explain(String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, boolean credentials) {
		return this.explainer
			.explain(ExplainQuery.of(path, origin, method, headers, Boolean.toString(credentials), null, null));
	}

	@Test
	void saysWhichRuleGovernsAndWhichDoNot() {
		CorsExplanation explanation = explain("/api/orders/7", "https://shop.example.com", null, null, false);
		assertThat(explanation.rule().name()).isEqualTo("shop");
		assertThat(explanation.rule().pattern()).isEqualTo("/api/**");
		assertThat(explanation.rule().sentence())
			.isEqualTo("Its pattern is the most specific of the 2 that match the path.");
		assertThat(explanation.rule().candidates()).containsExactly(
				new Candidate("off", "/api/orders/{id}", "disabled", "The rule is not enabled and passed over."),
				new Candidate("shop", "/api/**", "governs", "Nothing more specific matches: its rule governs."),
				new Candidate("rest", "/**", "less-specific", "Less specific than /api/**."));
		assertThat(explanation.rule().sources())
			.contains(entry("allowed-origins", "cors.rules.shop.allowed-origins - application.yml - 6:24"));
		assertThat(explanation.rule().otherLayers()).containsExactly(LAYER);
	}

	@Test
	void saysThatAllIsWellAndWhatTheBrowserKeeps() {
		CorsExplanation explanation = explain("/ctx/api/orders?x=1", "https://shop.example.com", "put",
				"Content-Type: application/json", true);
		assertThat(explanation.summary()).isEqualTo("The request passes.");
		assertThat(explanation.request().url()).isEqualTo("http://localhost:4711/ctx/api/orders?x=1");
		assertThat(explanation.request().path()).isEqualTo("/api/orders");
		assertThat(explanation.request().method()).isEqualTo("PUT");
		assertThat(explanation.preflight().reasons()).extracting((reason) -> reason.part() + " " + reason.name())
			.containsExactly("method PUT", "header Content-Type");
		assertThat(explanation.preflight().exchange()).isNotNull();
		assertThat(explanation.preflight().exchange().request().headers()).containsExactly(new Field("Accept", "*/*"),
				new Field("Access-Control-Request-Method", "PUT"),
				new Field("Access-Control-Request-Headers", "content-type"),
				new Field("Origin", "https://shop.example.com"), new Field("Sec-Fetch-Mode", "cors"),
				new Field("Sec-Fetch-Dest", "empty"));
		assertThat(explanation.preflight().exchange().answer().status()).isEqualTo(204);
		assertThat(explanation.preflight().exchange().answer().headers()).containsExactly(
				new Field("Access-Control-Allow-Origin", "https://shop.example.com"),
				new Field("Access-Control-Allow-Credentials", "true"),
				new Field("Access-Control-Allow-Methods", "GET, PUT"),
				new Field("Access-Control-Allow-Headers", "Content-Type, Authorization"),
				new Field("Access-Control-Max-Age", "1800"),
				new Field("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"));
		assertThat(explanation.actual().answer().decision()).isEqualTo("actual-allowed");
		assertThat(explanation.actual().answer().status()).isNull();
		BrowserView browser = explanation.browser();
		assertThat(browser.verdict()).isEqualTo("allowed");
		assertThat(browser.checks()).hasSize(7).allMatch(CorsExplanation.Check::passed);
		assertThat(browser.cache()).isNotNull();
		assertThat(browser.cache().maxAge()).isEqualTo(1800);
		assertThat(browser.readableHeaders()).contains("Content-Type", "X-Total-Count").hasSize(8);
		assertThat(explanation.fixes()).isEmpty();
		assertThat(explanation.curl()).extracting(CorsExplanation.Command::command)
			.containsExactly("curl -i -X OPTIONS 'http://localhost:4711/ctx/api/orders?x=1' -H 'Accept: */*'"
					+ " -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type'"
					+ " -H 'Origin: https://shop.example.com' -H 'Sec-Fetch-Mode: cors' -H 'Sec-Fetch-Dest: empty'",
					"curl -i -X PUT 'http://localhost:4711/ctx/api/orders?x=1' -H 'Origin: https://shop.example.com'"
							+ " -H 'Content-Type: application/json'");
	}

	@Test
	void namesEverythingThatHasToBeAddedWithItsPlace() {
		CorsExplanation explanation = explain("/api/orders", "https://admin.example.com", "DELETE", "X-Trace", true);
		assertThat(explanation.summary()).isEqualTo("The browser blocks the request: the origin is not allowed.");
		assertThat(explanation.browser().failure()).isEqualTo("missing-allow-origin");
		assertThat(explanation.browser().console()).isNotNull();
		assertThat(explanation.browser().console().chromium()).isEqualTo(
				"Access to fetch at 'http://localhost:4711/ctx/api/orders' from origin 'https://admin.example.com' has been"
						+ " blocked by CORS policy: Response to preflight request doesn't pass access control check: No"
						+ " 'Access-Control-Allow-Origin' header is present on the requested resource.");
		assertThat(explanation.nearestOrigin()).isNotNull();
		assertThat(explanation.nearestOrigin().differences()).containsExactly("sibling");
		assertThat(explanation.fixes()).containsExactly(new Fix("configuration", true,
				"In the rule shop, add https://admin.example.com to allowed-origins, add DELETE to allowed-methods, add"
						+ " X-Trace to allowed-headers.",
				List.of(new Change("cors.rules.shop.allowed-origins", "cors.rules.shop.allowed-origins[2]",
						"cors.rules.shop.allowed-origins - application.yml - 6:24",
						"https://shop.example.com, http://localhost:3000, https://admin.example.com",
						"allowed-origins: https://shop.example.com, http://localhost:3000, https://admin.example.com"),
						new Change("cors.rules.shop.allowed-methods", "cors.rules.shop.allowed-methods[2]",
								"cors.defaults.allowed-methods - application.yml - 3:5", "GET, PUT, DELETE",
								"allowed-methods: GET, PUT, DELETE"),
						new Change("cors.rules.shop.allowed-headers", "cors.rules.shop.allowed-headers", null,
								"Content-Type, Authorization, X-Trace",
								"allowed-headers: Content-Type, Authorization, X-Trace"))));
	}

	@Test
	void sendsTheCallerToHttpsFirst() {
		CorsExplanation explanation = explain("/api/orders", "http://shop.example.com", null, null, false);
		assertThat(explanation.fixes())
			.containsExactly(new Fix("caller", true, "Open the page from https://shop.example.com.", List.of()));
	}

	@Test
	void sendsTheCallerToUpperCaseFirst() {
		CorsExplanation explanation = explain("/api/orders", "https://shop.example.com", "patch", null, false);
		assertThat(explanation.request().method()).isEqualTo("patch");
		assertThat(explanation.fixes()).extracting(Fix::who).containsExactly("caller", "configuration");
		assertThat(explanation.fixes()).extracting(Fix::complete).containsExactly(false, false);
		assertThat(explanation.fixes().get(1).changes()).extracting(Change::value).containsExactly("GET, PUT, PATCH");
	}

	@Test
	void saysThatNoScriptCanSendAForbiddenMethod() {
		CorsExplanation explanation = explain("/api/orders", "https://shop.example.com", "TRACE", null, false);
		assertThat(explanation.browser().verdict()).isEqualTo("not-sent");
		assertThat(explanation.browser().console()).isNotNull();
		assertThat(explanation.browser().console().chromium())
			.isEqualTo("TypeError: Failed to execute 'fetch' on 'Window': 'TRACE' HTTP method is unsupported.");
		assertThat(explanation.fixes()).extracting(Fix::who).containsExactly("caller");
	}

	@Test
	void anyOriginDoesNotGoWithCredentials() {
		CorsExplanation explanation = explain("/x", "https://shop.example.com", null, null, true);
		assertThat(explanation.summary()).isEqualTo("The browser blocks the request: credentials are not allowed.");
		assertThat(explanation.browser().failure()).isEqualTo("wildcard-with-credentials");
		assertThat(explanation.fixes()).extracting(Fix::who).containsExactly("caller", "configuration");
		assertThat(explanation.fixes()).allMatch(Fix::complete);
		assertThat(explanation.fixes().get(1).changes()).extracting(Change::yaml)
			.containsExactly("allowed-origins: https://shop.example.com", "allow-credentials: true");
	}

	@Test
	void saysWhereTheRuleIsABean() {
		CorsExplanation explanation = explain("/pass/x", "https://shop.example.com", null, null, true);
		assertThat(explanation.browser().failure()).isEqualTo("credentials-not-allowed");
		assertThat(explanation.fixes().get(0))
			.isEqualTo(new Fix("configuration", true, "In the rule pass, set allow-credentials to true.",
					List.of(new Change(null, "allow-credentials of the bean that is the rule pass", null, "true",
							"allow-credentials: true"))));
		assertThat(explanation.fixes().get(1).complete()).isTrue();
	}

	@Test
	void aRequestThatIsPassedThroughIsBlockedByTheBrowser() {
		CorsExplanation explanation = explain("/pass/x", "https://other.test", null, null, false);
		assertThat(explanation.actual().answer().decision()).isEqualTo("actual-passed-through");
		assertThat(explanation.actual().answer().sentence()).endsWith("since the origin is not allowed.");
		assertThat(explanation.browser().verdict()).isEqualTo("blocked");
	}

	@Test
	void aRuleThatOnlyReportsChangesNothing() {
		CorsExplanation explanation = explain("/trial/x", "https://other.test", "PUT", null, false);
		assertThat(explanation.summary())
			.isEqualTo("The rule trial only reports and would refuse the request: the origin is not allowed.");
		assertThat(explanation.preflight().exchange()).isNotNull();
		assertThat(explanation.preflight().exchange().answer().decision()).isEqualTo("untouched");
		assertThat(explanation.preflight().exchange().answer().reported()).isEqualTo("preflight-refused");
		assertThat(explanation.preflight().exchange().answer().headers()).isEmpty();
		assertThat(explanation.browser().verdict()).isEqualTo("unknown");
		assertThat(explanation.browser().sentence()).endsWith("If the rule were enforced, the browser would block it.");
		assertThat(explanation.fixes()).extracting(Fix::complete).containsExactly(false);
		CorsExplanation allowed = explain("/trial/x", "https://shop.example.com", "PUT", null, false);
		assertThat(allowed.summary()).isEqualTo("The rule trial only reports and would let the request pass.");
		assertThat(allowed.fixes()).extracting((fix) -> fix.changes().get(0).yaml()).containsExactly("mode: enforce");
	}

	@Test
	void saysWhoDecidesWithoutARule() {
		CorsExplainer none = new CorsExplainer(new CorsEvaluator(CorsRuleSet.empty()), Surroundings.UNKNOWN);
		CorsExplanation explanation = none
			.explain(ExplainQuery.of("/api/orders", "https://shop.example.com", "patch", "X-A", "true", null, null));
		assertThat(explanation.summary()).isEqualTo("No rule governs the path: the application decides.");
		assertThat(explanation.rule().sentence()).startsWith("There is no rule that is enabled: ")
			.endsWith("goes on to the application, too, where Spring Security may refuse it.");
		assertThat(explanation.browser().verdict()).isEqualTo("unknown");
		assertThat(explanation.actual().answer().decision()).isEqualTo("untouched");
		assertThat(explanation.fixes()).singleElement().satisfies((fix) -> {
			assertThat(fix.complete()).as("patch in lower case").isFalse();
			assertThat(fix.changes()).extracting(Change::property, Change::value)
				.containsExactly(tuple("cors.rules.api.paths", "/api/**"),
						tuple("cors.rules.api.allowed-origins", "https://shop.example.com"),
						tuple("cors.rules.api.allowed-methods", "GET, HEAD, POST, PATCH"),
						tuple("cors.rules.api.allowed-headers", "x-a"),
						tuple("cors.rules.api.allow-credentials", "true"));
		});
	}

	@Test
	void saysThatTheActuatorHasPropertiesOfItsOwn() {
		CorsExplanation explanation = explain("/actuator/health", "https://shop.example.com", null, null, false);
		assertThat(explanation.rule().name()).isNull();
		assertThat(explanation.rule().sentence()).contains("management.endpoints.web.cors.*");
		assertThat(explanation.rule().candidates()).extracting(Candidate::fate).containsExactly("actuator");
		assertThat(explanation.fixes()).singleElement()
			.extracting((fix) -> fix.changes().get(0).property())
			.isEqualTo("management.endpoints.web.cors.allowed-origins");
	}

	@Test
	void proposesToEnableADisabledRule() {
		CorsExplainer explainer = new CorsExplainer(
				new CorsEvaluator(CorsRuleSet.compile(List
					.of(new CorsRule("off", List.of("/off"), CorsPolicyDefinition.builder().allowedOrigins("*").build(),
							Mode.ENFORCE, false, Map.of("enabled", "application.yml - 3:9"))),
						null)),
				Surroundings.UNKNOWN);
		CorsExplanation explanation = explainer
			.explain(ExplainQuery.of("/off", "https://a.test", null, null, null, null, null));
		assertThat(explanation.fixes()).containsExactly(
				new Fix("configuration", true, "Enable the rule off.", List.of(new Change("cors.rules.off.enabled",
						"cors.rules.off.enabled", "application.yml - 3:9", "true", "enabled: true"))));
	}

	@Test
	void aRequestWithoutOriginIsNoCorsRequest() {
		CorsExplanation explanation = explain("/api/orders", null, "PUT", null, false);
		assertThat(explanation.browser().verdict()).isEqualTo("not-cors");
		assertThat(explanation.preflight().needed()).isFalse();
		assertThat(explanation.fixes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example.com, https://shop.example.com", "https://other.test, https://other.test/",
			"http://localhost:4711, http://localhost:4711" })
	void aRequestToTheSameOriginNeedsNoCors(String origin, String server) {
		CorsExplanation explanation = this.explainer
			.explain(ExplainQuery.of("/api/orders", origin, "PUT", null, null, server, null));
		assertThat(explanation.browser().verdict()).isEqualTo("same-origin");
		assertThat(explanation.actual().answer().decision()).isEqualTo("same-origin");
		assertThat(explanation.preflight().needed()).isFalse();
		assertThat(explanation.request().url()).isEqualTo(origin + "/ctx/api/orders");
	}

	@Test
	void aPreflightItselfCanBeAskedAbout() {
		CorsExplanation explanation = explain("/api/orders", "https://shop.example.com", "OPTIONS",
				"Access-Control-Request-Method: PUT\nAccess-Control-Request-Headers: x-b, content-type", false);
		assertThat(explanation.preflight().exchange()).isNotNull();
		assertThat(explanation.preflight().exchange().answer().reason()).isEqualTo("request-header-not-allowed");
		assertThat(explanation.actual().request().method()).isEqualTo("PUT");
		assertThat(explanation.browser().verdict()).isEqualTo("blocked");
		assertThat(explanation.fixes()).singleElement()
			.extracting((fix) -> fix.changes().get(0).value())
			.isEqualTo("Content-Type, Authorization, x-b");
	}

	@Test
	void saysWhichResponseHeadersCannotBeReadAndHowToExposeThem() {
		CorsExplanation explanation = this.explainer.explain(ExplainQuery.of("/api/orders", "https://shop.example.com",
				null, null, null, null, "content-type, x-total-count, ETag, Set-Cookie"));
		assertThat(explanation.browser().unreadableHeaders()).containsExactly("ETag", "Set-Cookie");
		assertThat(explanation.fixes()).singleElement().satisfies((fix) -> {
			assertThat(fix.complete()).isFalse();
			assertThat(fix.sentence()).contains("Set-Cookie");
		});
		CorsExplanation exposable = this.explainer
			.explain(ExplainQuery.of("/api/orders", "https://shop.example.com", null, null, null, null, "ETag"));
		assertThat(exposable.fixes()).singleElement()
			.extracting((fix) -> fix.changes().get(0).yaml())
			.isEqualTo("exposed-headers: X-Total-Count, ETag");
	}

	@Test
	void aLongListIsNotWrittenOutAnew() {
		List<String> origins = IntStream.range(0, 30).mapToObj("https://tenant-%02d.example.com"::formatted).toList();
		CorsRule rule = new CorsRule("tenants", List.of("/**"),
				CorsPolicyDefinition.builder().allowedOrigins(origins).build(), Mode.ENFORCE, true,
				Map.of("allowed-origins", "application.yml - 6:24"));
		CorsExplanation explanation = new CorsExplainer(new CorsEvaluator(CorsRuleSet.compile(List.of(rule), null)),
				Surroundings.UNKNOWN)
			.explain(ExplainQuery.of("/", "https://tenant-30.example.com", null, null, null, null, null));
		assertThat(explanation.fixes().get(0).complete()).isTrue();
		assertThat(explanation.fixes().get(0).changes())
			.containsExactly(new Change("cors.rules.tenants.allowed-origins", "cors.rules.tenants.allowed-origins[30]",
					"application.yml - 6:24", "https://tenant-30.example.com", "- https://tenant-30.example.com"));
	}

	@Test
	void saysThatAPageOverHttpsCannotCallAServerOverHttp() {
		assertThat(this.explainer
			.explain(ExplainQuery.of("/api", "https://shop.example.com", null, null, null, "http://api.example.com",
					null))
			.request()
			.notes()).anyMatch((note) -> note.contains("mixed content"));
		assertThat(this.explainer
			.explain(ExplainQuery.of("/api", "https://shop.example.com", null, null, null, "http://localhost:8080",
					null))
			.request()
			.notes()).isEmpty();
	}

	@Test
	void quotesCommandsForTheShell() {
		CorsExplanation explanation = explain("/api/it's $(rm -rf x)`[a]", "https://a.test';echo 'b", "M!",
				"X-A: '\"$x\\", false);
		assertThat(explanation.curl()).extracting(CorsExplanation.Command::command)
			.last()
			.isEqualTo("curl -i -g -X 'M!' 'http://localhost:4711/ctx/api/it'\\''s%20$(rm%20-rf%20x)%60[a]'"
					+ " -H 'Origin: https://a.test'\\'';echo '\\''b' -H 'X-A: '\\''\"$x\\'");
	}

}
