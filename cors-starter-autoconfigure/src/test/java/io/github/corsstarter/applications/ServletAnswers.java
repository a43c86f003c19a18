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

package io.github.corsstarter.applications;

import java.io.IOException;
import java.util.concurrent.Callable;

import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An application on the servlet stack that answers in many ways. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ SharedAnswers.class, ServletAnswers.Controller.class })
class ServletAnswers implements WebMvcConfigurer {

	/** The location of the files is the same as that of handlers. */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/any/governed/*.txt")
			.addResourceLocations("classpath:/io/github/corsstarter/applications/static/governed/");
	}

	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> digests() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		registration.addUrlPatterns("/any/governed/digest");
		return registration;
	}

	/** What people write who have found no other way. */
	@Bean
	FilterRegistrationBean<Filter> ownFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			if (((HttpServletRequest) request).getHeader("X-Filter") != null) {
				((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
				((HttpServletResponse) response).setHeader("Access-Control-Allow-Methods", "*");
			}
			chain.doFilter(request, response);
		});
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@RestController
	static class Controller {

		@GetMapping("/any/{area}/forward")
		void forward(@PathVariable String area, HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			String target = area.equals("free") ? "/any/governed/large" : "/any/free/large";
			RequestDispatcher dispatcher = request.getRequestDispatcher(target);
			dispatcher.forward(request, response);
		}

		@GetMapping("/any/governed/digest")
		String digest() {
			return "digest";
		}

		@GetMapping("/any/governed/reset")
		void reset(HttpServletResponse response) throws IOException {
			response.setHeader("Access-Control-Allow-Origin", "*");
			response.reset();
			response.sendError(HttpServletResponse.SC_GONE);
		}

		@GetMapping("/any/governed/timeout")
		DeferredResult<String> timeout() {
			return new DeferredResult<>(1L);
		}

		@GetMapping("/any/governed/late")
		Callable<String> late() {
			return () -> {
				throw new IllegalStateException("on purpose");
			};
		}

	}

}
