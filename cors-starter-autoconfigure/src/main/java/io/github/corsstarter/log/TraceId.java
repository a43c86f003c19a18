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

package io.github.corsstarter.log;

import io.github.corsstarter.explain.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.util.ClassUtils;

/**
 * The trace that the request of this thread belongs to, as tracing libraries write it
 * into the diagnostic context of the log.
 */
final class TraceId {

	private static final int MAX_LENGTH = 64;

	private static final boolean PRESENT = ClassUtils.isPresent("org.slf4j.MDC", TraceId.class.getClassLoader());

	private TraceId() {
	}

	/**
	 * The current trace.
	 * @return its id, printable and cut, or {@code null} if there is none
	 */
	static @Nullable String current() {
		String id = PRESENT ? Mdc.traceId() : null;
		return (id != null && !id.isEmpty()) ? Printable.of(id, MAX_LENGTH) : null;
	}

	/**
	 * Loaded where SLF4J is present only.
	 */
	private static final class Mdc {

		private static @Nullable String traceId() {
			// Micrometer Tracing, and the agent of OpenTelemetry
			String id = MDC.get("traceId");
			return (id != null) ? id : MDC.get("trace_id");
		}

	}

}
