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

package io.github.corsstarter.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.log.RefusalLog;
import io.github.corsstarter.micrometer.CorsMetrics;
import io.github.corsstarter.rejections.Rejection;
import io.github.corsstarter.rejections.RejectionMemory;
import io.github.corsstarter.support.Decided;
import io.github.corsstarter.support.LogCapture;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A million refused requests, each with an origin of its own, while everything listens.
 */
class FloodTests {

	private static final Log logger = LogFactory.getLog(FloodTests.class);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int FLOOD = 1_000_000;

	private static final int KNOWN = 50;

	private static final int KNOWN_TIMES = 20;

	private static final int MIXED_IN = 10;

	private static final int MIXED_IN_EVERY = 1000;

	// Far above what is measured, so that a busy machine does not matter
	private static final long SLOW_NANOS = 20_000;

	private final RejectionMemory memory = new RejectionMemory();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Decided decided = new Decided(this.memory, new CorsMetrics(this.registry), new RefusalLog());

	@Test
	void aFloodNeitherGrowsAnythingNorSweepsOutWhatIsFrequent() {
		long nanos;
		int meters = this.registry.getMeters().size();
		try (LogCapture log = LogCapture.at("WARN")) {
			IntStream.range(0, KNOWN * KNOWN_TIMES).forEach((i) -> refuse("https://known" + (i % KNOWN) + ".test"));
			long start = THREADS.getCurrentThreadCpuTime();
			IntStream.range(0, FLOOD).forEach(this::flood);
			nanos = (THREADS.getCurrentThreadCpuTime() - start) / FLOOD;
			// one, and one more for every minute that this takes
			assertThat(log.starterMessages()).hasSizeBetween(1, 5);
		}
		logger.info("Flood: %d origins, %d ns of CPU for each decision with metrics, log and memory".formatted(FLOOD,
				nanos));
		assertThat(nanos).isLessThan(SLOW_NANOS);
		int mixedIn = FLOOD / MIXED_IN_EVERY;
		assertThat(this.registry.getMeters()).hasSize(meters);
		assertThat(this.registry.get(CorsMetrics.METER_NAME).counters().stream().mapToDouble(Counter::count).sum())
			.isEqualTo(FLOOD + KNOWN * KNOWN_TIMES + mixedIn * MIXED_IN);
		assertThat(this.memory.refusals()).isEqualTo(FLOOD + KNOWN * KNOWN_TIMES + mixedIn * MIXED_IN);
		List<Rejection> remembered = this.memory.rejections();
		assertThat(remembered).hasSizeLessThanOrEqualTo(RejectionMemory.MAX_ENTRIES)
			.allSatisfy((rejection) -> assertThat(rejection.origin()).hasSizeLessThan(260));
		assertThat(remembered.subList(0, MIXED_IN)).extracting(Rejection::origin)
			.containsExactlyInAnyOrderElementsOf(origins("mixed", MIXED_IN));
		assertThat(remembered.subList(0, MIXED_IN)).extracting(Rejection::count)
			.allMatch((count) -> count > mixedIn * 0.9);
		assertThat(remembered.subList(MIXED_IN, MIXED_IN + KNOWN)).extracting(Rejection::origin)
			.containsExactlyInAnyOrderElementsOf(origins("known", KNOWN));
		assertThat(remembered.subList(MIXED_IN, MIXED_IN + KNOWN)).extracting(Rejection::count)
			.containsOnly((long) KNOWN_TIMES);
	}

	private void flood(int i) {
		refuse("https://flood" + i + ((i % 2 == 0) ? "." + "x".repeat(400) : "") + ".test");
		if (i % MIXED_IN_EVERY == 0) {
			origins("mixed", MIXED_IN).forEach(this::refuse);
		}
	}

	private void refuse(String origin) {
		this.decided.actual("api", origin);
	}

	private static List<String> origins(String name, int count) {
		return IntStream.range(0, count).mapToObj((i) -> "https://" + name + i + ".test").toList();
	}

}
