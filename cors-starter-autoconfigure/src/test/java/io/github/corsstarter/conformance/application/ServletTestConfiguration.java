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

package io.github.corsstarter.conformance.application;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * What the test application has on the servlet stack alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ ServletController.class, ScriptedServletHandlerMapping.class })
class ServletTestConfiguration {

	@Bean
	FilterRegistrationBean<Filter> spyFilter(Spy spy) {
		Filter filter = (request, response, chain) -> {
			spy.call();
			chain.doFilter(request, response);
		};
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setAsyncSupported(true);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(Ordered.LOWEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<Filter> httpsRedirectFilter(HttpsRedirect redirect) {
		Filter filter = (request, response, chain) -> {
			HttpServletRequest httpRequest = (HttpServletRequest) request;
			if (redirect.active() && !httpRequest.isSecure()) {
				((HttpServletResponse) response).sendRedirect("https://localhost" + httpRequest.getRequestURI());
			}
			else {
				chain.doFilter(request, response);
			}
		};
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setAsyncSupported(true);
		registration.setOrder(HttpsRedirect.ORDER);
		return registration;
	}

	/**
	 * A servlet beside the one of Spring MVC. The container maps it by its own reading of
	 * the path.
	 * @return the registration
	 */
	@Bean
	ServletRegistrationBean<LegacyServlet> legacyServlet() {
		return new ServletRegistrationBean<>(new LegacyServlet(), "/legacy/*");
	}

}
