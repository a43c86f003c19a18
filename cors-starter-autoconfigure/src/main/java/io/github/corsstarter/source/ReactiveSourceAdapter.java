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

import java.time.Duration;

/**
 * Waits for a reactive source, on a thread that may wait. A bounded number of threads is
 * a bounded number of subscriptions, too.
 */
public final class ReactiveSourceAdapter implements CorsOriginSource {

	private final ReactiveCorsOriginSource source;

	private final Duration timeout;

	/**
	 * Create an adapter.
	 * @param source what is waited for
	 * @param timeout how long at most
	 */
	public ReactiveSourceAdapter(ReactiveCorsOriginSource source, Duration timeout) {
		this.source = source;
		this.timeout = timeout;
	}

	@Override
	public boolean isAllowed(String origin) {
		return this.source.isAllowed(origin).blockOptional(this.timeout).orElse(false);
	}

}
