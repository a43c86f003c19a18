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

import org.jspecify.annotations.Nullable;

/**
 * What a client sends to create or change an order.
 *
 * @param item what is ordered; unset keeps what was there
 * @param quantity how many of it; unset keeps what was there
 */
record OrderDraft(@Nullable String item, @Nullable Integer quantity) {

	Order applyTo(Order order) {
		return new Order(order.id(), (this.item != null) ? this.item : order.item(),
				(this.quantity != null) ? this.quantity : order.quantity());
	}

}
