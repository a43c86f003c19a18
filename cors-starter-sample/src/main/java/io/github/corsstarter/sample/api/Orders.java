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

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

/**
 * The orders, in memory and bounded: a lab is restarted, not backed up.
 */
@Component
public class Orders {

	private static final int CAPACITY = 100;

	private final TreeMap<Integer, Order> orders = new TreeMap<>();

	private int lastId;

	Orders() {
		reset();
	}

	/**
	 * Forget every change and start again with the three orders of a new lab.
	 */
	public synchronized void reset() {
		this.orders.clear();
		this.lastId = 0;
		add(new OrderDraft("Desk lamp", 1));
		add(new OrderDraft("Notebook, dotted", 12));
		add(new OrderDraft("Fountain pen", 2));
	}

	synchronized List<Order> all() {
		return List.copyOf(this.orders.values());
	}

	synchronized Optional<Order> find(int id) {
		return Optional.ofNullable(this.orders.get(id));
	}

	synchronized Order add(OrderDraft draft) {
		Order order = draft.applyTo(new Order(++this.lastId, "Something", 1));
		this.orders.put(order.id(), order);
		if (this.orders.size() > CAPACITY) {
			this.orders.pollFirstEntry();
		}
		return order;
	}

	synchronized Optional<Order> change(int id, OrderDraft draft) {
		return Optional.ofNullable(this.orders.computeIfPresent(id, (key, order) -> draft.applyTo(order)));
	}

	synchronized boolean remove(int id) {
		return this.orders.remove(id) != null;
	}

}
