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

import java.lang.management.ManagementFactory;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the JVM and the starter hold at a moment.
 *
 * @param heapKilobytes what is left of the heap once it has been swept
 * @param threads the number of threads
 * @param classes the number of classes
 * @param meters the number of meters of the starter
 */
record Resources(long heapKilobytes, int threads, int classes, long meters) {

	static Resources of(RunningApplication application) {
		System.gc();
		System.gc();
		return new Resources(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
				ManagementFactory.getThreadMXBean().getThreadCount(),
				ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
				application.context()
					.getBean(MeterRegistry.class)
					.getMeters()
					.stream()
					.filter((meter) -> meter.getId().getName().startsWith("cors."))
					.count());
	}

	@Override
	public String toString() {
		return "%d KiB of heap, %d threads, %d classes, %d meters".formatted(this.heapKilobytes, this.threads,
				this.classes, this.meters);
	}

}
