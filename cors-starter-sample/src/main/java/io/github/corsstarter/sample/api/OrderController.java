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
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The restricted scenario. {@code PATCH} works here too: that browsers do not get to it
 * is the rule's doing, not the handler's.
 */
@RestController
@RequestMapping("/restricted/orders")
class OrderController {

	private final Orders orders;

	OrderController(Orders orders) {
		this.orders = orders;
	}

	@GetMapping
	ResponseEntity<List<Order>> list() {
		List<Order> all = this.orders.all();
		return ResponseEntity.ok()
			.header("X-Total-Count", String.valueOf(all.size()))
			.header("X-Served-By", "cors-lab")
			.body(all);
	}

	@GetMapping("/{id}")
	ResponseEntity<Order> one(@PathVariable int id) {
		return ResponseEntity.of(this.orders.find(id));
	}

	@PostMapping
	ResponseEntity<Order> create(@RequestBody OrderDraft draft) {
		Order order = this.orders.add(draft);
		return ResponseEntity.created(URI.create("/restricted/orders/" + order.id())).body(order);
	}

	@PutMapping("/{id}")
	ResponseEntity<Order> replace(@PathVariable int id, @RequestBody OrderDraft draft) {
		return ResponseEntity.of(this.orders.change(id, draft));
	}

	@PatchMapping("/{id}")
	ResponseEntity<Order> change(@PathVariable int id, @RequestBody OrderDraft draft) {
		return ResponseEntity.of(this.orders.change(id, draft));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> remove(@PathVariable int id) {
		return ResponseEntity.status(this.orders.remove(id) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
	}

}
