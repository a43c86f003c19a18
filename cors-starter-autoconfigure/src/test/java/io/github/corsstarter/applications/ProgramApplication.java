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
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** What a {@link Program} runs. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Handlers.class, ProgramApplication.PlainServlets.class })
class ProgramApplication {

	/** Where the application writes its port to. */
	static final String PORT_FILE = "test.port-file";

	@Bean
	PortFile portFile() {
		return new PortFile();
	}

	public static void main(String[] args) {
		SpringApplication.run(ProgramApplication.class, args);
	}

	static class PortFile {

		@EventListener
		void write(ApplicationReadyEvent event) throws IOException {
			var environment = event.getApplicationContext().getEnvironment();
			Path file = Path.of(environment.getRequiredProperty(PORT_FILE));
			Path complete = Files.writeString(file.resolveSibling("complete"),
					environment.getRequiredProperty("local.server.port"));
			Files.move(complete, file);
		}

	}

	/** An application without Spring MVC is one of servlets. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "jakarta.servlet.Servlet")
	@ConditionalOnMissingClass("org.springframework.web.servlet.DispatcherServlet")
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class PlainServlets {

		@Bean
		Servlet plainServlet() {
			return new PlainServlet();
		}

	}

	static class PlainServlet extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("data");
		}

	}

}
