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

import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.micrometer.CorsMetrics;
import io.github.corsstarter.micrometer.OriginSourceMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of metrics.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class,
		// Where Spring Boot has them before and since 4.0
		afterName = { "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(LoadedRules.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
public class CorsMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorsMetrics corsMetrics(MeterRegistry registry) {
		return new CorsMetrics(registry);
	}

	@Bean
	@ConditionalOnMissingBean
	OriginSourceMetrics corsOriginSourceMetrics(MeterRegistry registry) {
		return new OriginSourceMetrics(registry);
	}

}
