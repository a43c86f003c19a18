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

package io.github.corsstarter.autoconfigure.layer;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import io.github.corsstarter.servlet.CorsRuleFilter;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.RegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.CorsFilter;

/**
 * {@code cors()} of Spring Security on the servlet stack.
 */
final class ServletSecurityCors implements CorsLayerFinder {

	/**
	 * The name that Spring Boot gives to the registration of Spring Security's filters.
	 */
	private static final String REGISTRATION = "securityFilterChainRegistration";

	@Override
	public List<OtherCorsLayer> find(Application application) {
		List<String> chains = application.beans(SecurityFilterChain.class)
			.entrySet()
			.stream()
			.filter((chain) -> chain.getValue().getFilters().stream().anyMatch(ServletSecurityCors::isCors))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		if (chains.isEmpty()) {
			return List.of();
		}
		String winner = isBeforeRules(application) ? Winner.SECURITY_BEFORE_RULE : Winner.RULE_BEFORE_SECURITY;
		return List.of(new OtherCorsLayer(Kind.SPRING_SECURITY,
				"cors() of security filter chain " + String.join(", ", chains), application.governed().winner(winner)));
	}

	private static boolean isCors(Filter filter) {
		return filter instanceof CorsFilter || ClassNames.sayCors(filter);
	}

	private static boolean isBeforeRules(Application application) {
		RegistrationBean security = application.beans(DelegatingFilterProxyRegistrationBean.class).get(REGISTRATION);
		return security != null && security.getOrder() < application.beans(FilterRegistrationBean.class)
			.values()
			.stream()
			.filter((registration) -> registration.getFilter() instanceof CorsRuleFilter)
			.mapToInt(RegistrationBean::getOrder)
			.findFirst()
			.orElse(Ordered.LOWEST_PRECEDENCE);
	}

}
