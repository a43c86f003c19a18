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
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** The same chains as {@link ServletSecurityChains}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ Handlers.class, PlainPasswords.class })
class ReactiveSecurityChains {

	@Bean
	@Order(1)
	SecurityWebFilterChain basic(ServerHttpSecurity http) {
		return authenticated(http, "/basic/**").httpBasic(Customizer.withDefaults()).build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain form(ServerHttpSecurity http) {
		return authenticated(http, "/form/**", "/login", "/logout").formLogin(Customizer.withDefaults()).build();
	}

	@Bean
	@Order(3)
	SecurityWebFilterChain jwt(ServerHttpSecurity http) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/jwt/**"))
			.authorizeExchange((exchanges) -> exchanges.anyExchange().hasAuthority("SCOPE_data"))
			.oauth2ResourceServer((server) -> server
				.jwt((jwt) -> jwt.jwtDecoder(NimbusReactiveJwtDecoder.withSecretKey(SecurityTokens.KEY).build())))
			.build();
	}

	@Bean
	@Order(4)
	SecurityWebFilterChain cors(ServerHttpSecurity http) {
		return authenticated(http, "/cors/**").httpBasic(Customizer.withDefaults())
			.cors(Customizer.withDefaults())
			.build();
	}

	private static ServerHttpSecurity authenticated(ServerHttpSecurity http, String... paths) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(paths))
			.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated());
	}

}
