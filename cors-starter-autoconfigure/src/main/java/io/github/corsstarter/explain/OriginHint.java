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

package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.CorsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about an origin that a policy refuses. Made for people when they
 * ask or when a line is logged, not for every request: it goes through all that is
 * allowed, once. Nothing in it needs to be escaped for a log.
 *
 * @param differences what keeps it from being allowed, what tells most first
 * @param nearest the nearest allowed origin or pattern, or {@code null} if none is near
 * @param sentence what differs, as a sentence
 * @param fix what to do, as a sentence
 * @param addition the entry of {@code allowed-origins} that would allow it, or
 * {@code null} where there is none or it is not to be recommended
 * @param instead the allowed origin that the page could have instead, or {@code null}
 */
public record OriginHint(List<OriginDifference> differences, @Nullable String nearest, String sentence, String fix,
		@Nullable String addition, @Nullable String instead) {

	/**
	 * Create a hint.
	 */
	public OriginHint {
		differences = List.copyOf(differences);
	}

	/**
	 * Compare a refused origin with what is allowed.
	 * @param policy the policy that refused it
	 * @param origin the value of {@code Origin}, of any length and content
	 * @return what there is to say. Never throws
	 */
	public static OriginHint of(CorsPolicy policy, String origin) {
		return new OriginHinter(policy).hint(origin);
	}

}
