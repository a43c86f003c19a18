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
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.servlet.CorsRuleFilter;
import io.github.corsstarter.servlet.UnmatchedPreflightFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.PreFlightRequestHandler;

/**
 * The servlet stack. Neither the type nor the name of the bean is one that Spring
 * Security takes for its own CORS support.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(Filter.class)
class ServletCorsConfiguration {

	@Bean
	FilterRegistrationBean<CorsRuleFilter> corsRuleFilterRegistration(CorsEvaluator evaluator,
			LoadedRules loadedRules) {
		FilterRegistrationBean<CorsRuleFilter> registration = new FilterRegistrationBean<>(
				new CorsRuleFilter(evaluator));
		registration.setName("corsRuleFilter");
		registration.setOrder(loadedRules.properties().filterOrder());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR,
				DispatcherType.FORWARD);
		return registration;
	}

	@Bean
	@ConditionalOnProperty(name = "cors.unmatched-preflights", havingValue = "handlers")
	FilterRegistrationBean<UnmatchedPreflightFilter> unmatchedPreflightFilterRegistration(
			ObjectProvider<PreFlightRequestHandler> handlers, LoadedRules loadedRules) {
		// the handlers are looked for at the first preflight, when all of them are there
		FilterRegistrationBean<UnmatchedPreflightFilter> registration = new FilterRegistrationBean<>(
				new UnmatchedPreflightFilter(
						(request, response) -> handlers.getObject().handlePreFlight(request, response)));
		registration.setName("unmatchedPreflightFilter");
		registration.setOrder(loadedRules.properties().filterOrder() + 1);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

}
