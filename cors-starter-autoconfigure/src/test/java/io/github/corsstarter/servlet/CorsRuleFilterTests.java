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

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleSet;
import io.github.corsstarter.rule.HandlerHeaderLog;
import io.github.corsstarter.rule.Mode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRuleFilter}.
 */
class CorsRuleFilterTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final String FOREIGN = "https://evil.example.com";

	private static final CorsPolicyDefinition POLICY = CorsPolicyDefinition.builder().allowedOrigins(ORIGIN).build();

	private final CorsRuleFilter filter = new CorsRuleFilter(new CorsEvaluator(CorsRuleSet
		.compile(List.of(CorsRule.of("api", POLICY, "/api/**"), CorsRule.of("legacy", POLICY, "/legacy/**"),
				CorsRule.of("lenient", POLICY.toBuilder().disallowedRequests(DisallowedRequests.PASS_THROUGH).build(),
						"/lenient/**"),
				new CorsRule("trial", List.of("/trial/**"), POLICY, Mode.REPORT_ONLY, true, Map.of())), null)));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MockFilterChain chain = new MockFilterChain();

	@Test
	void leavesARequestAloneThatNoRuleGoverns() throws Exception {
		MockHttpServletRequest request = request("GET", "/other", FOREIGN);
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getRequest()).isSameAs(request);
		assertThat(this.chain.getResponse()).isSameAs(this.response);
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void leavesARequestAloneWhoseRuleOnlyReports() throws Exception {
		this.filter.doFilter(request("GET", "/trial/x", ORIGIN), this.response, this.chain);
		assertThat(this.chain.getResponse()).isSameAs(this.response);
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void passesOnWhatIsNotHttp() throws Exception {
		ServletRequest request = new ServletRequestWrapper(new MockHttpServletRequest());
		ServletResponse response = new ServletResponseWrapper(new MockHttpServletResponse());
		this.filter.doFilter(request, response, this.chain);
		assertThat(this.chain.getRequest()).isSameAs(request);
		assertThat(this.chain.getResponse()).isSameAs(response);
		MockFilterChain second = new MockFilterChain();
		this.filter.doFilter(request("GET", "/api/x", FOREIGN), response, second);
		assertThat(second.getResponse()).isSameAs(response);
	}

	@Test
	void letsAnAllowedRequestThroughWithAGuardedResponse() throws Exception {
		this.filter.doFilter(request("GET", "/api/x", ORIGIN), this.response, this.chain);
		assertThat(GuardedResponse.isGuarded(this.chain.getResponse())).isTrue();
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
		assertThat(this.response.getHeader("Vary")).isEqualTo("Origin");
	}

	@Test
	void variesTheAnswerToARequestWithoutOrigin() throws Exception {
		this.filter.doFilter(request("GET", "/api/x", null), this.response, this.chain);
		assertThat(this.chain.getRequest()).isNotNull();
		assertThat(this.response.getHeaderNames()).containsExactly("Vary");
	}

	@Test
	void refusesARequestBeforeTheApplicationSeesIt() throws Exception {
		this.filter.doFilter(request("GET", "/api/x", FOREIGN), this.response, this.chain);
		assertThat(this.chain.getRequest()).isNull();
		assertThat(this.response.getStatus()).isEqualTo(403);
		assertThat(this.response.getHeaderNames()).containsExactly("Vary");
		assertThat(this.response.getContentAsByteArray()).isEmpty();
		assertThat(this.response.getErrorMessage()).isNull();
	}

	@Test
	void passesARefusedRequestThroughWhereTheRuleSaysSo() throws Exception {
		this.filter.doFilter(request("GET", "/lenient/x", FOREIGN), this.response, this.chain);
		assertThat(GuardedResponse.isGuarded(this.chain.getResponse())).isTrue();
		assertThat(this.response.getHeaderNames()).containsExactly("Vary");
	}

	@Test
	void answersAPreflightItself() throws Exception {
		MockHttpServletRequest request = request("OPTIONS", "/api/x", ORIGIN);
		request.addHeader("Access-Control-Request-Method", "POST");
		request.addHeader("Access-Control-Request-Headers", "content-type");
		request.addHeader("Access-Control-Request-Headers", "authorization");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getRequest()).isNull();
		assertThat(this.response.getStatus()).isEqualTo(204);
		assertThat(this.response.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
		assertThat(this.response.getHeader("Access-Control-Allow-Headers")).isEqualTo("Content-Type, Authorization");
		assertThat(this.response.getHeader("Access-Control-Max-Age")).isEqualTo("1800");
		assertThat(this.response.getHeader("Vary"))
			.isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
	}

	@Test
	void keepsTheMembersOfVaryThatAnEarlierFilterWrote() throws Exception {
		this.response.addHeader("Vary", "Accept-Encoding");
		this.filter.doFilter(request("GET", "/api/x", FOREIGN), this.response, this.chain);
		assertThat(this.response.getHeaders("Vary")).containsExactly("Accept-Encoding, Origin");
	}

	@Test
	void anAsynchronousDispatchGoesOnWithTheGuardThatIsThere() throws Exception {
		HttpServletResponse guarded = GuardedResponse.guard(this.response, CorsDecision.notGoverned(),
				request("GET", "/api/x", ORIGIN), new HandlerHeaderLog());
		MockHttpServletRequest request = request("GET", "/api/x", FOREIGN);
		request.setDispatcherType(DispatcherType.ASYNC);
		this.filter.doFilter(request, guarded, this.chain);
		assertThat(this.chain.getResponse()).isSameAs(guarded);
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void anAsynchronousDispatchElsewhereIsGuardedByTheRuleOfTheOriginalPath() throws Exception {
		MockHttpServletRequest request = request("GET", "/view", ORIGIN);
		request.setDispatcherType(DispatcherType.ASYNC);
		request.setAttribute(AsyncContext.ASYNC_REQUEST_URI, "/api/x");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(GuardedResponse.isGuarded(this.chain.getResponse())).isTrue();
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
	}

	@Test
	void anErrorIsAnsweredUnderTheRuleOfTheOriginalPath() throws Exception {
		MockHttpServletRequest request = request("GET", "/error", ORIGIN);
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/x");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
	}

	@Test
	void anErrorIsNeverRefusedAndNeverAllowedToAForeignOrigin() throws Exception {
		MockHttpServletRequest request = request("GET", "/error", FOREIGN);
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/x");
		this.response.setStatus(500);
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(GuardedResponse.isGuarded(this.chain.getResponse())).isTrue();
		assertThat(this.response.getStatus()).isEqualTo(500);
		assertThat(this.response.getHeaderNames()).containsExactly("Vary");
	}

	@Test
	void anErrorOnAPathWithoutRuleIsLeftAlone() throws Exception {
		MockHttpServletRequest request = request("GET", "/api/error", ORIGIN);
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/other");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getResponse()).isSameAs(this.response);
	}

	@Test
	void aForwardToTheErrorPageIsAnsweredUnderTheRuleOfTheOriginalPath() throws Exception {
		MockHttpServletRequest request = request("GET", "/error", ORIGIN);
		request.setDispatcherType(DispatcherType.FORWARD);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/x");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
	}

	@Test
	void anyOtherForwardIsLeftAlone() throws Exception {
		MockHttpServletRequest request = request("GET", "/api/x", FOREIGN);
		request.setDispatcherType(DispatcherType.FORWARD);
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getResponse()).isSameAs(this.response);
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@Test
	void matchesInsideTheContextPath() throws Exception {
		MockHttpServletRequest request = request("GET", "/shop/api/x", FOREIGN);
		request.setContextPath("/shop");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.response.getStatus()).isEqualTo(403);
	}

	@Test
	void leavesARequestAloneThatIsNotInsideTheContextPath() throws Exception {
		MockHttpServletRequest request = request("GET", "/api/x", FOREIGN);
		request.setContextPath("/shop");
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getRequest()).isNotNull();
	}

	@Test
	void leavesARequestAloneWhoseServletWasChosenByAPathWithAnotherRule() throws Exception {
		MockHttpServletRequest request = request("GET", "/api/../legacy/x", ORIGIN);
		request.setServletPath("/legacy");
		request.setPathInfo("/x");
		request.setHttpServletMapping(
				new MockHttpServletMapping("legacy", "/legacy/*", "legacyServlet", MappingMatch.PATH));
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.chain.getResponse()).isSameAs(this.response);
	}

	@Test
	void governsARequestWhoseServletWasChosenByAPathWithTheSameRule() throws Exception {
		MockHttpServletRequest request = request("GET", "/legacy/a/../x;v=1", ORIGIN);
		request.setServletPath("/legacy");
		request.setPathInfo("/x");
		request.setHttpServletMapping(
				new MockHttpServletMapping("legacy", "/legacy/*", "legacyServlet", MappingMatch.PATH));
		this.filter.doFilter(request, this.response, this.chain);
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
	}

	private static MockHttpServletRequest request(String method, String uri, String origin) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, uri);
		if (origin != null) {
			request.addHeader("Origin", origin);
		}
		return request;
	}

}
