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

import java.util.List;
import java.util.Map;

/**
 * Says what the application answers next, whatever the path. Requests are made one at a
 * time, so that one answer is enough. Without an answer the handlers of the application
 * answer.
 */
public final class Script {

	private volatile Answer answer;

	/**
	 * Set the answer of the application.
	 * @param answer the answer, or {@code null} for the handlers of the application
	 */
	public void answerWith(Answer answer) {
		this.answer = answer;
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * What a handler does.
	 *
	 * @param status the status that it sets
	 * @param headers the lines that it adds
	 * @param overwritesVary whether it sets {@code Vary} instead of adding to it
	 * @param streaming whether it flushes before it is done
	 * @param fails whether it throws instead of answering
	 */
	public record Answer(int status, List<Map.Entry<String, String>> headers, boolean overwritesVary, boolean streaming,
			boolean fails) {

		/**
		 * The answer of a handler that knows nothing of CORS.
		 * @return 200 without a header
		 */
		public static Answer plain() {
			return new Answer(200, List.of(), false, false, false);
		}

		boolean overwrites(String name) {
			return this.overwritesVary && name.equalsIgnoreCase("Vary");
		}

		boolean hasBody() {
			return this.status >= 200 && this.status != 204 && this.status != 304;
		}

	}

}
