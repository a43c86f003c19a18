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

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;

/**
 * A request that answers as a server does, and does nothing else: fields are compared one
 * after the other, without regard to case.
 */
final class LightRequest extends HttpServletRequestWrapper {

	private static final HttpServletMapping DEFAULT_SERVLET = new DefaultMapping();

	private final String method;

	private final String uri;

	private final String[] headers;

	private final List<String> names;

	private final String[] attributeNames = new String[8];

	private final Object[] attributes = new Object[8];

	private int attributeCount;

	LightRequest(Scenario scenario) {
		super(Unsupported.instanceOf(HttpServletRequest.class));
		this.method = scenario.method();
		this.uri = scenario.path();
		this.headers = scenario.headers();
		this.names = IntStream.range(0, this.headers.length / 2).mapToObj((i) -> this.headers[2 * i]).toList();
	}

	/** Forget what a filter has left behind. */
	void reset() {
		this.attributeCount = 0;
	}

	/**
	 * Whether two names of fields are the same; a call is only worth it if they may be.
	 */
	static boolean isSame(String name, String other) {
		return name.length() == other.length() && name.equalsIgnoreCase(other);
	}

	@Override
	public String getHeader(String name) {
		for (int i = 0; i < this.headers.length; i += 2) {
			if (isSame(this.headers[i], name)) {
				return this.headers[i + 1];
			}
		}
		return null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return new Lines(this.headers, name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(this.names);
	}

	@Override
	public String getMethod() {
		return this.method;
	}

	@Override
	public String getRequestURI() {
		return this.uri;
	}

	@Override
	public String getContextPath() {
		return "";
	}

	@Override
	public String getServletPath() {
		return this.uri;
	}

	@Override
	public String getPathInfo() {
		return null;
	}

	@Override
	public HttpServletMapping getHttpServletMapping() {
		return DEFAULT_SERVLET;
	}

	@Override
	public String getScheme() {
		return "https";
	}

	@Override
	public String getServerName() {
		return "api.example.com";
	}

	@Override
	public int getServerPort() {
		return 443;
	}

	@Override
	public String getQueryString() {
		return null;
	}

	@Override
	public String getCharacterEncoding() {
		return null;
	}

	@Override
	public int getContentLength() {
		return -1;
	}

	@Override
	public String getContentType() {
		return null;
	}

	@Override
	public DispatcherType getDispatcherType() {
		return DispatcherType.REQUEST;
	}

	@Override
	public boolean isAsyncStarted() {
		return false;
	}

	@Override
	public Object getAttribute(String name) {
		int index = indexOf(name);
		return (index >= 0) ? this.attributes[index] : null;
	}

	@Override
	public void setAttribute(String name, Object value) {
		int index = indexOf(name);
		if (index < 0) {
			index = this.attributeCount++;
			this.attributeNames[index] = name;
		}
		this.attributes[index] = value;
	}

	@Override
	public void removeAttribute(String name) {
		int index = indexOf(name);
		if (index >= 0) {
			this.attributes[index] = null;
		}
	}

	private int indexOf(String name) {
		for (int i = 0; i < this.attributeCount; i++) {
			if (this.attributeNames[i].equals(name)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * The mapping of the servlet that Spring MVC is.
	 */
	private static final class DefaultMapping implements HttpServletMapping {

		@Override
		public String getMatchValue() {
			return "";
		}

		@Override
		public String getPattern() {
			return "/";
		}

		@Override
		public String getServletName() {
			return "dispatcherServlet";
		}

		@Override
		public MappingMatch getMappingMatch() {
			return MappingMatch.DEFAULT;
		}

	}

	/**
	 * The lines of one field.
	 */
	private static final class Lines implements Enumeration<String> {

		private final String[] headers;

		private final String name;

		private int next = -2;

		Lines(String[] headers, String name) {
			this.headers = headers;
			this.name = name;
			advance();
		}

		private void advance() {
			do {
				this.next += 2;
			}
			while (this.next < this.headers.length && !isSame(this.headers[this.next], this.name));
		}

		@Override
		public boolean hasMoreElements() {
			return this.next < this.headers.length;
		}

		@Override
		public String nextElement() {
			if (!hasMoreElements()) {
				throw new NoSuchElementException();
			}
			String value = this.headers[this.next + 1];
			advance();
			return value;
		}

	}

}
