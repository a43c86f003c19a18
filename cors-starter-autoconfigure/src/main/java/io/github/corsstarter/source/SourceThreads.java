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

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that a source is called on, and the few calls that wait for one of them.
 * Half of the places to wait are kept for calls that matter more: for origins that are
 * known to be good, which a flood of others must not lock out.
 */
final class SourceThreads {

	private static final long IDLE_SECONDS = 10;

	private final ThreadPoolExecutor executor;

	private final int places;

	SourceThreads(String source, int threads) {
		AtomicInteger count = new AtomicInteger();
		this.places = threads;
		this.executor = new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS,
				new ArrayBlockingQueue<>(2 * threads), (task) -> {
					Thread thread = new Thread(task, "cors-origin-source-" + source + "-" + count.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
		this.executor.allowCoreThreadTimeOut(true);
	}

	/** Whether there is a thread, or a place to wait, for it. */
	boolean run(Runnable call, boolean mattersMore) {
		if (!mattersMore && this.executor.getQueue().size() >= this.places) {
			return false;
		}
		try {
			this.executor.execute(call);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/** Keep no thread that has nothing to do. */
	void retire() {
		this.executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
	}

	void stop() {
		this.executor.shutdown();
	}

}
