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
package io.github.corsstarter.sample.api;

import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with the CORS headers that people write by hand. No rule governs the one half
 * of its paths: there the mistakes go out. Under a rule they are replaced.
 */
@RestController
class HandwrittenController {

	private static final Map<String, String> BODY = Map.of("written", "by hand");

	@GetMapping({ "/internal/handwritten/two-origins", "/restricted/handwritten/two-origins" })
	ResponseEntity<Map<String, String>> twoOrigins() {
		return ResponseEntity.ok()
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://app1.yourdomain.com, http://localhost:8081")
			.body(BODY);
	}

	@GetMapping({ "/internal/handwritten/any-origin", "/restricted/handwritten/any-origin" })
	ResponseEntity<Map<String, String>> anyOriginWithCredentials() {
		return ResponseEntity.ok()
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
			.body(BODY);
	}

}
