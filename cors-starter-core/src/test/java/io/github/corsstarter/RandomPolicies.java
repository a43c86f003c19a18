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

package io.github.corsstarter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.corsstarter.law.Noise;
import io.github.corsstarter.law.RandomOrigins;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of policies, and requests that have to do with them.
 */
final class RandomPolicies {

	private static final List<String> METHODS = List.of("GET", "PUT", "put", "PATCH", "CHICKEN", "*", "DELETE");

	private static final List<String> NAMES = List.of("X-A", "x-a", "X-B", "Authorization", "Content-Type", "*");

	private static final List<String> REQUEST_METHODS = List.of("OPTIONS", "OPTIONS", "OPTIONS", "GET", "POST", "PUT",
			"options");

	private RandomPolicies() {
	}

	/** A definition that may have problems of any kind. */
	static CorsPolicyDefinition definition(SplittableRandom random) {
		boolean anyOrigin = random.nextInt(5) == 0;
		return CorsPolicyDefinition.builder()
			.allowedOrigins(anyOrigin ? List.of("*") : origins(random))
			.allowedOriginPatterns(anyOrigin ? List.of() : patterns(random))
			.allowedMethods(Noise.someOf(random, METHODS))
			.allowedHeaders(Noise.someOf(random, NAMES))
			.exposedHeaders(Noise.someOf(random, NAMES))
			.allowCredentials(random.nextBoolean())
			.maxAge(Duration.ofSeconds(random.nextInt(1000)))
			.disallowedRequests(Noise.oneOf(random, List.of(DisallowedRequests.values())))
			.dangerouslyTolerateInsecureOrigins(random.nextInt(4) > 0)
			.dangerouslyToleratePublicSuffixPatterns(true)
			.build();
	}

	private static List<String> origins(SplittableRandom random) {
		List<String> origins = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			String origin = RandomOrigins.origin(random);
			origins.add(origin);
			if (random.nextInt(6) == 0) {
				origins.add(" " + origin);
			}
		}
		return origins;
	}

	private static List<String> patterns(SplittableRandom random) {
		List<String> patterns = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			patterns.add(RandomOrigins.pattern(random));
		}
		return patterns;
	}

	/** A policy, from the next definition that has no error. */
	static CorsPolicy policy(SplittableRandom random) {
		while (true) {
			try {
				return CorsPolicy.compile(definition(random));
			}
			catch (InvalidCorsPolicyException ex) {
				// the next one
			}
		}
	}

	/** A request, well-formed or not; most often from an origin of the policy. */
	static CorsRequest request(SplittableRandom random, CorsPolicyDefinition definition) {
		CorsRequestBuilder request = CorsRequest.builder(Noise.oneOf(random, REQUEST_METHODS));
		add(request, "Origin", origin(random, definition));
		if (random.nextInt(8) > 0) {
			add(request, "Access-Control-Request-Method",
					(random.nextInt(6) == 0) ? Noise.string(random) : Noise.oneOf(random, METHODS));
		}
		if (random.nextBoolean()) {
			add(request, "Access-Control-Request-Headers",
					(random.nextInt(6) == 0) ? Noise.string(random) : String.join(",", Noise.someOf(random, NAMES)));
		}
		if (random.nextInt(12) == 0) {
			add(request, "Sec-Fetch-Site", Noise.oneOf(random, List.of("same-origin", "none", "cross-site")));
		}
		if (random.nextInt(30) == 0) {
			request.header("Upgrade", "websocket").header("Connection", "keep-alive, Upgrade");
		}
		if (random.nextInt(12) == 0) {
			request.ownOrigin("https", Noise.oneOf(random, List.of("a", "com", "example")), -1);
		}
		return request.build();
	}

	private static @Nullable String origin(SplittableRandom random, CorsPolicyDefinition definition) {
		List<String> sources = new ArrayList<>(definition.allowedOrigins());
		sources.addAll(definition.allowedOriginPatterns());
		return switch (random.nextInt(12)) {
			case 0 -> null;
			case 1 -> "null";
			case 2 -> Noise.string(random);
			case 3, 4 -> RandomOrigins.origin(random);
			default -> sources.isEmpty() ? "" : RandomOrigins.originFor(random, Noise.oneOf(random, sources));
		};
	}

	private static void add(CorsRequestBuilder request, String name, @Nullable String value) {
		if (value != null) {
			request.header(name, value);
		}
	}

}
