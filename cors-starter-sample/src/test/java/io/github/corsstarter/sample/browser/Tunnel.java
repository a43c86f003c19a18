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
package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A proxy for {@code CONNECT}, all of whose ways lead to one port: so that every name has
 * its page here, on a port of its own or on 443.
 */
final class Tunnel implements AutoCloseable {

	private final ServerSocket server;

	private final int target;

	Tunnel(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void accept() throws IOException {
		while (!this.server.isClosed()) {
			Socket client = this.server.accept();
			run(() -> open(client));
		}
	}

	private void open(Socket client) throws IOException {
		try (client; Socket origin = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			skipHead(client.getInputStream());
			client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			run(() -> pass(origin.getInputStream(), client.getOutputStream()));
			pass(client.getInputStream(), origin.getOutputStream());
		}
	}

	private static void skipHead(InputStream input) throws IOException {
		int line = 0;
		int next = input.read();
		while (next != -1) {
			if (next == '\n' && line == 0) {
				return;
			}
			line = (next == '\n') ? 0 : line + ((next == '\r') ? 0 : 1);
			next = input.read();
		}
	}

	private static void pass(InputStream from, OutputStream to) throws IOException {
		from.transferTo(to);
	}

	private static void run(Action action) {
		Thread thread = new Thread(() -> {
			try {
				action.run();
			}
			catch (IOException ex) {
				// One of the ends was closed, as they all are in the end
				Thread.currentThread().interrupt();
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something to do with sockets. */
	private interface Action {

		void run() throws IOException;

	}

}
