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
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * No rule governs these paths. Pages of other origins cannot read the answers, and yet
 * the {@code POST} is carried out: CORS is no protection against forged requests.
 */
@RestController
@RequestMapping("/internal")
class InternalController {

	private final AtomicInteger visits = new AtomicInteger();

	@GetMapping("/report")
	Map<String, Object> report() {
		return Map.of("visits", this.visits.get());
	}

	@PostMapping("/visits")
	Map<String, Object> visit() {
		return Map.of("visits", this.visits.incrementAndGet());
	}

}
