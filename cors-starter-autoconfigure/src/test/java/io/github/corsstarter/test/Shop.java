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

package io.github.corsstarter.test;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/**
 * An application with rules, as an application of a user could be.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Shop.OrderController.class)
class Shop {

	static final String ORIGIN = "https://shop.example.com";

	private static final Map<String, Object> PROPERTIES = Map.ofEntries(Map.entry("server.address", "127.0.0.1"),
			Map.entry("server.port", "0"), Map.entry("server.shutdown", "immediate"),
			Map.entry("spring.config.name", "none"), Map.entry("spring.main.banner-mode", "off"),
			Map.entry("logging.level.root", "warn"), Map.entry("cors.rules.orders.paths", "/api/**"),
			Map.entry("cors.rules.orders.allowed-origins", ORIGIN + ",http://localhost:3000"),
			Map.entry("cors.rules.orders.allowed-methods", "GET,PUT"),
			Map.entry("cors.rules.orders.allowed-headers", "Content-Type,X-Request-Id"),
			Map.entry("cors.rules.orders.exposed-headers", "X-Total-Count"),
			Map.entry("cors.rules.orders.allow-credentials", "true"),
			Map.entry("cors.rules.products.paths", "/public/**"),
			Map.entry("cors.rules.products.allowed-origins", "*"));

	static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Shop.class).web(type).properties(PROPERTIES).run();
	}

	static WebTestClient client(ConfigurableApplicationContext context) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
			.build();
	}

	/** Make what {@code @AutoConfigureMockMvc} makes, whose package moved. */
	static MockMvc mockMvc(ConfigurableApplicationContext context) {
		DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context);
		try {
			Class<?> customizer = ClassUtils.forName(ClassUtils.isPresent(mvcTest("webmvc.test.autoconfigure"), null)
					? mvcTest("webmvc.test.autoconfigure") : mvcTest("test.autoconfigure.web.servlet"), null);
			Method customize = customizer.getMethod("customize", ConfigurableMockMvcBuilder.class);
			customize.invoke(customizer.getConstructor(WebApplicationContext.class).newInstance(context), builder);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		return builder.build();
	}

	private static String mvcTest(String packageName) {
		return "org.springframework.boot." + packageName + ".SpringBootMockMvcBuilderCustomizer";
	}

	@RestController
	static class OrderController {

		@GetMapping("/api/orders")
		ResponseEntity<String> orders() {
			return ResponseEntity.ok().header("X-Total-Count", "3").header("X-Internal", "1").body("orders");
		}

		@PutMapping("/api/orders")
		String replace(@RequestBody(required = false) String body) {
			return "replaced with " + body;
		}

		@DeleteMapping("/api/orders")
		void delete() {
			throw new IllegalStateException("No script may get here");
		}

		@GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			// The client would give up on the body, and no server waits for long to stop
			return Flux.concat(Flux.just("one"), Mono.delay(Duration.ofSeconds(6)).map(String::valueOf));
		}

		@GetMapping("/api/broken")
		String broken() {
			throw new IllegalStateException("out of order");
		}

		@GetMapping("/public/products")
		String products() {
			return "products";
		}

		@GetMapping("/internal/report")
		String report() {
			return "report";
		}

		@CrossOrigin("https://partner.example.com")
		@GetMapping("/partner/report")
		String partner() {
			return "report";
		}

	}

}
