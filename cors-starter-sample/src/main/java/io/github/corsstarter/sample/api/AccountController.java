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

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What depends on credentials. There is no password: the lab is about whether the browser
 * sends the cookie or the header, and whether the page may read a 401.
 */
@RestController
@RequestMapping("/restricted")
class AccountController {

	private static final String COOKIE = "cors-lab-session";

	@GetMapping("/account")
	ResponseEntity<Map<String, String>> account(@CookieValue(name = COOKIE, required = false) @Nullable String session,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
		if (session != null) {
			return ResponseEntity.ok(Map.of("user", "visitor", "known-by", "cookie"));
		}
		if (authorization != null && authorization.startsWith("Bearer ")) {
			return ResponseEntity.ok(Map.of("user", "visitor", "known-by", "authorization header"));
		}
		return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.body(Map.of("error", "sign in first: POST /restricted/session"));
	}

	@PostMapping("/session")
	ResponseEntity<Void> signIn() {
		return answerWith("visitor", Duration.ofHours(1));
	}

	@DeleteMapping("/session")
	ResponseEntity<Void> signOut() {
		return answerWith("", Duration.ZERO);
	}

	// SameSite=None, or a page on another site would not send it even where the rule
	// allows credentials. Browsers take Secure from http://localhost.
	private ResponseEntity<Void> answerWith(String value, Duration maxAge) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
			.path("/restricted")
			.httpOnly(true)
			.secure(true)
			.sameSite("None")
			.maxAge(maxAge)
			.build();
		return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
	}

}
