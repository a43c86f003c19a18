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
import java.util.NoSuchElementException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that answers as a server does, and does nothing else: fields are compared one
 * after the other, without regard to case.
 */
final class LightRequest extends HttpServletRequestWrapper {

	private final String method;

	private final String uri;

	private final String[] headers;

	private final String[] attributeNames = new String[8];

	private final Object[] attributes = new Object[8];

	private int attributeCount;

	LightRequest(Scenario scenario) {
		super(Unsupported.instanceOf(HttpServletRequest.class));
		this.method = scenario.method();
		this.uri = scenario.path();
		this.headers = scenario.headers();
	}

	/** Forget what a filter has left behind. */
	void reset() {
		this.attributeCount = 0;
	}

	@Override
	public String getHeader(String name) {
		for (int i = 0; i < this.headers.length; i += 2) {
			if (this.headers[i].equalsIgnoreCase(name)) {
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
		return Collections.emptyEnumeration();
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
			while (this.next < this.headers.length && !this.headers[this.next].equalsIgnoreCase(this.name));
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
