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

import java.time.Duration;

/**
 * Is told of what becomes of the questions that rules have for origin sources. A bean of
 * this type is told without further ado.
 * <p>
 * It is called on threads that others wait for, so it has to be quick, and by several
 * threads at once. What it throws is ignored.
 */
public interface OriginSourceListener {

	/**
	 * Take notice of a question. The dry runs of an explanation are told of as well,
	 * since they use the same answers.
	 * @param rule the name of the rule
	 * @param source the name of the source
	 * @param result how it was answered
	 */
	default void onLookup(String rule, String source, Lookup result) {
	}

	/**
	 * Take notice of a call of a source, once: when it ends, or when it takes too long.
	 * @param source the name of the source
	 * @param result how it ended
	 * @param time how long those who asked have waited for it
	 */
	default void onCall(String source, Call result, Duration time) {
	}

	/** How a question was answered. */
	enum Lookup {

		/** Out of what is remembered. */
		HIT,

		/** By a call of the source, a new one or one that was under way. */
		MISS,

		/** Not at all: a bound was reached, or the call for the origin hangs. */
		NOT_ASKED

	}

	/** How a call ended. */
	enum Call {

		/** With an answer. */
		ANSWERED,

		/** With an exception. */
		FAILED,

		/** It had not ended when nobody waited for it any longer. */
		TIMED_OUT

	}

}
