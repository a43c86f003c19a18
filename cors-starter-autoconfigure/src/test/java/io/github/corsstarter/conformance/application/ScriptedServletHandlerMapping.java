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

package io.github.corsstarter.conformance.application;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets the {@link Script} answer every request. Not one of Spring's own mappings, since
 * those answer preflights themselves.
 */
class ScriptedServletHandlerMapping implements HandlerMapping, Ordered {

	private final Script script;

	ScriptedServletHandlerMapping(Script script) {
		this.script = script;
	}

	@Override
	public HandlerExecutionChain getHandler(HttpServletRequest request) {
		Script.Answer answer = this.script.answer();
		if (answer == null || request.getDispatcherType() == DispatcherType.ERROR) {
			return null;
		}
		HttpRequestHandler handler = (current, response) -> write(answer, response);
		return new HandlerExecutionChain(handler);
	}

	private void write(Script.Answer answer, HttpServletResponse response) throws IOException {
		if (answer.fails()) {
			throw new IllegalStateException("The script says so");
		}
		response.setStatus(answer.status());
		for (Map.Entry<String, String> header : answer.headers()) {
			if (answer.overwrites(header.getKey())) {
				response.setHeader(header.getKey(), header.getValue());
			}
			else {
				response.addHeader(header.getKey(), header.getValue());
			}
		}
		if (answer.streaming()) {
			response.flushBuffer();
		}
		if (answer.hasBody()) {
			response.getWriter().write("scripted");
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
