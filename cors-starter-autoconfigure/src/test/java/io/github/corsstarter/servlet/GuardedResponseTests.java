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

package io.github.corsstarter.servlet;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.rule.HandlerHeaderLog;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedResponse}.
 */
class GuardedResponseTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final CorsRequest REQUEST = CorsRequest.builder("GET").header("Origin", ORIGIN).build();

	private static final CorsDecision ALLOWED = CorsPolicy
		.compile(CorsPolicyDefinition.builder()
			.allowedOrigins(ORIGIN)
			.allowCredentials(true)
			.exposedHeaders("X-Total-Count")
			.build())
		.decide(REQUEST);

	private static final CorsDecision REFUSED = CorsPolicy
		.compile(CorsPolicyDefinition.builder().allowedOrigins("https://other.example.com").build())
		.decide(REQUEST);

	private static final CorsDecision ANYONE = CorsPolicy
		.compile(CorsPolicyDefinition.builder().allowedOrigins("*").build())
		.decide(REQUEST);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private HttpServletResponse guarded;

	private static HttpServletResponse guard(HttpServletResponse response, CorsDecision decision) {
		return GuardedResponse.guard(response, decision, new MockHttpServletRequest(), new HandlerHeaderLog());
	}

	@BeforeEach
	void guard() {
		this.guarded = guard(this.response, ALLOWED);
	}

	@Test
	void appliesTheDecisionAtOnce() {
		assertThatTheDecisionHolds();
		assertThat(this.response.getHeaders("Vary")).containsExactly("Origin");
	}

	@Test
	void nobodyReplacesTheAnswerOfTheRule() {
		this.guarded.setHeader("Access-Control-Allow-Origin", "*");
		this.guarded.setHeader("access-control-allow-credentials", "false");
		this.guarded.setHeader("ACCESS-CONTROL-EXPOSE-HEADERS", "X-Secret");
		assertThatTheDecisionHolds();
	}

	@Test
	void nobodyAddsToTheAnswerOfTheRule() {
		this.guarded.addHeader("Access-Control-Allow-Origin", "https://evil.example.com");
		this.guarded.addHeader("Access-Control-Allow-Methods", "DELETE");
		this.guarded.addHeader("Access-Control-Allow-Private-Network", "true");
		assertThatTheDecisionHolds();
	}

	@Test
	void nobodyWritesNumbersOrDatesIntoTheAnswerOfTheRule() {
		this.guarded.setIntHeader("Access-Control-Max-Age", 600);
		this.guarded.addIntHeader("Access-Control-Max-Age", 600);
		this.guarded.setDateHeader("Access-Control-Allow-Origin", 0);
		this.guarded.addDateHeader("Access-Control-Allow-Origin", 0);
		assertThatTheDecisionHolds();
	}

	@Test
	void nobodyGrantsWhatTheRuleRefuses() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		HttpServletResponse guarded = guard(response, REFUSED);
		guarded.setHeader("Access-Control-Allow-Origin", ORIGIN);
		guarded.addHeader("Access-Control-Allow-Origin", ORIGIN);
		assertThat(response.getHeaderNames()).containsExactly("Vary");
	}

	@Test
	void otherFieldsAreTheApplicationsOwn() {
		this.guarded.setHeader("X-One", "1");
		this.guarded.addHeader("X-One", "2");
		this.guarded.setIntHeader("X-Two", 2);
		this.guarded.addIntHeader("X-Two", 3);
		this.guarded.setDateHeader("Last-Modified", 0);
		this.guarded.addDateHeader("X-Date", 0);
		assertThat(this.response.getHeaders("X-One")).containsExactly("1", "2");
		assertThat(this.response.getHeaders("X-Two")).containsExactly("2", "3");
		assertThat(this.response.getDateHeader("Last-Modified")).isZero();
		assertThat(this.response.getHeaders("X-Date")).hasSize(1);
	}

	@Test
	void varyKeepsItsMembersWhenTheApplicationSetsIt() {
		this.guarded.setHeader("vary", "Accept-Encoding, ORIGIN");
		assertThat(this.response.getHeaders("Vary")).containsExactly("Accept-Encoding, ORIGIN");
		this.guarded.setHeader("Vary", "Accept");
		assertThat(this.response.getHeaders("Vary")).containsExactly("Accept, Origin");
	}

	@Test
	void varyKeepsItsMembersWhenTheApplicationAddsToIt() {
		this.guarded.addHeader("Vary", "Accept");
		this.guarded.addHeader("Vary", "accept, Cookie");
		assertThat(this.response.getHeaders("Vary")).containsExactly("Origin, Accept, Cookie");
	}

	@Test
	void varyKeepsItsMembersWhenTheApplicationRemovesIt() {
		this.guarded.setHeader("Vary", null);
		this.guarded.addHeader("Vary", null);
		assertThat(this.response.getHeaders("Vary")).containsExactly("Origin");
	}

	@Test
	void varyOfAnythingStays() {
		this.guarded.setHeader("Vary", "*");
		assertThat(this.response.getHeaders("Vary")).containsExactly("*");
		this.guarded.addHeader("Vary", "Accept");
		assertThat(this.response.getHeaders("Vary")).containsExactly("*");
	}

	@Test
	void varyOfAnEarlierFilterStays() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.addHeader("Vary", "Accept-Encoding");
		response.addHeader("Vary", "origin");
		guard(response, ALLOWED);
		assertThat(response.getHeaders("Vary")).containsExactly("Accept-Encoding, origin");
	}

	@Test
	void varyIsTheApplicationsOwnUnderARuleThatDoesNotVary() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		HttpServletResponse guarded = guard(response, ANYONE);
		assertThat(response.containsHeader("Vary")).isFalse();
		guarded.setHeader("Vary", null);
		assertThat(response.containsHeader("Vary")).isFalse();
		guarded.setHeader("Vary", "Accept");
		assertThat(response.getHeaders("Vary")).containsExactly("Accept");
	}

	@Test
	void whatAnEarlierLayerGrantedIsReplaced() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		grantByAnEarlierLayer(response);
		guard(response, REFUSED);
		assertThat(response.getHeaderNames()).containsExactlyInAnyOrder("X-One", "Vary");
		grantByAnEarlierLayer(response);
		guard(response, ANYONE);
		assertThat(response.getHeaderNames()).containsExactlyInAnyOrder("X-One", "Vary", "Access-Control-Allow-Origin");
		assertThat(response.getHeaders("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@Test
	void whatAnEarlierLayerGrantedIsEmptyWhereNothingCanBeRemoved() {
		MockHttpServletResponse response = new MockHttpServletResponse() {

			@Override
			public void setHeader(String name, String value) {
				if (value != null) {
					super.setHeader(name, value);
				}
			}

		};
		grantByAnEarlierLayer(response);
		guard(response, ANYONE);
		assertThat(response.getHeaders("Access-Control-Allow-Origin")).containsExactly("*");
		assertThat(response.getHeaders("Access-Control-Allow-Credentials")).containsExactly("");
	}

	private static void grantByAnEarlierLayer(HttpServletResponse response) {
		response.addHeader("Access-Control-Allow-Origin", ORIGIN);
		response.addHeader("access-control-allow-origin", "*");
		response.addHeader("Access-Control-Allow-Credentials", "true");
		response.setHeader("X-One", "1");
	}

	@Test
	void theDecisionSurvivesAReset() {
		this.guarded.setHeader("X-One", "1");
		this.guarded.reset();
		assertThat(this.response.containsHeader("X-One")).isFalse();
		assertThatTheDecisionHolds();
		assertThat(this.response.getHeaders("Vary")).containsExactly("Origin");
	}

	@Test
	void theDecisionSurvivesAnErrorAndARedirect() throws Exception {
		this.guarded.sendError(500);
		assertThatTheDecisionHolds();
		MockHttpServletResponse response = new MockHttpServletResponse();
		guard(response, ALLOWED).sendRedirect("/elsewhere");
		assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
	}

	@Test
	void aFieldWithoutNameIsTheContainersBusiness() {
		MockHttpServletResponse response = new MockHttpServletResponse() {

			@Override
			public void setHeader(String name, String value) {
				if (name != null) {
					super.setHeader(name, value);
				}
			}

		};
		HttpServletResponse guarded = guard(response, ALLOWED);
		guarded.setHeader(null, "x");
		assertThat(response.getHeaderNames()).hasSize(4);
	}

	@Test
	void isRecognizedBehindOtherWrappers() {
		assertThat(GuardedResponse.isGuarded(this.guarded)).isTrue();
		assertThat(GuardedResponse.isGuarded(new HttpServletResponseWrapper(this.guarded))).isTrue();
		assertThat(GuardedResponse.isGuarded(this.response)).isFalse();
		assertThat(GuardedResponse.isGuarded(new HttpServletResponseWrapper(this.response))).isFalse();
	}

	private void assertThatTheDecisionHolds() {
		assertThat(this.response.getHeaders("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
		assertThat(this.response.getHeaders("Access-Control-Allow-Credentials")).containsExactly("true");
		assertThat(this.response.getHeaders("Access-Control-Expose-Headers")).containsExactly("X-Total-Count");
		assertThat(this.response.getHeaderNames()).filteredOn((name) -> name.startsWith("Access-Control-")).hasSize(3);
	}

}
