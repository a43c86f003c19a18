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

package io.github.corsstarter.origin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a value that is not a serialized origin: what is wrong with
 * it, and what browsers would send instead, read as its author may have meant it. For
 * configurations, never for requests. Immutable.
 *
 * @param flaws what is wrong, at least one flaw
 * @param repaired a serialized origin, or {@code null} if it cannot be told
 */
public record OriginRepair(Set<OriginFlaw> flaws, @Nullable String repaired) {

	/**
	 * Create a repair.
	 */
	public OriginRepair {
		flaws = Collections.unmodifiableSet(EnumSet.copyOf(flaws));
	}

	/**
	 * Look into a value.
	 * @param value a value that {@link SerializedOrigin#parse} does not take
	 * @return what is to be said about it. Never throws
	 */
	public static OriginRepair of(String value) {
		return new OriginReader().read(value);
	}

	/**
	 * Whether a scheme is one that no origin has.
	 * @param scheme the scheme, in lower case
	 * @return whether pages or connections with it have another origin, or an opaque one
	 */
	public static boolean isOpaqueScheme(String scheme) {
		return OriginReader.isOpaqueScheme(scheme);
	}

}
