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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public scenario: anybody may read the catalogue from any origin.
 */
@RestController
@RequestMapping("/public")
class ProductController {

	private static final List<Product> CATALOGUE = List.of(new Product(1, "Desk lamp", new BigDecimal("39.90")),
			new Product(2, "Notebook, dotted", new BigDecimal("7.50")),
			new Product(3, "Fountain pen", new BigDecimal("24.00")));

	@GetMapping("/products")
	ResponseEntity<List<Product>> list() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
			.header("X-Total-Count", String.valueOf(CATALOGUE.size()))
			.body(CATALOGUE);
	}

	@GetMapping("/products/{id}")
	ResponseEntity<Product> one(@PathVariable int id) {
		return ResponseEntity.of(CATALOGUE.stream().filter((product) -> product.id() == id).findFirst());
	}

	@PostMapping("/feedback")
	Map<String, Object> feedback(@RequestBody(required = false) String text) {
		return Map.of("received", (text != null) ? text.length() : 0);
	}

}
