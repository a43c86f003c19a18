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

package io.github.corsstarter.autoconfigure.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers with {@link CrossOrigin} in all the ways in which Spring finds it, and
 * without.
 */
final class CrossOriginControllers {

	private CrossOriginControllers() {
	}

	@RestController
	static class Plain {

		@GetMapping("/api/plain")
		String plain() {
			return "plain";
		}

		@GetMapping("/api-docs")
		String docs() {
			return "docs";
		}

	}

	@RestController
	static class OnMethods {

		@CrossOrigin
		@GetMapping({ "/api/orders/{id}", "/other/orders/{id}" })
		String order() {
			return "order";
		}

		@PartnerOrigins
		@PostMapping("/api/orders")
		String create() {
			return "created";
		}

		@GetMapping("/api/orders")
		String orders() {
			return "orders";
		}

	}

	@RestController
	@CrossOrigin(origins = "https://partner.example.com")
	@RequestMapping("/api/typed")
	static class OnType {

		@GetMapping("/a")
		String a() {
			return "a";
		}

		@GetMapping("/b")
		String b() {
			return "b";
		}

	}

	@RestController
	static class Inherited implements Contract {

		@Override
		public String inherited() {
			return "inherited";
		}

	}

	@RestController
	@CrossOrigin
	@RequestMapping("/other")
	static class Elsewhere {

		@GetMapping("/a")
		String a() {
			return "a";
		}

	}

	@CrossOrigin
	interface Contract {

		@GetMapping("/api/inherited")
		String inherited();

	}

	@CrossOrigin(origins = "https://partner.example.com")
	@Retention(RetentionPolicy.RUNTIME)
	@Target(ElementType.METHOD)
	@interface PartnerOrigins {

	}

}
