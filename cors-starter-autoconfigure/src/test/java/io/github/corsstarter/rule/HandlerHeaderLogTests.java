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

import io.github.corsstarter.support.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HandlerHeaderLog}.
 */
class HandlerHeaderLogTests {

	private final HandlerHeaderLog log = new HandlerHeaderLog();

	private final LogCapture capture = LogCapture.at("WARN");

	@AfterEach
	void stopCapturing() {
		this.capture.close();
	}

	@Test
	void namesAHandlerOnce() {
		this.log.report("the handler of '/a'", "Access-Control-Allow-Origin");
		this.log.report("the handler of '/a'", "Access-Control-Max-Age");
		this.log.report("the handler of '/b'", "access-control-max-age");
		assertThat(this.capture.starterMessages("WARN")).containsExactly(
				"CORS: the handler of '/a' writes Access-Control-Allow-Origin itself. A rule governs the path, and what the "
						+ "rule says replaces it: remove it there. This is said once per handler.",
				"CORS: the handler of '/b' writes access-control-max-age itself. A rule governs the path, and what the "
						+ "rule says replaces it: remove it there. This is said once per handler.");
	}

	@Test
	void repeatsNoNameThatAHandlerMadeUp() {
		this.log.report("a filter", "Access-Control-\n");
		assertThat(this.capture.starterMessages()).hasSize(1)
			.first()
			.asString()
			.startsWith("CORS: a filter writes Access-Control-* itself.");
	}

	@Test
	void namesABoundedNumberOfHandlers() {
		for (int i = 0; i < 1000; i++) {
			this.log.report("the handler of '/" + i + "'", "Access-Control-Allow-Origin");
		}
		assertThat(this.capture.starterMessages()).hasSize(100);
	}

}
