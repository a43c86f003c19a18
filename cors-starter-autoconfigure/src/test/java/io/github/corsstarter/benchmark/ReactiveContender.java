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

import io.github.corsstarter.reactive.CorsRuleWebFilter;

import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;

/**
 * The reactive filters that are compared.
 */
public enum ReactiveContender {

	/** {@link HandWritten}. */
	LIMIT {

		@Override
		WebFilter filter(Scenario scenario) {
			return new HandWrittenWebFilter(new HandWritten(scenario));
		}

	},

	/** The filter of this project. */
	STARTER {

		@Override
		WebFilter filter(Scenario scenario) {
			return new CorsRuleWebFilter(scenario.evaluator(), 0);
		}

	},

	/** Spring's {@link CorsWebFilter}. */
	SPRING {

		@Override
		WebFilter filter(Scenario scenario) {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			scenario.rules()
				.forEach((rule) -> source.registerCorsConfiguration(rule.pattern(),
						ServletContender.spring(rule.policy())));
			return new CorsWebFilter(source);
		}

	};

	abstract WebFilter filter(Scenario scenario);

}
