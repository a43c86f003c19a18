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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** An application with every kind of handler that Spring MVC has. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ SharedHandlers.class, ServletHandlers.Controller.class })
class ServletHandlers implements WebMvcConfigurer {

	@Override
	public void addCorsMappings(CorsRegistry registry) {
		for (String path : SharedHandlers.MAPPED) {
			registry.addMapping(path).allowedOrigins(SharedHandlers.OWN_ORIGIN);
		}
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route()
			.GET("/{area}/functional", (request) -> ServerResponse.ok().body("the content of functional"))
			.build();
	}

	@RestController
	static class Controller {

		@GetMapping({ "/governed/events", "/free/events" })
		SseEmitter events() {
			return send(new SseEmitter(), "the content of events");
		}

		@GetMapping({ "/governed/emitter", "/free/emitter" })
		ResponseBodyEmitter emitter() {
			return send(new ResponseBodyEmitter(), "the content of emitter");
		}

		private static <E extends ResponseBodyEmitter> E send(E emitter, String text) {
			CompletableFuture.runAsync(() -> {
				try {
					emitter.send(text);
					emitter.complete();
				}
				catch (IOException ex) {
					emitter.completeWithError(ex);
				}
			});
			return emitter;
		}

		@GetMapping({ "/governed/stream", "/free/stream" })
		StreamingResponseBody stream() {
			return (out) -> {
				out.flush();
				out.write("the content of stream".getBytes(StandardCharsets.UTF_8));
			};
		}

		@GetMapping({ "/governed/later", "/free/later" })
		Callable<String> later() {
			return () -> "the content of later";
		}

		@GetMapping({ "/governed/deferred", "/free/deferred" })
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			CompletableFuture.runAsync(() -> result.setResult("the content of deferred"));
			return result;
		}

		@PostMapping("/governed/upload")
		String upload(@RequestParam MultipartFile file) {
			return file.getOriginalFilename();
		}

	}

}
