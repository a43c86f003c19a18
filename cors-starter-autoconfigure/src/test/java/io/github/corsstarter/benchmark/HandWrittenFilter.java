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

import java.io.IOException;
import java.util.Enumeration;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * {@link HandWritten} on the servlet stack.
 */
final class HandWrittenFilter implements Filter {

	private final HandWritten policy;

	HandWrittenFilter(HandWritten policy) {
		this.policy = policy;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		if (request.getMethod().equals("GET") && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
			chain.doFilter(request, response);
			return;
		}
		String origin = request.getHeader("Origin");
		if (origin == null) {
			response.setHeader("Vary", HandWritten.VARY);
			chain.doFilter(request, new Guard(response));
			return;
		}
		String allowed = (single(request, "Origin") != null) ? this.policy.origins.get(origin) : null;
		String method = request.getMethod().equals("OPTIONS") ? request.getHeader("Access-Control-Request-Method")
				: null;
		if (method != null) {
			preflight(request, response, allowed, method);
		}
		else if (allowed == null) {
			response.setHeader("Vary", HandWritten.VARY);
			if ("same-origin".equals(request.getHeader("Sec-Fetch-Site")) || isOwn(request, origin)) {
				chain.doFilter(request, response);
				return;
			}
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			response.setHeader("Access-Control-Allow-Origin", allowed);
			response.setHeader("Access-Control-Allow-Credentials", "true");
			response.setHeader("Access-Control-Expose-Headers", this.policy.exposeHeaders);
			response.setHeader("Vary", HandWritten.VARY);
			chain.doFilter(request, new Guard(response));
		}
	}

	/** The only line of a field. */
	private static String single(HttpServletRequest request, String name) {
		Enumeration<String> lines = request.getHeaders(name);
		String line = lines.nextElement();
		return lines.hasMoreElements() ? null : line;
	}

	private static boolean isOwn(HttpServletRequest request, String origin) {
		String scheme = request.getScheme();
		String host = request.getServerName();
		return origin.startsWith(scheme) && origin.startsWith(host, scheme.length() + 3)
				&& (origin.length() == scheme.length() + 3 + host.length()
						|| origin.endsWith(":" + request.getServerPort()));
	}

	private void preflight(HttpServletRequest request, HttpServletResponse response, String allowed, String method) {
		response.setHeader("Vary", HandWritten.PREFLIGHT_VARY);
		if (allowed == null || single(request, "Access-Control-Request-Method") == null
				|| !this.policy.allowsPreflight(allowed, method, single(request, "Access-Control-Request-Headers"))) {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		response.setHeader("Access-Control-Allow-Origin", allowed);
		response.setHeader("Access-Control-Allow-Credentials", "true");
		response.setHeader("Access-Control-Allow-Methods", this.policy.allowMethods);
		response.setHeader("Access-Control-Allow-Headers", this.policy.allowHeaders);
		response.setHeader("Access-Control-Max-Age", this.policy.maxAge);
		response.setStatus(HttpServletResponse.SC_NO_CONTENT);
	}

	/**
	 * Keeps what was answered.
	 */
	private static final class Guard extends HttpServletResponseWrapper {

		Guard(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			if (name.equalsIgnoreCase("Vary")) {
				super.addHeader(name, value);
			}
			else if (!name.regionMatches(true, 0, "Access-Control-", 0, 15)) {
				super.setHeader(name, value);
			}
		}

		@Override
		public void addHeader(String name, String value) {
			if (!name.regionMatches(true, 0, "Access-Control-", 0, 15)) {
				super.addHeader(name, value);
			}
		}

	}

}
