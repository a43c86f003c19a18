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

import java.util.Map;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Applications on the servlet stack, each with a CORS layer of its own.
 */
final class ServletApplications {

	private ServletApplications() {
	}

	private static UrlBasedCorsConfigurationSource source(String pattern) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(pattern, new CorsConfiguration().applyPermitDefaultValues());
		return source;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class Mvc {

	}

	@Configuration(proxyBeanMethods = false)
	static class WithCorsFilter {

		@Bean
		CorsFilter partnerFilter() {
			return new CorsFilter(source("/**"));
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
		FilterRegistrationBean<CorsFilter> partnerFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter(source("/**")));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.addUrlPatterns("/api/*");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithDisabledFilter {

		@Bean
		FilterRegistrationBean<CorsFilter> partnerFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter(source("/**")));
			registration.setEnabled(false);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFilterElsewhere {

		@Bean
		FilterRegistrationBean<CorsFilter> partnerFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter(source("/**")));
			registration.addUrlPatterns("/other/*", "/api-docs");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFilterBehindAProxy {

		@Bean
		CorsFilter partnerFilter() {
			return new CorsFilter(source("/**"));
		}

		@Bean
		DelegatingFilterProxyRegistrationBean partnerProxy() {
			return new DelegatingFilterProxyRegistrationBean("partnerFilter");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSource {

		@Bean
		UrlBasedCorsConfigurationSource partnerSource() {
			return source("/api/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSourceElsewhere {

		@Bean
		UrlBasedCorsConfigurationSource partnerSource() {
			return source("/other/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithFunction {

		@Bean
		CorsConfigurationSource partnerSource() {
			return (request) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithMappings implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/other/**");
			registry.addMapping("/api/orders/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithMappingsElsewhere implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/other/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithHandlerMapping {

		@Bean
		AbstractUrlHandlerMapping partnerMapping() {
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
			mapping.setCorsConfigurations(Map.of("/api/**", new CorsConfiguration()));
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSourceOfHandlerMapping {

		@Bean
		AbstractUrlHandlerMapping partnerMapping() {
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
			mapping.setCorsConfigurationSource((request) -> null);
			return mapping;
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
		SecurityFilterChain apiChain() {
			return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new LoggingFilter(),
					new CorsFilter(source("/**")));
		}

		@Bean
		SecurityFilterChain otherChain() {
			return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new LoggingFilter());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSecurityWithoutCors {

		@Bean
		SecurityFilterChain otherChain() {
			return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new LoggingFilter());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithSecurityBeforeTheRules {

		@Bean
		SecurityFilterChain apiChain() {
			return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new CorsFilter(source("/**")));
		}

		@Bean
		DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"springSecurityFilterChain");
			registration.setOrder(-100);
			return registration;
		}

	}

	static class SimpleCORSFilter extends LoggingFilter {

	}

	static class LoggingFilter implements Filter {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
		}

	}

}
