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

package io.github.corsstarter.sample.browser;

import java.util.Map;
import java.util.TreeMap;

/**
 * A server that gives the table's answer to the request of a case, and the engine's to
 * what follows.
 */
final class TableServer implements Server {

	private final TableCase tableCase;

	private final DecidedServer others;

	TableServer(TableCase tableCase, DecidedServer others) {
		this.tableCase = tableCase;
		this.others = others;
	}

	@Override
	public Answer answer(Request request) {
		if (request.isPreflight() != this.tableCase.preflight()) {
			return this.others.answer(request);
		}
		Answer tabled = this.tableCase.answer();
		if (tabled.status() != 0) {
			return tabled;
		}
		if (request.isPreflight()) {
			return new Answer(200, tabled.headers());
		}
		Answer application = this.others.askTheApplication(request);
		Map<String, String> headers = new TreeMap<>(application.headers());
		headers.putAll(tabled.headers());
		return new Answer(application.status(), headers);
	}

}
