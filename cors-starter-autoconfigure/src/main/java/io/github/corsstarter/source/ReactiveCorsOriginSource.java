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

package io.github.corsstarter.source;

import reactor.core.publisher.Mono;

/**
 * A {@link CorsOriginSource} that answers without blocking. A bean of this type can be
 * named on either stack.
 * <p>
 * It can rely on what a {@link CorsOriginSource} can rely on. It is subscribed to on one
 * of the threads that sources are asked on, never on an event loop, and the subscription
 * is cancelled when nobody waits for the answer any longer.
 */
@FunctionalInterface
public interface ReactiveCorsOriginSource {

	/**
	 * Whether scripts of an origin may read the answers.
	 * @param origin a serialized origin, for instance {@code https://shop.example.com}:
	 * to be compared as a whole, not by prefix or suffix
	 * @return whether the origin is allowed; it is not if this is empty or fails
	 */
	Mono<Boolean> isAllowed(String origin);

}
