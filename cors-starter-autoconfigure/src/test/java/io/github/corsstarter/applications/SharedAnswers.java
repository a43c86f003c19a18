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

package io.github.corsstarter.applications;

import java.net.URI;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers of many kinds, the same on both stacks. */
@RestController
@RequestMapping("/{any}/{area}")
class SharedAnswers {

	@GetMapping("/own")
	ResponseEntity<String> own() {
		return ResponseEntity.ok()
			.header("Access-Control-Allow-Origin", "*")
			.header("Access-Control-Expose-Headers", "X-Internal")
			.header("Vary", "Accept-Language")
			.body("own");
	}

	@GetMapping("/large")
	String large() {
		return "large ".repeat(2000);
	}

	@GetMapping("/tagged")
	ResponseEntity<String> tagged() {
		return ResponseEntity.ok().eTag("\"v1\"").body("tagged");
	}

	@GetMapping("/moved")
	ResponseEntity<Void> moved() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/elsewhere")).build();
	}

	@PostMapping(path = "/json", consumes = "application/json", produces = "application/json")
	Map<String, Object> json(@RequestBody Map<String, Object> body) {
		return body;
	}

	@GetMapping("/conflict")
	String conflict() {
		throw new ResponseStatusException(HttpStatus.CONFLICT);
	}

	@GetMapping("/failure")
	String failure() {
		throw new IllegalStateException("on purpose");
	}

	@GetMapping("/handled")
	String handled() {
		throw new UnsupportedOperationException("on purpose");
	}

	@ExceptionHandler
	ResponseEntity<String> handle(UnsupportedOperationException ex) {
		return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT)
			.header("Access-Control-Allow-Origin", "https://handler.example.com")
			.body("handled");
	}

}
