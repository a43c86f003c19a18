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

package io.github.corsstarter.rule;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.fetch.HeaderNames;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns of handlers that write {@code Access-Control-*} fields themselves, where a rule
 * replaces them: once per handler, and of a bounded number of them.
 */
public final class HandlerHeaderLog {

	private static final Log logger = LogFactory.getLog(HandlerHeaderLog.class);

	private static final int MOST = 100;

	private final Set<String> handlers = ConcurrentHashMap.newKeySet();

	/**
	 * Report that a handler wrote a field.
	 * @param handler what names the handler, for instance its path pattern; nothing of a
	 * request
	 * @param field the name of the field, in any case
	 */
	public void report(String handler, String field) {
		if (this.handlers.size() < MOST && this.handlers.add(handler)) {
			logger.warn("CORS: " + handler + " writes "
					+ (HeaderNames.isCorsResponseHeader(field) ? field : "Access-Control-*")
					+ " itself. A rule governs the path, and what the rule says replaces it: remove it there. This is said"
					+ " once per handler.");
		}
	}

}
