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

package io.github.corsstarter.sample.lab;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.sample.lab.ExchangeLog.Entry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Remembers exchanges on the servlet stack. An error dispatch comes after the first pass
 * and has the last word.
 */
final class RecordingFilter implements Filter {

	private static final String ENTRY = RecordingFilter.class.getName() + ".entry";

	private final ExchangeLog log;

	RecordingFilter(ExchangeLog log) {
		this.log = log;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Entry entry = entryOf((HttpServletRequest) request);
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (entry != null && !request.isAsyncStarted()) {
				HttpServletResponse answer = (HttpServletResponse) response;
				entry.answeredWith(answer.getStatus(), RecordedHeaders.ofResponse(answer.getHeaderNames(),
						(name) -> List.copyOf(answer.getHeaders(name))));
			}
		}
	}

	private @Nullable Entry entryOf(HttpServletRequest request) {
		if (request.getAttribute(ENTRY) instanceof Entry begun) {
			return begun;
		}
		String id = ExchangeLog.idIn(request.getQueryString());
		if (id == null) {
			return null;
		}
		Entry entry = this.log.begin(id, exchange(request));
		request.setAttribute(ENTRY, entry);
		return entry;
	}

	private Exchange exchange(HttpServletRequest request) {
		return new Exchange(request.getMethod(), String.valueOf(request.getHeader("Host")), request.getRequestURI(),
				RecordedHeaders.ofRequest((name) -> Collections.list(request.getHeaders(name))), null,
				Collections.emptyMap());
	}

}
