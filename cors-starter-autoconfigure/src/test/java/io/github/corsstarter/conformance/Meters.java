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

package io.github.corsstarter.conformance;

import java.util.List;

import io.github.corsstarter.micrometer.CorsMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.ApplicationContext;

/**
 * The meters of an application.
 */
final class Meters {

	private Meters() {
	}

	static int count(ApplicationContext context) {
		return context.getBeanProvider(MeterRegistry.class)
			.stream()
			.mapToInt((registry) -> registry.getMeters().size())
			.sum();
	}

	static List<Counter> ofTheStarter(ApplicationContext context) {
		return List.copyOf(context.getBean(MeterRegistry.class).get(CorsMetrics.METER_NAME).counters());
	}

	/**
	 * The number of CORS requests that were counted.
	 * @param context the application
	 * @return the sum over all counters of the starter
	 */
	static long requests(ApplicationContext context) {
		return Math.round(ofTheStarter(context).stream().mapToDouble(Counter::count).sum());
	}

}
