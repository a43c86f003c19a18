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

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.WebFilter;

/** An application on the reactive stack that answers in many ways. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ SharedAnswers.class, ReactiveAnswers.Controller.class })
class ReactiveAnswers implements WebFluxConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/any/governed/*.txt")
			.addResourceLocations("classpath:/io/github/corsstarter/applications/static/governed/");
	}

	/** What people write who have found no other way. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	WebFilter ownFilter() {
		return (exchange, chain) -> {
			if (exchange.getRequest().getHeaders().getFirst("X-Filter") != null) {
				exchange.getResponse().getHeaders().set("Access-Control-Allow-Origin", "*");
				exchange.getResponse().getHeaders().set("Access-Control-Allow-Methods", "*");
			}
			return chain.filter(exchange);
		};
	}

	@RestController
	static class Controller {

		@GetMapping("/any/governed/late")
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(1)).then(Mono.error(new IllegalStateException("on purpose")));
		}

	}

}
