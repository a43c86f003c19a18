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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response that keeps its fields as a server does, and does nothing else.
 */
final class LightResponse extends HttpServletResponseWrapper {

	private final String[] names = new String[16];

	private final String[] values = new String[16];

	private final ServletOutputStream body = new Nowhere();

	private int count;

	private int status = SC_OK;

	LightResponse() {
		super(Unsupported.instanceOf(HttpServletResponse.class));
	}

	void reset(int status) {
		this.count = 0;
		this.status = status;
	}

	private int indexOf(String name, int start) {
		for (int i = start; i < this.count; i++) {
			if (LightRequest.isSame(this.names[i], name)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public void setHeader(String name, String value) {
		int index = indexOf(name, 0);
		if (index < 0) {
			addHeader(name, value);
		}
		else {
			this.values[index] = value;
		}
	}

	@Override
	public void addHeader(String name, String value) {
		this.names[this.count] = name;
		this.values[this.count++] = value;
	}

	@Override
	public boolean containsHeader(String name) {
		return indexOf(name, 0) >= 0;
	}

	@Override
	public String getHeader(String name) {
		int index = indexOf(name, 0);
		return (index >= 0) ? this.values[index] : null;
	}

	@Override
	public Collection<String> getHeaders(String name) {
		int index = indexOf(name, 0);
		if (index < 0) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		while (index >= 0) {
			lines.add(this.values[index]);
			index = indexOf(name, index + 1);
		}
		return lines;
	}

	@Override
	public Collection<String> getHeaderNames() {
		return Arrays.asList(this.names).subList(0, this.count);
	}

	@Override
	public void setStatus(int status) {
		this.status = status;
	}

	@Override
	public int getStatus() {
		return this.status;
	}

	@Override
	public void sendError(int status) {
		this.status = status;
	}

	@Override
	public boolean isCommitted() {
		return false;
	}

	@Override
	public void resetBuffer() {
		// nothing is buffered
	}

	@Override
	public void flushBuffer() {
		// nothing is buffered
	}

	@Override
	public void setContentType(String type) {
		setHeader("Content-Type", type);
	}

	@Override
	public String getContentType() {
		return getHeader("Content-Type");
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public void setCharacterEncoding(String encoding) {
		// nothing is written
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return this.body;
	}

	/**
	 * Takes a body and drops it.
	 */
	private static final class Nowhere extends ServletOutputStream {

		@Override
		public void write(int b) {
			// dropped
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			// dropped
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

	}

}
