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

/**
 * Decides at request time which origins may read the answers of a rule, besides those
 * that the rule lists: a registry of tenants, a table of a database. A bean of this type
 * is asked by every rule that names it in {@code origin-source}, and may block.
 * <p>
 * It can rely on this: it is asked about well-formed origins only, in the form that
 * browsers send (never {@code null}, never one that an entry of the rule allows or that
 * comes from the server itself); about one origin once at a time; by a bounded number of
 * threads at once, a bounded number of times in a second. These threads are its own and
 * not those of requests, so that nothing is there that is bound to the thread of a
 * request. Answers are remembered for a while. An exception means that the origin is not
 * allowed this time.
 */
@FunctionalInterface
public interface CorsOriginSource {

	/**
	 * Whether scripts of an origin may read the answers.
	 * @param origin a serialized origin, for instance {@code https://shop.example.com}:
	 * to be compared as a whole, not by prefix or suffix
	 * @return whether the origin is allowed
	 */
	boolean isAllowed(String origin);

}
