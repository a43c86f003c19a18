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

package io.github.corsstarter.log;

import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.support.Decided;
import io.github.corsstarter.support.FixedLookup;
import io.github.corsstarter.support.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusalLog}.
 */
class RefusalLogTests {

	private static final String FOREIGN = "https://other.test";

	private long now = 1_000_000;

	private final RefusalLog log = new RefusalLog(() -> this.now);

	private final Decided decided = new Decided(this.log);

	private final LogCapture capture = LogCapture.at("DEBUG");

	@AfterEach
	void stopCapturing() {
		this.capture.close();
		MDC.clear();
	}

	@Test
	void saysNothingOfWhatIsAllowed() {
		this.decided.actual("api", Decided.ALLOWED);
		this.decided.actual("trial", Decided.ALLOWED);
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "X-Token");
		assertThat(this.capture.starterMessages()).isEmpty();
	}

	@Test
	void saysWhoWasRefusedByWhomAndWhyAndWhatWouldHelp() {
		this.decided.actual("api", "http://shop.example.com");
		assertThat(warnings()).containsExactly(
				"CORS: rule 'api' refused a request of origin \"http://shop.example.com\": origin-not-allowed. The scheme differs: "
						+ "https://shop.example.com is allowed, http://shop.example.com is not. Open the page from "
						+ "https://shop.example.com, or, if this page is yours, too, add http://shop.example.com to allowed-origins.");
	}

	@Test
	void saysWhereTheValueIsConfiguredAndWhatARuleWouldHaveDoneThatOnlyReports() {
		this.decided.preflight("trial", "https://shop.example.com:8443", "PUT", "");
		assertThat(warnings()).hasSize(1)
			.first()
			.asString()
			.startsWith("CORS: rule 'trial' only reports; it would have refused a preflight of origin "
					+ "\"https://shop.example.com:8443\": origin-not-allowed. The port differs: ")
			.endsWith("It is set by cors.rules.trial.allowed-origins - application.yml - 3:5.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"DELETE | - | method-not-allowed. The method DELETE is not allowed. If it is meant to be, add it to allowed-methods.",
			"patch | - | method-not-allowed. The method PATCH is allowed, patch is not: methods are case-sensitive. Write it in upper case in the front end.",
			"delete | - | method-not-allowed. The method delete is not allowed. If it is meant to be, add it to allowed-methods.",
			"TRACE | - | method-not-allowed. No script can send TRACE. Look at the client: no browser sends it.",
			"P UT | - | method-malformed. Access-Control-Request-Method is not a method. Look at the client: no browser sends it.",
			"PUT | x-token, x-other, x-third | request-header-not-allowed. The header x-other is not allowed. If it is meant to be, add it to allowed-headers.",
			"PUT | x token | request-headers-malformed. Access-Control-Request-Headers has an element that is not a name. Look at the client: no browser sends it." })
	void namesTheMethodOrTheHeaderAtFault(String method, String headers, String end) {
		this.decided.preflight("api", Decided.ALLOWED, method, (headers != null) ? headers : "");
		assertThat(warnings())
			.containsExactly("CORS: rule 'api' refused a preflight of origin \"https://shop.example.com\": " + end);
	}

	@Test
	void saysThatASourceDoesNotAllowAnOriginEither() {
		CorsPolicyDefinition none = CorsPolicyDefinition.builder().build();
		CorsPolicyDefinition some = CorsPolicyDefinition.builder().allowedOrigins(Decided.ALLOWED).build();
		this.decided.evaluator()
			.replaceRuleSet(CorsRuleSet.compile(
					List.of(CorsRule.of("api", none, "/api/**").withOriginSource("tenants"),
							CorsRule.of("public", some, "/public/**").withOriginSource("tenants")),
					null, (rule, name, problems) -> new FixedLookup(false)));
		this.decided.actual("api", FOREIGN);
		this.decided.actual("public", "https://www.shop.example.com");
		this.decided.actual("api", FOREIGN + "/");
		assertThat(warnings().get(0)).endsWith("origin-not-allowed. The origin source 'tenants' does not allow it. "
				+ "If the page is yours, add its origin where that source looks.");
		assertThat(warnings().get(1)).contains(
				"https://shop.example.com is allowed, https://www.shop.example.com is not. The origin source 'tenants' "
						+ "does not allow it, either. Open the page from");
		assertThat(warnings().get(2)).contains("origin-malformed.").doesNotContain("tenants");
	}

	@Test
	void namesTheHeaderAtFaultOfAnOriginThatSomebodyElseAllows() {
		CompiledRule rule = this.decided.rule("api");
		CorsRequest request = Decided.preflight(FOREIGN, "PUT", "x-token,x-other");
		this.log.onDecision(rule, request, rule.policy().decide(request, true));
		assertThat(warnings().get(0)).contains("request-header-not-allowed. The header x-other is not allowed.");
	}

	@Test
	void saysThatThereAreTooManyHeaders() {
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "x".repeat(10_000));
		assertThat(warnings().get(0))
			.endsWith("request-headers-over-limit. Access-Control-Request-Headers is longer than "
					+ "what is read, or has more names.");
	}

	@Test
	void namesTheOneHeaderThatAnyDoesNotCover() {
		this.decided.preflight("public", FOREIGN, "POST", "x-any, authorization");
		assertThat(warnings().get(0)).contains("request-header-not-allowed. The header authorization is not allowed.");
	}

	@Test
	void cutsNames() {
		this.decided.preflight("api", Decided.ALLOWED, "M".repeat(100), "");
		this.decided.preflight("api", Decided.ALLOWED, "PUT", "h".repeat(8000));
		assertThat(warnings()).hasSize(2)
			.anySatisfy((line) -> assertThat(line).contains("The method " + "M".repeat(64) + "... is"))
			.anySatisfy((line) -> assertThat(line).contains("The header " + "h".repeat(64) + "... is"));
	}

	@Test
	void warnsOncePerRuleAndReason() {
		for (int i = 0; i < 100; i++) {
			this.decided.actual("api", "https://a" + i + ".test");
			this.decided.actual("trial", "https://a" + i + ".test");
			this.decided.actual("api", "https://a" + i + ".test/");
		}
		assertThat(warnings()).hasSize(3);
	}

	@Test
	void warnsAgainAfterAMinuteWithTheNumberOfThoseMeanwhile() {
		for (int i = 0; i < 100; i++) {
			this.decided.actual("api", FOREIGN);
		}
		this.now += 60_000;
		this.decided.actual("api", FOREIGN);
		this.now += 60_000;
		this.decided.actual("api", FOREIGN);
		assertThat(warnings()).hasSize(3);
		assertThat(warnings().get(0)).doesNotContain(" more ");
		assertThat(warnings().get(1)).endsWith(" 99 more for this reason since the last such line.");
		assertThat(warnings().get(2)).doesNotContain(" more ");
	}

	@Test
	void everyRefusalIsOneLine() {
		for (int i = 0; i < 5; i++) {
			this.decided.actual("api", FOREIGN);
		}
		assertThat(warnings()).hasSize(1);
		assertThat(this.capture.starterMessages("DEBUG")).hasSize(4)
			.containsOnly("CORS: rule 'api' refused a request of origin \"https://other.test\": origin-not-allowed.");
	}

	@Test
	void warnsAnewUnderNewRules() {
		this.decided.actual("api", FOREIGN);
		CompiledRule former = this.decided.rule("api");
		this.decided.evaluator().replaceRuleSet(Decided.rules());
		this.decided.actual("api", FOREIGN);
		assertThat(warnings()).hasSize(2);
		this.decided.evaluator().replaceRuleSet(CorsRuleSet.empty());
		this.log.onDecision(former, Decided.preflight(FOREIGN, "PUT", ""),
				former.policy().decide(Decided.preflight(FOREIGN, "PUT", "")));
		assertThat(warnings()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://evil.test\r\nWARN forged", "https://evil.test\u001b[2J", "https://evil.test\u202e",
					"https://evil.test\u2028x", "https://evil.test\u0085x", "<script>alert(1)</script>", "\0", "" })
	void aHostileOriginIsEscaped(String origin) {
		this.decided.actual("api", origin);
		this.decided.preflight("api", Decided.ALLOWED, origin, "");
		this.decided.preflight("api", Decided.ALLOWED, "PUT", origin);
		assertThat(this.capture.starterMessages()).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).matches("[ -~]*").hasSizeLessThan(1500));
	}

	@ParameterizedTest
	@ValueSource(ints = { 257, 512, 513, 8000, 100_000 })
	void aLongOriginIsCut(int length) {
		this.decided.actual("api", "https://" + ("a".repeat(50) + ".").repeat(2000).substring(0, length - 8));
		this.decided.actual("api", "\u202e".repeat(length));
		assertThat(this.capture.starterMessages()).hasSize(2)
			.allSatisfy((line) -> assertThat(line).hasSizeLessThan(600).contains("..."));
	}

	@Test
	void namesTheTraceWhereThereIsOne() {
		MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		this.decided.actual("api", FOREIGN);
		this.decided.actual("api", FOREIGN);
		assertThat(this.capture.starterMessages()).hasSize(2)
			.allSatisfy((line) -> assertThat(line).endsWith(" Trace: 4bf92f3577b34da6a3ce929d0e0e4736"));
	}

	@Test
	void namesTheTraceOfTheAgentOfOpenTelemetry() {
		MDC.put("trace_id", "0af7651916cd43dd8448eb211c80319c\n" + "x".repeat(100));
		this.decided.actual("api", FOREIGN);
		assertThat(warnings().get(0))
			.endsWith(" Trace: 0af7651916cd43dd8448eb211c80319c\\u000a" + "x".repeat(26) + "...");
	}

	@Test
	void namesNoTraceWhereThereIsNone() {
		MDC.put("traceId", "");
		this.decided.actual("api", FOREIGN);
		assertThat(warnings()).hasSize(1).first().asString().doesNotContain("Trace");
	}

	private List<String> warnings() {
		return this.capture.starterMessages("WARN");
	}

}
