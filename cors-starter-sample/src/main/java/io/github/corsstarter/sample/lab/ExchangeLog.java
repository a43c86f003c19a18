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

package io.github.corsstarter.sample.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The last exchanges, by the identifier that the page put into the query
 * ({@code ?lab=…}). Bounded in every direction: anybody may send requests here.
 */
@Component
public class ExchangeLog {

	private static final int MAX_IDS = 500;

	private static final int MAX_EXCHANGES_PER_ID = 16;

	private static final Pattern ID_IN_QUERY = Pattern.compile("(?:^|&)lab=([A-Za-z0-9-]{1,64})(?:&|$)");

	private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

	/**
	 * Return what is known about a request of the page.
	 * @param id the identifier in its query
	 * @return the exchanges in the order in which they arrived
	 */
	public synchronized List<Exchange> find(String id) {
		return this.entries.getOrDefault(id, List.of()).stream().map((entry) -> entry.exchange).toList();
	}

	/**
	 * Return the identifier in a query.
	 * @param query the raw query
	 * @return the identifier, or {@code null} if the request is not one to remember
	 */
	static @Nullable String idIn(@Nullable String query) {
		Matcher matcher = ID_IN_QUERY.matcher((query != null) ? query : "");
		return matcher.find() ? matcher.group(1) : null;
	}

	synchronized Entry begin(String id, Exchange exchange) {
		Entry entry = new Entry(exchange);
		List<Entry> ofSameId = this.entries.computeIfAbsent(id, (key) -> new ArrayList<>());
		if (ofSameId.size() < MAX_EXCHANGES_PER_ID) {
			ofSameId.add(entry);
		}
		if (this.entries.size() > MAX_IDS) {
			this.entries.remove(Objects.requireNonNull(this.entries.keySet().iterator().next()));
		}
		return entry;
	}

	/**
	 * An exchange whose answer may still be missing.
	 */
	static final class Entry {

		private volatile Exchange exchange;

		private Entry(Exchange exchange) {
			this.exchange = exchange;
		}

		void answeredWith(int status, Map<String, List<String>> responseHeaders) {
			this.exchange = this.exchange.answeredWith(status, responseHeaders);
		}

	}

}
