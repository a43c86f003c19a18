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

import java.time.Duration;

/**
 * The bounds of what is asked and remembered.
 *
 * @param maximumSize how many origins answers are remembered for
 * @param timeToLive for how long an answer holds
 * @param timeout how long a request waits for an answer
 * @param staleWhileError for how much longer an answer holds while the source fails
 * @param pauseAfterError for how long an origin is not asked about again after that
 * failed
 * @param maximumConcurrentCalls how many calls of a source there are at once
 * @param maximumCallsPerSecond how many calls in a second there are for origins that were
 * not allowed before
 */
public record OriginCacheSettings(int maximumSize, Duration timeToLive, Duration timeout, Duration staleWhileError,
		Duration pauseAfterError, int maximumConcurrentCalls, int maximumCallsPerSecond) {

}
