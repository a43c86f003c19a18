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

package io.github.corsstarter.rule;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Says whether an origin is allowed that no entry of a rule allows. Safe for use by
 * several threads.
 */
public interface OriginLookup {

	/**
	 * The answer, if it can be given without waiting.
	 * @param origin a serialized origin
	 * @return whether the origin is allowed, or {@code null} if somebody has to be asked.
	 * Never blocks, never throws
	 */
	@Nullable Boolean known(String origin);

	/**
	 * Ask for the answer. Does not block.
	 * @param origin a serialized origin
	 * @return whether the origin is allowed: completes within a bounded time, whatever
	 * happens, and never with an exception. It may complete on a thread that must not be
	 * kept
	 */
	CompletionStage<Boolean> ask(String origin);

}
