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

import java.io.IOException;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.rule.CompiledRule;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.HandlerHeaderLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Applies the decisions about requests on the servlet stack. To be registered for
 * {@link DispatcherType#REQUEST}, {@link DispatcherType#ASYNC} and
 * {@link DispatcherType#ERROR}: on the latter two, the decision about the request that
 * was received is made again and holds for the answer, but never refuses.
 */
public final class CorsRuleFilter implements Filter {

	private final CorsEvaluator evaluator;

	private final HandlerHeaderLog handlerHeaders = new HandlerHeaderLog();

	private boolean servletsByPath = true;

	/**
	 * Create a filter.
	 * @param evaluator what decides
	 */
	public CorsRuleFilter(CorsEvaluator evaluator) {
		this.evaluator = evaluator;
	}

	@Override
	public void init(FilterConfig config) {
		this.servletsByPath = RequestPaths.mayChooseServlets(config.getServletContext());
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
			doFilter(httpRequest, httpResponse, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean received = request.getDispatcherType() == DispatcherType.REQUEST;
		if (!received && (isForward(request) || GuardedResponse.isGuarded(response))) {
			chain.doFilter(request, response);
			return;
		}
		CorsDecision decision = decide(request, received);
		if (decision.isUntouched()) {
			chain.doFilter(request, response);
		}
		else if (decision.proceeds() || !received) {
			chain.doFilter(request, GuardedResponse.guard(response, decision, request, this.handlerHeaders));
		}
		else {
			ResponseFields.write(decision, response);
			response.setStatus(decision.status());
		}
	}

	/**
	 * Whether the application forwards. In a deployed archive Spring Boot forwards to its
	 * error page, too, after it has reset the response behind our back.
	 */
	private static boolean isForward(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.FORWARD
				&& request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null;
	}

	private CorsDecision decide(HttpServletRequest request, boolean received) {
		String path = RequestPaths.raw(request);
		if (path == null) {
			return CorsDecision.notGoverned();
		}
		String normalized = this.servletsByPath ? RequestPaths.normalized(request, path) : null;
		if (normalized != null && !this.evaluator.isSameRule(path, normalized)) {
			return CorsDecision.notGoverned();
		}
		if (!received) {
			return this.evaluator.dryRun(path, new ServletCorsRequest(request)).applied();
		}
		CompiledRule rule = this.evaluator.ruleSet().match(path);
		return (rule != null) ? this.evaluator.evaluate(rule, new ServletCorsRequest(request))
				: CorsDecision.notGoverned();
	}

}
