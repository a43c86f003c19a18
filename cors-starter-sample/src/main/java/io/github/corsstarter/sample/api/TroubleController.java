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

import java.net.URI;

import io.github.corsstarter.sample.ports.ListeningPorts;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers that other CORS set-ups lose their headers on: an error and redirects. A
 * redirect keeps the {@code lab} parameter, so that the lab finds the exchange that
 * follows.
 */
@RestController
@RequestMapping("/restricted")
class TroubleController {

	private final ListeningPorts ports;

	TroubleController(ListeningPorts ports) {
		this.ports = ports;
	}

	@GetMapping("/fail")
	String fail() {
		throw new IllegalStateException("The lab fails on request");
	}

	@RequestMapping("/moved")
	ResponseEntity<Void> moved(@RequestParam @Nullable String lab) {
		return redirect("/restricted/orders", lab);
	}

	@RequestMapping("/elsewhere")
	ResponseEntity<Void> elsewhere(@RequestHeader(HttpHeaders.HOST) String host, @RequestParam @Nullable String lab) {
		return redirect(otherOrigin(host) + "/restricted/orders", lab);
	}

	@RequestMapping("/to-public")
	ResponseEntity<Void> toPublic(@RequestHeader(HttpHeaders.HOST) String host, @RequestParam @Nullable String lab) {
		return redirect(otherOrigin(host) + "/public/products", lab);
	}

	// The Host header only excludes a port and is never copied into the Location.
	private String otherOrigin(String host) {
		int port = this.ports.all()
			.stream()
			.filter((candidate) -> !host.endsWith(":" + candidate))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The lab listens on one port only"));
		return "http://localhost:" + port;
	}

	private ResponseEntity<Void> redirect(String target, @Nullable String lab) {
		UriComponentsBuilder location = UriComponentsBuilder.fromUriString(target);
		if (lab != null) {
			location.queryParam("lab", "{lab}");
		}
		URI uri = (lab != null) ? location.encode().buildAndExpand(lab).toUri() : location.build().toUri();
		return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(uri).build();
	}

}
