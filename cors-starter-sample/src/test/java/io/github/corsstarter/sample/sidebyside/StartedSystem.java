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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.util.FileSystemUtils;

/**
 * Another system, started with the snippet of a recipe on the loopback address. Proxies
 * have a back end behind them.
 */
final class StartedSystem implements AutoCloseable {

	private static final int TRIES = 300;

	private final Path folder;

	private final HttpServer backEnd;

	private final Process process;

	private final int port;

	StartedSystem(OtherSystem system, Section section) {
		try {
			this.folder = Files.createTempDirectory("side-by-side");
			this.backEnd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.backEnd.createContext("/", StartedSystem::handle);
			this.backEnd.start();
			this.port = freePort();
			this.process = new ProcessBuilder(
					system.command(this.folder, this.port, this.backEnd.getAddress().getPort(), section))
				.directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("output").toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitStart(section);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void handle(HttpExchange exchange) throws IOException {
		byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("X-Handler", "ran");
		exchange.getResponseHeaders().set("X-Total-Count", "3");
		exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/api/missing") ? 404 : 200,
				body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private void awaitStart(Section section) {
		for (int attempt = 0; attempt < TRIES; attempt++) {
			if (!this.process.isAlive()) {
				break;
			}
			if (answers().isUp()) {
				return;
			}
			pause();
		}
		String output = output();
		close();
		throw new IllegalStateException("%s did not start: %s".formatted(section, output));
	}

	private String output() {
		try {
			return Files.readString(this.folder.resolve("output"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Answers answers() {
		return new Answers(this.port);
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.backEnd.stop(0);
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
