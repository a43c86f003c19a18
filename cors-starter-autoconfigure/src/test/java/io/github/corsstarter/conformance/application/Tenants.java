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

package io.github.corsstarter.conformance.application;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.source.CorsOriginSource;
import io.github.corsstarter.source.ReactiveCorsOriginSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A registry of tenants, which blocks, and a reactive one beside it. Tenants are the
 * hosts below {@code tenants.example.org}; other hosts say what goes wrong.
 */
@Configuration(proxyBeanMethods = false)
public class Tenants {

	private final AtomicInteger calls = new AtomicInteger();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final Set<String> threads = ConcurrentHashMap.newKeySet();

	private volatile CountDownLatch hang = new CountDownLatch(0);

	@Bean
	CorsOriginSource tenantOrigins() {
		return this::isAllowed;
	}

	@Bean
	ReactiveCorsOriginSource reactiveTenantOrigins() {
		return (origin) -> Mono.fromCallable(() -> isAllowed(origin));
	}

	private boolean isAllowed(String origin) {
		this.threads.add(Thread.currentThread().getName());
		if (this.calls.incrementAndGet() <= 100) {
			this.asked.add(origin);
		}
		if (origin.contains("hanging")) {
			await();
		}
		if (origin.contains("failing")) {
			throw new IllegalStateException("no database");
		}
		return origin.endsWith(".tenants.example.org");
	}

	private void await() {
		try {
			this.hang.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Let calls for some origins hang from now on.
	 * @return what lets them go
	 */
	public CountDownLatch hang() {
		this.hang = new CountDownLatch(1);
		return this.hang;
	}

	/**
	 * How often a registry was called.
	 * @return the number of calls
	 */
	public int calls() {
		return this.calls.get();
	}

	/**
	 * What the registries were asked first.
	 * @return up to a hundred origins, in the order of the calls
	 */
	public List<String> asked() {
		return this.asked;
	}

	/**
	 * Where the registries were called.
	 * @return names of threads
	 */
	public Set<String> threads() {
		return this.threads;
	}

}
