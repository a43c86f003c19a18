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

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Applications on the reactive stack, each with a CORS layer of its own.
 */
final class ReactiveApplications {

	private ReactiveApplications() {
	}

	private static UrlBasedCorsConfigurationSource source() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", new CorsConfiguration().applyPermitDefaultValues());
		return source;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFlux
	static class WebFlux {

	}

	@Configuration(proxyBeanMethods = false)
	static class WithCorsFilter {

		@Bean
		CorsWebFilter partnerFilter() {
			return new CorsWebFilter(source());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFilterByHand {

		@Bean
		SimpleCORSFilter simpleFilter() {
			return new SimpleCORSFilter();
		}

		@Bean
		LoggingFilter loggingFilter() {
			return new LoggingFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFilterBeforeTheRules {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsWebFilter partnerFilter() {
			return new CorsWebFilter(source());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSource {

		@Bean
		UrlBasedCorsConfigurationSource partnerSource() {
			return source();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFunction {

		@Bean
		CorsConfigurationSource partnerSource() {
			return (exchange) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithMappings implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/other/**");
			registry.addMapping("/api/orders/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithMappingsElsewhere implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/other/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithManyHandlers {

		@Autowired
		void register(RequestMappingHandlerMapping mapping) throws NoSuchMethodException {
			for (int i = 0; i < CrossOriginHandlers.NAMED + 5; i++) {
				HandlerMethod handler = new HandlerMethod(this, "handle");
				mapping.registerMapping(RequestMappingInfo.paths("/api/many/" + i).build(), this, handler.getMethod());
			}
		}

		@CrossOrigin
		public void handle() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSecurity {

		@Bean
		SecurityWebFilterChain apiChain() {
			return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(),
					List.of(new LoggingFilter(), new CorsWebFilter(source())));
		}

		@Bean
		SecurityWebFilterChain otherChain() {
			return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(),
					List.of(new LoggingFilter()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSecurityWithoutCors {

		@Bean
		SecurityWebFilterChain otherChain() {
			return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(),
					List.of(new LoggingFilter()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSecurityBeforeTheRules {

		@Bean
		SecurityWebFilterChain apiChain() {
			return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(),
					List.of(new CorsWebFilter(source())));
		}

		@Bean
		@Order(-100)
		WebFilterChainProxy springSecurityFilter(SecurityWebFilterChain chain) {
			return new WebFilterChainProxy(chain);
		}

	}

	static class SimpleCORSFilter extends LoggingFilter {

	}

	static class LoggingFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			return chain.filter(exchange);
		}

	}

}
