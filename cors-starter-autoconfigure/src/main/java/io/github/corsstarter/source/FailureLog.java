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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Says that something is wrong with a source: once in a minute as a warning, else for
 * debugging.
 */
final class FailureLog {

	private static final Log logger = LogFactory.getLog(CorsOriginSource.class);

	private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

	private final String source;

	private final LongSupplier nanoTime;

	private final AtomicLong silentUntil;

	FailureLog(String source, LongSupplier nanoTime) {
		this.source = source;
		this.nanoTime = nanoTime;
		this.silentUntil = new AtomicLong(nanoTime.getAsLong());
	}

	void write(String what, @Nullable Throwable failure) {
		long now = this.nanoTime.getAsLong();
		long silent = this.silentUntil.get();
		if (now - silent >= 0 && this.silentUntil.compareAndSet(silent, now + PAUSE)) {
			logger.warn(
					"The origin source '" + this.source + "' " + what
							+ "; an origin that it does not answer for is not allowed (said once in a minute)",
					failure);
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("The origin source '" + this.source + "' " + what, failure);
		}
	}

}
