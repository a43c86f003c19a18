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
import io.github.corsstarter.reactive.CorsRuleWebFilter;
import io.github.corsstarter.reactive.UnmatchedPreflightWebFilter;
import io.github.corsstarter.rule.CorsEvaluator;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.reactive.PreFlightRequestHandler;
import org.springframework.web.server.WebFilter;

/**
 * The reactive stack.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
class ReactiveCorsConfiguration {

	@Bean
	CorsRuleWebFilter corsRuleWebFilter(CorsEvaluator evaluator, LoadedRules loadedRules) {
		return new CorsRuleWebFilter(evaluator, loadedRules.properties().filterOrder());
	}

	@Bean
	@ConditionalOnProperty(name = "cors.unmatched-preflights", havingValue = "handlers")
	UnmatchedPreflightWebFilter unmatchedPreflightWebFilter(ObjectProvider<PreFlightRequestHandler> handlers,
			LoadedRules loadedRules) {
		// the handlers are looked for at the first preflight, when all of them are there
		return new UnmatchedPreflightWebFilter(
				(exchange) -> Mono.defer(() -> handlers.getObject().handlePreFlight(exchange)),
				loadedRules.properties().filterOrder() + 1);
	}

}
