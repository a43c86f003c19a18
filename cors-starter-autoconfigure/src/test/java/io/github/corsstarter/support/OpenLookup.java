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

package io.github.corsstarter.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.corsstarter.rule.OriginLookup;

/**
 * Knows what it is told, and keeps every other question open until then.
 */
public final class OpenLookup implements OriginLookup {

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	private final Map<String, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();

	private final List<String> questions = new CopyOnWriteArrayList<>();

	@Override
	public Boolean known(String origin) {
		this.questions.add(origin);
		return this.known.get(origin);
	}

	@Override
	public CompletionStage<Boolean> ask(String origin) {
		Boolean known = this.known.get(origin);
		return (known != null) ? CompletableFuture.completedFuture(known)
				: this.open.computeIfAbsent(origin, (absent) -> new CompletableFuture<>());
	}

	/**
	 * Answer all questions about an origin, those from now on included.
	 * @param origin the origin
	 * @param allowed the answer
	 */
	public void answer(String origin, boolean allowed) {
		this.known.put(origin, allowed);
		CompletableFuture<Boolean> answer = this.open.remove(origin);
		if (answer != null) {
			answer.complete(allowed);
		}
	}

	/**
	 * What was asked.
	 * @return the origins, in the order of the questions
	 */
	public List<String> questions() {
		return this.questions;
	}

	/**
	 * What somebody waits for.
	 * @return the number of origins
	 */
	public int waiting() {
		return this.open.size();
	}

}
