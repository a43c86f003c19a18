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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** An application with every kind of handler that Spring WebFlux has. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ SharedHandlers.class, ReactiveHandlers.Controller.class })
class ReactiveHandlers implements WebFluxConfigurer {

	@Override
	public void addCorsMappings(CorsRegistry registry) {
		for (String path : SharedHandlers.MAPPED) {
			registry.addMapping(path).allowedOrigins(SharedHandlers.OWN_ORIGIN);
		}
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.GET("/{area}/functional", (request) -> ServerResponse.ok().bodyValue("the content of functional"))
			.build();
	}

	@RestController
	static class Controller {

		@GetMapping(path = { "/governed/events", "/free/events" }, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			return Flux.just("the content of events").delaySequence(Duration.ofMillis(5));
		}

		@GetMapping({ "/governed/stream", "/free/stream" })
		Flux<String> stream() {
			return Flux.just("the content of stream", ", and more");
		}

		@GetMapping({ "/governed/later", "/free/later" })
		Mono<String> later() {
			return Mono.just("the content of later").delayElement(Duration.ofMillis(5));
		}

		@PostMapping("/governed/upload")
		Mono<String> upload(@RequestPart Mono<FilePart> file) {
			return file.map(FilePart::filename);
		}

	}

}
