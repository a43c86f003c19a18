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

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import reactor.blockhound.BlockHound;

/**
 * The calls that blocked on a thread that must not, as BlockHound sees them. It only
 * notes them down, since other tests run in the same JVM. Apart from the tests, whose
 * class is also looked at where there is no BlockHound.
 */
final class BlockedCalls {

	private static final ConcurrentLinkedQueue<String> TRACES = new ConcurrentLinkedQueue<>();

	private BlockedCalls() {
	}

	static void watch() {
		BlockHound.builder().loadIntegrations().blockingMethodCallback((method) -> add(method.toString())).install();
	}

	private static void add(String method) {
		TRACES.add(method + " on " + Thread.currentThread().getName()
				+ Arrays.stream(new Throwable().getStackTrace())
					.filter((element) -> !element.getClassName().equals(BlockedCalls.class.getName()))
					.map((element) -> "\n\tat " + element)
					.collect(Collectors.joining()));
	}

	static List<String> traces() {
		return List.copyOf(TRACES);
	}

}
