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

package io.github.corsstarter.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts what the processor has spent on the measuring thread: unlike the time on the
 * clock, it is the same on a machine that has other things to do.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** What was spent in an iteration. */
	public long nanoseconds;

	/** How often something was measured in it. */
	public long operations;

	private long start;

	@Setup(Level.Iteration)
	public void start() {
		this.operations = 0;
		this.start = THREADS.getCurrentThreadCpuTime();
	}

	@TearDown(Level.Iteration)
	public void stop() {
		this.nanoseconds = THREADS.getCurrentThreadCpuTime() - this.start;
	}

}
