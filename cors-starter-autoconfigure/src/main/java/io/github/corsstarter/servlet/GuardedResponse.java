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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.rule.HandlerHeaderLog;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response whose {@code Access-Control-*} fields are those of a decision, whatever is
 * written into them later, and whose {@code Vary} keeps the members of the decision.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	// The constant of Spring MVC, which need not be there
	private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

	private final CorsDecision decision;

	private final HttpServletRequest request;

	private final HandlerHeaderLog handlerHeaders;

	private GuardedResponse(HttpServletResponse response, CorsDecision decision, HttpServletRequest request,
			HandlerHeaderLog handlerHeaders) {
		super(response);
		this.decision = decision;
		this.request = request;
		this.handlerHeaders = handlerHeaders;
	}

	/** Apply a decision to a response, and keep it applied. */
	static HttpServletResponse guard(HttpServletResponse response, CorsDecision decision, HttpServletRequest request,
			HandlerHeaderLog handlerHeaders) {
		GuardedResponse guarded = new GuardedResponse(response, decision, request, handlerHeaders);
		guarded.apply();
		return guarded;
	}

	/** Whether a response is guarded, as on an asynchronous dispatch of a request. */
	static boolean isGuarded(ServletResponse response) {
		ServletResponse current = response;
		while (current instanceof ServletResponseWrapper wrapper) {
			if (wrapper instanceof GuardedResponse) {
				return true;
			}
			current = wrapper.getResponse();
		}
		return false;
	}

	private void apply() {
		ResponseFields.write(this.decision, (HttpServletResponse) getResponse());
	}

	@Override
	public void setHeader(String name, String value) {
		if (isVary(name)) {
			super.setHeader(name, (value != null) ? merged(List.of(value)) : this.decision.varyValue());
		}
		else if (isFree(name)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, String value) {
		if (isVary(name)) {
			if (value != null) {
				List<String> lines = new ArrayList<>(getHeaders(name));
				lines.add(value);
				super.setHeader(name, merged(lines));
			}
		}
		else if (isFree(name)) {
			super.addHeader(name, value);
		}
	}

	private String merged(Collection<String> lines) {
		return ResponseFields.merged(lines, this.decision);
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (isFree(name)) {
			super.setIntHeader(name, value);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (isFree(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (isFree(name)) {
			super.setDateHeader(name, date);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (isFree(name)) {
			super.addDateHeader(name, date);
		}
	}

	@Override
	public void reset() {
		super.reset();
		apply();
	}

	private static boolean isVary(String name) {
		return HeaderNames.VARY.equalsIgnoreCase(name);
	}

	/** Whether the application may write a field as it likes. */
	private boolean isFree(String name) {
		if (name == null || !HeaderNames.isAccessControl(name)) {
			return true;
		}
		this.handlerHeaders.report(handler(), name);
		return false;
	}

	private String handler() {
		Object pattern = this.request.getAttribute(PATTERN);
		if (pattern != null) {
			return "the handler of '" + pattern + "'";
		}
		HttpServletMapping mapping = this.request.getHttpServletMapping();
		String servlet = (mapping != null) ? mapping.getServletName() : null;
		return (servlet != null) ? "a filter, or the servlet '" + servlet + "'" : "a filter or a servlet";
	}

}
