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

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source that does what a test tells it to, and keeps what it was asked.
 */
final class TestSource implements CorsOriginSource {

	final Set<String> allowed = ConcurrentHashMap.newKeySet();

	final List<String> asked = new CopyOnWriteArrayList<>();

	final Set<String> threads = ConcurrentHashMap.newKeySet();

	final AtomicInteger calls = new AtomicInteger();

	volatile RuntimeException failure;

	volatile CountDownLatch hang;

	TestSource(String... allowed) {
		this.allowed.addAll(List.of(allowed));
	}

	@Override
	public boolean isAllowed(String origin) {
		this.threads.add(Thread.currentThread().getName());
		if (this.calls.incrementAndGet() <= 1000) {
			this.asked.add(origin);
		}
		CountDownLatch hang = this.hang;
		if (hang != null) {
			try {
				hang.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		RuntimeException failure = this.failure;
		if (failure != null) {
			throw failure;
		}
		return this.allowed.contains(origin);
	}

}
