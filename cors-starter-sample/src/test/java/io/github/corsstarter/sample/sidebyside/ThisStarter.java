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
package io.github.corsstarter.sample.sidebyside;

import io.github.corsstarter.autoconfigure.InvalidCorsConfigurationException;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with this starter and the YAML of a recipe.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ThisStarter {

	/**
	 * Start the application.
	 * @param section what holds its rules
	 * @return the application; its port is what {@link #port} says
	 */
	static ConfigurableApplicationContext start(Section section) {
		return new SpringApplicationBuilder(ThisStarter.class, Api.class)
			.initializers((context) -> section.propertySources()
				.forEach((source) -> context.getEnvironment().getPropertySources().addLast(source)))
			.run("--spring.config.name=none", "--spring.main.banner-mode=off", "--server.port=0",
					"--server.address=127.0.0.1", "--spring.main.web-application-type=servlet",
					"--logging.level.root=off");
	}

	static int port(ConfigurableApplicationContext context) {
		return ((WebServerApplicationContext) context).getWebServer().getPort();
	}

	/** The code of the error that stops the start. */
	static String refusal(Section section) {
		try {
			start(section).close();
		}
		catch (RuntimeException ex) {
			Throwable cause = ex;
			while (cause != null && !(cause instanceof InvalidCorsConfigurationException)) {
				cause = cause.getCause();
			}
			if (cause instanceof InvalidCorsConfigurationException refusal) {
				return refusal.problems().get(0).code().id();
			}
			throw ex;
		}
		throw new IllegalStateException(section + " starts");
	}

	@RestController
	static class Api {

		@RequestMapping("/api/orders")
		ResponseEntity<String> orders() {
			return ResponseEntity.ok().header("X-Handler", "ran").header("X-Total-Count", "3").body("[]");
		}

		@RequestMapping("/api/missing")
		ResponseEntity<String> missing() {
			return ResponseEntity.status(404).header("X-Handler", "ran").body("[]");
		}

	}

}
