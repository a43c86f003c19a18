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
package io.github.corsstarter.applications;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests of every kind, with the answers that each policy gives, and clients that send
 * them in turn and compare.
 */
final class LoadRequests {

	/** An origin that no policy lists, and the source allows. */
	static final String TENANT = "https://tenant.example.com";

	/** The number of origins that no policy lists. */
	static final int UNLISTED = 4;

	private static final int CLIENTS = 4;

	private static final int MOST_VIOLATIONS = 10;

	private static final List<String> ORIGINS = List.of("https://both.example.com", "https://first.example.com",
			"https://second.example.com", TENANT, "https://evil.test");

	private final int port;

	private final List<byte[]> requests = new ArrayList<>();

	private final List<Map<Integer, String>> policies = new ArrayList<>();

	private final List<Thread> clients = new ArrayList<>();

	private final AtomicBoolean stop = new AtomicBoolean();

	private final AtomicLong answers = new AtomicLong();

	private final AtomicLong longest = new AtomicLong();

	private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

	LoadRequests(int port) {
		this.port = port;
		for (String path : List.of("/any/governed/data", "/any/passing/data")) {
			for (String origin : ORIGINS) {
				this.requests.add(LoadConnection.request("OPTIONS " + path + " HTTP/1.1", "Origin: " + origin,
						"Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: x-both"));
				this.requests.add(LoadConnection.request("GET " + path + " HTTP/1.1", "Origin: " + origin));
			}
		}
	}

	/** Ask everything once: these are the answers of the policy of now. */
	void learn() throws IOException {
		Map<Integer, String> answers = new ConcurrentHashMap<>();
		for (int i = 0; i < this.requests.size(); i++) {
			// an answer that another thread gives may be the last one of a connection
			try (LoadConnection connection = new LoadConnection(this.port)) {
				answers.put(i, connection.exchange(this.requests.get(i)));
			}
		}
		this.policies.add(answers);
	}

	/** Ask everything once: the answers have to be those of one policy. */
	void checkNow(LoadConnection connection, int policy) throws IOException {
		for (int i = 0; i < this.requests.size(); i++) {
			String answer = connection.exchange(this.requests.get(i));
			if (!answer.equals(this.policies.get(policy).get(i))) {
				violation("not policy " + policy, i, answer);
			}
		}
	}

	/** Start clients. */
	void start() {
		this.stop.set(false);
		for (int i = 0; i < CLIENTS; i++) {
			int first = i;
			Thread client = new Thread(() -> ask(first), "client " + i);
			this.clients.add(client);
			client.start();
		}
	}

	/** Stop the clients, once each has had its answer. */
	void stop() throws InterruptedException {
		this.stop.set(true);
		for (Thread client : this.clients) {
			client.join();
		}
		this.clients.clear();
	}

	private void ask(int first) {
		try (LoadConnection connection = new LoadConnection(this.port)) {
			for (int i = first; !this.stop.get(); i++) {
				int number = i % this.requests.size();
				long start = System.nanoTime();
				String answer = connection.exchange(this.requests.get(number));
				long time = System.nanoTime() - start;
				if (this.policies.stream().noneMatch((policy) -> answer.equals(policy.get(number)))) {
					violation("neither policy", number, answer);
				}
				this.answers.incrementAndGet();
				this.longest.accumulateAndGet(time, Math::max);
			}
		}
		catch (IOException ex) {
			this.violations.add(ex.toString());
		}
	}

	private void violation(String what, int number, String answer) {
		if (this.violations.size() < MOST_VIOLATIONS) {
			this.violations.add(what + ":\n" + new String(this.requests.get(number)) + answer);
		}
	}

	/** Count from zero. */
	void forget() {
		this.answers.set(0);
		this.longest.set(0);
	}

	List<String> violations() {
		return List.copyOf(this.violations);
	}

	long answers() {
		return this.answers.get();
	}

	long longestMillis() {
		return this.longest.get() / 1_000_000;
	}

}
