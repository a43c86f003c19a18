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

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The handlers that are the same on both stacks. Each says who it is in
 * {@code X-Handler}.
 */
@RestController
class SharedController {

	static final String HANDLER = "X-Handler";

	@RequestMapping("/api/data")
	ResponseEntity<String> data() {
		return answer("data").header("X-Total-Count", "1").body("data");
	}

	@RequestMapping("/api/admin/**")
	ResponseEntity<String> admin() {
		return answer("admin").body("admin");
	}

	@RequestMapping("/api/closed/**")
	ResponseEntity<String> closed() {
		return answer("closed").body("closed");
	}

	@RequestMapping("/public/**")
	ResponseEntity<String> publicData() {
		return answer("public").body("public");
	}

	@RequestMapping("/other/**")
	ResponseEntity<String> other() {
		return answer("other").body("other");
	}

	@RequestMapping("/service+path")
	ResponseEntity<String> plus() {
		return answer("plus").body("plus");
	}

	@RequestMapping("/service path")
	ResponseEntity<String> space() {
		return answer("space").body("space");
	}

	@RequestMapping(path = { "/api/options", "/other/options" }, method = RequestMethod.OPTIONS)
	ResponseEntity<String> options() {
		return answer("options").header("X-Options", "explicit").body("options");
	}

	@RequestMapping("/api/sideeffect")
	ResponseEntity<String> sideEffect() {
		return answer("sideeffect").body("done");
	}

	@RequestMapping("/api/secure")
	ResponseEntity<String> secure() {
		return answer("secure", 401).header("WWW-Authenticate", "Bearer").body("who are you?");
	}

	@RequestMapping("/api/error")
	ResponseEntity<String> error() {
		throw new IllegalStateException("This handler always fails");
	}

	@RequestMapping("/api/missing")
	ResponseEntity<String> missing() {
		return answer("missing", 404).body("missing");
	}

	@RequestMapping("/api/vary")
	ResponseEntity<String> vary() {
		return answer("vary").header("Vary", "Accept-Encoding").body("vary");
	}

	@RequestMapping("/api/vary-origin")
	ResponseEntity<String> varyOrigin() {
		return answer("vary-origin").header("Vary", "Origin").body("vary-origin");
	}

	@RequestMapping("/api/vary-star")
	ResponseEntity<String> varyStar() {
		return answer("vary-star").header("Vary", "*").body("vary-star");
	}

	@RequestMapping("/api/acao-star")
	ResponseEntity<String> allowAnyOrigin() {
		return answer("acao-star").header("Access-Control-Allow-Origin", "*").body("acao-star");
	}

	@RequestMapping("/api/acac-true")
	ResponseEntity<String> allowCredentials() {
		return answer("acac-true").header("Access-Control-Allow-Credentials", "true").body("acac-true");
	}

	@CrossOrigin(origins = "https://annotated.example.com", exposedHeaders = "X-Annotated")
	@RequestMapping("/api/crossorigin")
	ResponseEntity<String> crossOrigin() {
		return answer("crossorigin").body("crossorigin");
	}

	@RequestMapping("/api/redirect")
	ResponseEntity<String> redirect() {
		return answer("redirect", 302).header("Location", "/api/data").build();
	}

	@RequestMapping("/api/notmodified")
	ResponseEntity<String> notModified() {
		return answer("notmodified", 304).header("ETag", "\"v1\"").build();
	}

	@RequestMapping("/api/async")
	Mono<ResponseEntity<String>> async() {
		return Mono.delay(Duration.ofMillis(20)).map((tick) -> answer("async").body("async"));
	}

	@RequestMapping("/api/async-error")
	Mono<ResponseEntity<String>> asyncError() {
		return Mono.delay(Duration.ofMillis(20)).map((tick) -> {
			throw new IllegalStateException("This handler always fails, and late");
		});
	}

	@RequestMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<Flux<String>> stream() {
		return answer("stream").body(Flux.just("one", "two", "three").delayElements(Duration.ofMillis(5)));
	}

	@GetMapping("/api/range")
	ResponseEntity<Resource> range() {
		return answer("range").body(new ByteArrayResource("0123456789".getBytes(StandardCharsets.US_ASCII)));
	}

	@RequestMapping("/api/overwrites")
	ResponseEntity<String> overwrites() {
		return answer("overwrites").header("Access-Control-Allow-Origin", "https://evil.test", "null")
			.header("access-control-allow-credentials", "TRUE")
			.header("Access-Control-Expose-Headers", "*")
			.header("Access-Control-Allow-Methods", "DELETE")
			.header("Access-Control-Max-Age", "5")
			.header("Vary", "Accept, Accept-Language")
			.body("overwrites");
	}

	static ResponseEntity.BodyBuilder answer(String handler) {
		return answer(handler, 200);
	}

	static ResponseEntity.BodyBuilder answer(String handler, int status) {
		return ResponseEntity.status(status).header(HANDLER, handler);
	}

}
