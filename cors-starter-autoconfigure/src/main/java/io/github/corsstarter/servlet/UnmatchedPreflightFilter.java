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

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.PreFlightRequestHandler;

/**
 * Lets the handlers of the application answer the preflights that no rule answers, before
 * anything asks for authentication, which preflights never have.
 */
public final class UnmatchedPreflightFilter implements Filter {

	private final PreFlightRequestHandler handlers;

	/**
	 * Create a filter, to be registered right behind the {@link CorsRuleFilter}.
	 * @param handlers what knows the handlers
	 */
	public UnmatchedPreflightFilter(PreFlightRequestHandler handlers) {
		this.handlers = handlers;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest httpRequest)
				|| !(response instanceof HttpServletResponse httpResponse) || !CorsUtils.isPreFlightRequest(httpRequest)
				|| !handle(httpRequest, httpResponse)) {
			chain.doFilter(request, response);
		}
	}

	/** Whether a handler was found, whatever it answered. */
	private boolean handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			this.handlers.handlePreFlight(request, response);
			return true;
		}
		catch (IOException ex) {
			throw ex;
		}
		catch (Exception ex) {
			// nobody has a handler for it, or another method than the one that is asked
			// for: the application says so itself
			return response.isCommitted();
		}
	}

}
