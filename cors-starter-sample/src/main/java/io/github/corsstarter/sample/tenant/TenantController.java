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

package io.github.corsstarter.sample.tenant;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What {@code tenants.html} asks at its own origin; no rule governs it.
 */
@RestController
@RequestMapping("/tenants")
class TenantController {

	private final Tenants tenants;

	private final QuestionLog log;

	private final Duration timeToLive;

	TenantController(Tenants tenants, QuestionLog log,
			@Value("${cors.origin-cache.time-to-live:60s}") Duration timeToLive) {
		this.tenants = tenants;
		this.log = log;
		this.timeToLive = timeToLive;
	}

	@GetMapping
	ResponseEntity<Overview> overview() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Overview(this.tenants.all(), this.timeToLive.toSeconds(), this.log.count(), this.log.last()));
	}

	@PostMapping(path = "/{tenant}/origins", consumes = "application/json")
	ResponseEntity<?> add(@PathVariable String tenant, @RequestBody NewOrigin body) {
		TenantOrigin typed = TenantOrigin.parse(body.origin());
		String origin = typed.origin();
		if (origin == null) {
			return ResponseEntity.badRequest().body(new Refusal(String.valueOf(typed.error()), typed.suggestion()));
		}
		if (!this.tenants.exists(tenant)) {
			return ResponseEntity.notFound().build();
		}
		if (!this.tenants.add(tenant, origin)) {
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.body(new Refusal(origin + " belongs to a tenant already.", null));
		}
		return ResponseEntity.status(HttpStatus.CREATED).body(new NewOrigin(origin));
	}

	@DeleteMapping("/{tenant}/origins")
	ResponseEntity<Void> remove(@PathVariable String tenant, @RequestParam String origin) {
		return this.tenants.remove(tenant, origin) ? ResponseEntity.noContent().build()
				: ResponseEntity.notFound().build();
	}

	/**
	 * Everything that the page shows.
	 *
	 * @param tenants the tenants
	 * @param holdsSeconds for how long an answer of the database holds
	 * @param questionCount how often the database was asked
	 * @param questions the last of these questions, the newest first
	 */
	record Overview(List<Tenant> tenants, long holdsSeconds, long questionCount, List<Question> questions) {

	}

	/**
	 * An origin to add.
	 *
	 * @param origin what was typed in
	 */
	record NewOrigin(@Nullable String origin) {

	}

	/**
	 * Why an origin was not added.
	 *
	 * @param error the reason
	 * @param suggestion what was probably meant
	 */
	record Refusal(String error, @Nullable String suggestion) {

	}

}
