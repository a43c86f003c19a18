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

package io.github.corsstarter.sample.load;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Spring's servlet filter with the restricted rule of the sample.
 */
class SpringServletCors {

	@Bean
	FilterRegistrationBean<CorsFilter> corsFilter() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/restricted/**", policy());
		FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));
		// where the starter's is: requests are observed before, in all variants
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
		return filter;
	}

	static CorsConfiguration policy() {
		CorsConfiguration policy = new CorsConfiguration();
		policy.setAllowedOrigins(List.of("https://app1.yourdomain.com", "https://app2.yourdomain.com"));
		policy.setAllowedOriginPatterns(List.of("http://localhost:[*]", "http://*.app.localhost:[*]"));
		policy.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
		policy.setAllowedHeaders(List.of("Content-Type", "Authorization"));
		policy.setExposedHeaders(List.of("X-Total-Count"));
		policy.setAllowCredentials(true);
		policy.setMaxAge(Duration.ofMinutes(30));
		return policy;
	}

}
