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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.conformance.Stack;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that was started for real, on a free port of the loopback interface.
 *
 * @param context its context
 */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {

	/** The origin that {@link #RULE} allows. */
	static final String ORIGIN = "https://app.example.com";

	/** An origin that no rule allows. */
	static final String FOREIGN = "https://evil.test";

	/** A rule for every path with {@code governed} as its second segment. */
	static final String[] RULE = { "cors.rules.api.paths=/*/governed/**", "cors.rules.api.allowed-origins=" + ORIGIN,
			"cors.rules.api.allowed-methods=GET, POST, PUT", "cors.rules.api.allow-credentials=true" };

	private static final int TIMEOUT_MILLIS = 20_000;

	/**
	 * Start an application.
	 * @param stack the web server
	 * @param source what it consists of
	 * @param properties its properties, as {@code key=value}; later ones win
	 * @return the running application
	 */
	static RunningApplication start(Stack stack, Class<?> source, String[]... properties) {
		return start(stack, new Class<?>[] { source }, properties);
	}

	static RunningApplication start(Stack stack, Class<?>[] sources, String[]... properties) {
		Map<String, Object> settings = new TreeMap<>(Map.of("server.address", "127.0.0.1", "server.port", "0",
				"server.shutdown", "immediate", "spring.config.name", "none", "spring.main.web-application-type",
				stack.webApplicationType(), "spring.main.banner-mode", "off", "spring.main.log-startup-info", "false",
				"logging.level.root", "off", "spring.cloud.config.enabled", "false", "test.server", stack.toString()));
		for (String[] some : properties) {
			for (String property : some) {
				String[] parts = property.split("=", 2);
				settings.put(parts[0], parts[1]);
			}
		}
		return new RunningApplication(
				new SpringApplicationBuilder(sources).initializers(stack::initialize).properties(settings).run());
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * Send a request.
	 * @param method the method
	 * @param path the path
	 * @param headers names and values in turn
	 * @return the answer
	 */
	Response send(String method, String path, String... headers) {
		return send(port(), method, path, "", headers);
	}

	/** Send a request with a body of a form. */
	Response sendForm(String path, String form, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "Content-Type";
		all[headers.length + 1] = "application/x-www-form-urlencoded";
		return send(port(), "POST", path, form, all);
	}

	Response get(String path, String... headers) {
		return send("GET", path, headers);
	}

	/** Send a preflight for {@code PUT}. */
	Response preflight(String path, String origin) {
		return preflight(port(), path, origin);
	}

	static Response preflight(int port, String path, String origin) {
		return send(port, "OPTIONS", path, "", "Origin", origin, "Access-Control-Request-Method", "PUT",
				"Access-Control-Request-Headers", "content-type");
	}

	static Response send(int port, String method, String path, String body, String... headers) {
		StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		boolean hasHost = false;
		for (int i = 0; i < headers.length; i += 2) {
			request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
			hasHost |= headers[i].equalsIgnoreCase("Host");
		}
		if (!hasHost) {
			request.append("Host: localhost:").append(port).append("\r\n");
		}
		if (!method.equals("GET") && !method.equals("OPTIONS")) {
			request.append("Content-Length: ").append(body.length()).append("\r\n");
		}
		return exchange(port, request.append("Connection: close\r\n\r\n").append(body).toString());
	}

	private static Response exchange(int port, String request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return Response.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request, ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		speakAgain();
	}

	/** Levels stay as they are when an application ends, and other tests read logs. */
	static void speakAgain() {
		LoggingSystem.get(RunningApplication.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

}
