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

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Several filter chains beside each other, each for the paths below its name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ Handlers.class, PlainPasswords.class })
class ServletSecurityChains {

	@Bean
	@Order(1)
	SecurityFilterChain basic(HttpSecurity http) throws Exception {
		return authenticated(http, "/basic/**").httpBasic(Customizer.withDefaults()).build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain form(HttpSecurity http) throws Exception {
		return authenticated(http, "/form/**", "/login", "/logout").formLogin(Customizer.withDefaults()).build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain jwt(HttpSecurity http) throws Exception {
		return http.securityMatcher("/jwt/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().hasAuthority("SCOPE_data"))
			.oauth2ResourceServer((server) -> server
				.jwt((jwt) -> jwt.decoder(NimbusJwtDecoder.withSecretKey(SecurityTokens.KEY).build())))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain cors(HttpSecurity http) throws Exception {
		return authenticated(http, "/cors/**").httpBasic(Customizer.withDefaults())
			.cors(Customizer.withDefaults())
			.build();
	}

	private static HttpSecurity authenticated(HttpSecurity http, String... paths) throws Exception {
		return http.securityMatcher(paths).authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
	}

}
