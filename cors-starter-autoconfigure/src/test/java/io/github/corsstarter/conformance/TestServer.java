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

package io.github.corsstarter.conformance;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.conformance.application.Script;
import io.github.corsstarter.conformance.application.Spy;
import io.github.corsstarter.conformance.application.TestApplication;
import io.github.corsstarter.conformance.application.Told;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running test application. Starting one takes longer than hundreds of cases, so that
 * equal ones are shared by all test classes and stopped with the JVM.
 *
 * @param stack the web server
 * @param context the application
 * @param client a client for it, for one thread
 */
record TestServer(Stack stack, ConfigurableApplicationContext context, RawClient client) implements AutoCloseable {

	static final String LARGE_HEADERS = "80KB";

	private static final Map<String, TestServer> SHARED = new ConcurrentHashMap<>();

	/**
	 * A server with the starter and the actuator, with room for large headers.
	 * @param stack the web server
	 * @param properties further properties as {@code key=value}
	 * @return the running server, shared
	 */
	static TestServer shared(Stack stack, String... properties) {
		return SHARED.computeIfAbsent(stack + " " + String.join(" ", properties), (key) -> {
			Map<String, Object> settings = new TreeMap<>();
			settings.put("server.max-http-request-header-size", LARGE_HEADERS);
			settings.put("management.endpoints.web.exposure.include", "*");
			// Without any rule there would be no filter to give other rules to
			settings.put("cors.rules.initial.paths", "/initial/**");
			settings.put("cors.rules.initial.allowed-origins", "https://initial.example.com");
			for (String property : properties) {
				String[] parts = property.split("=", 2);
				settings.put(parts[0], parts[1]);
			}
			return start(stack, settings, TestApplication.class);
		});
	}

	/**
	 * Start a server on a free port of the loopback interface.
	 * @param stack the web server
	 * @param properties the properties of the application
	 * @param sources the configuration classes
	 * @return the running server
	 */
	static TestServer start(Stack stack, Map<String, Object> properties, Class<?>... sources) {
		Map<String, Object> settings = new TreeMap<>();
		settings.put("server.address", "127.0.0.1");
		settings.put("server.port", "0");
		settings.put("spring.config.name", "none");
		settings.put("spring.main.web-application-type", stack.webApplicationType());
		settings.put("spring.main.banner-mode", "off");
		settings.put("spring.main.log-startup-info", "false");
		settings.put("logging.level.root", "warn");
		settings.put("logging.level." + TestServer.class.getName(), "info");
		settings.putAll(properties);
		ConfigurableApplicationContext context = new SpringApplicationBuilder(sources).initializers(stack::initialize)
			.properties(settings)
			.run();
		return new TestServer(stack, context, new RawClient(port(context)));
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	int port() {
		return port(this.context);
	}

	Script script() {
		return this.context.getBean(Script.class);
	}

	Told told() {
		return this.context.getBean(Told.class);
	}

	Spy spy() {
		return this.context.getBean(Spy.class);
	}

	@Override
	public void close() {
		this.client.close();
		this.context.close();
	}

	/**
	 * Say in the log of the build what ran and where.
	 * @param what what ran
	 * @param stack the web server
	 * @param result the result
	 */
	static void report(String what, Stack stack, String result) {
		LogFactory.getLog(TestServer.class)
			.info("%s on %s (Spring Boot %s, Java %d): %s".formatted(what, stack, SpringBootVersion.getVersion(),
					Runtime.version().feature(), result));
	}

}
