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

import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What looks for other CORS layers, as far as the libraries are there that they are made
 * of.
 */
@Configuration(proxyBeanMethods = false)
public class OtherCorsLayersConfiguration {

	@Bean
	ManagementCorsLayer managementCorsLayer() {
		return new ManagementCorsLayer();
	}

	@Bean
	GraphQlCorsLayer graphQlCorsLayer() {
		return new GraphQlCorsLayer();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(Filter.class)
	static class ServletLayersConfiguration {

		@Bean
		ServletCorsFilters servletCorsFilters() {
			return new ServletCorsFilters();
		}

		@Bean
		ServletCorsSources servletCorsSources() {
			return new ServletCorsSources();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static class ServletHandlersConfiguration {

		@Bean
		ServletCorsMappings servletCorsMappings() {
			return new ServletCorsMappings();
		}

		@Bean
		ServletCrossOrigin servletCrossOrigin() {
			return new ServletCrossOrigin();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(SecurityFilterChain.class)
	static class ServletSecurityConfiguration {

		@Bean
		ServletSecurityCors servletSecurityCors() {
			return new ServletSecurityCors();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveLayersConfiguration {

		@Bean
		ReactiveCorsFilters reactiveCorsFilters() {
			return new ReactiveCorsFilters();
		}

		@Bean
		ReactiveCorsSources reactiveCorsSources() {
			return new ReactiveCorsSources();
		}

		@Bean
		ReactiveCorsMappings reactiveCorsMappings() {
			return new ReactiveCorsMappings();
		}

		@Bean
		ReactiveCrossOrigin reactiveCrossOrigin() {
			return new ReactiveCrossOrigin();
		}

		@Bean
		GatewayCorsLayer gatewayCorsLayer() {
			return new GatewayCorsLayer();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(SecurityWebFilterChain.class)
	static class ReactiveSecurityConfiguration {

		@Bean
		ReactiveSecurityCors reactiveSecurityCors() {
			return new ReactiveSecurityCors();
		}

	}

}
