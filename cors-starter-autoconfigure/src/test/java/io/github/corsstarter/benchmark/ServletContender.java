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

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.servlet.CorsRuleFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import org.eclipse.jetty.ee10.servlets.CrossOriginFilter;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * The servlet filters that are compared.
 */
public enum ServletContender {

	/** {@link HandWritten}. */
	LIMIT {

		@Override
		Filter filter(Scenario scenario) {
			return new HandWrittenFilter(new HandWritten(scenario));
		}

	},

	/** The filter of this project. */
	STARTER {

		@Override
		Filter filter(Scenario scenario) throws ServletException {
			Filter filter = new CorsRuleFilter(scenario.evaluator());
			filter.init(config(Map.of()));
			return filter;
		}

	},

	/** Spring's {@link CorsFilter}. */
	SPRING {

		@Override
		Filter filter(Scenario scenario) {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			scenario.rules().forEach((rule) -> source.registerCorsConfiguration(rule.pattern(), spring(rule.policy())));
			return new CorsFilter(source);
		}

	},

	/** The filter of Tomcat, which knows no patterns of origins. */
	TOMCAT {

		@Override
		Filter filter(Scenario scenario) throws ServletException {
			CorsPolicyDefinition policy = scenario.rules().get(0).policy();
			Filter filter = new org.apache.catalina.filters.CorsFilter();
			filter.init(config(Map.of("cors.allowed.origins", String.join(",", policy.allowedOrigins()),
					"cors.allowed.methods", String.join(",", policy.allowedMethods()), "cors.allowed.headers",
					String.join(",", policy.allowedHeaders()), "cors.exposed.headers",
					String.join(",", policy.exposedHeaders()), "cors.support.credentials", "true",
					"cors.preflight.maxage", "1800", "cors.request.decorate", "false")));
			return filter;
		}

	},

	/** The filter of Jetty. */
	JETTY {

		@Override
		Filter filter(Scenario scenario) throws ServletException {
			CorsPolicyDefinition policy = scenario.rules().get(0).policy();
			Filter filter = new CrossOriginFilter();
			filter.init(config(Map.of("allowedOrigins",
					String.join(",", policy.allowedOrigins()) + "," + String.join(",", policy.allowedOriginPatterns()),
					"allowedMethods", String.join(",", policy.allowedMethods()), "allowedHeaders",
					String.join(",", policy.allowedHeaders()), "exposedHeaders",
					String.join(",", policy.exposedHeaders()), "allowCredentials", "true", "preflightMaxAge", "1800",
					"chainPreflight", "false")));
			return filter;
		}

	};

	abstract Filter filter(Scenario scenario) throws ServletException;

	static CorsConfiguration spring(CorsPolicyDefinition policy) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(policy.allowedOrigins());
		configuration.setAllowedOriginPatterns(policy.allowedOriginPatterns());
		configuration.setAllowedMethods(policy.allowedMethods());
		configuration.setAllowedHeaders(policy.allowedHeaders());
		configuration.setExposedHeaders(policy.exposedHeaders());
		configuration.setAllowCredentials(policy.allowCredentials());
		configuration.setMaxAge(policy.maxAge());
		return configuration;
	}

	private static FilterConfig config(Map<String, String> parameters) {
		return answering(FilterConfig.class, (method, name) -> switch (method) {
			case "getInitParameter" -> parameters.get(name);
			case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
			case "getFilterName" -> "cors";
			case "getServletContext" -> answering(ServletContext.class,
					(contextMethod, contextName) -> contextMethod.equals("getServletRegistrations")
							? Map.of("dispatcherServlet",
									answering(ServletRegistration.class, (servletMethod,
											servletName) -> servletMethod.equals("getMappings") ? Set.of("/") : null))
							: null);
			default -> null;
		});
	}

	private static <T> T answering(Class<T> type, BiFunction<String, Object, Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, args) -> answers.apply(method.getName(), (args != null) ? args[0] : null)));
	}

}
