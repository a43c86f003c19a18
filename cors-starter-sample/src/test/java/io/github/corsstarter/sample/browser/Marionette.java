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

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Firefox is driven with where there is no driver for it: commands of WebDriver,
 * each a JSON array behind its length, over a socket.
 */
final class Marionette implements AutoCloseable {

	private static final int TIMEOUT = 90_000;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Socket socket;

	private final InputStream input;

	private int commands;

	/**
	 * Connect, and start a session.
	 * @param port where Firefox listens
	 */
	Marionette(int port) {
		try {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
			this.socket.setSoTimeout(TIMEOUT);
			this.socket.setTcpNoDelay(true);
			this.input = new BufferedInputStream(this.socket.getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		read();
	}

	/**
	 * Send a command and wait for its answer.
	 * @param name the command
	 * @param parameters its parameters
	 * @return its result
	 */
	JsonNode send(String name, Map<String, ?> parameters) {
		int number = ++this.commands;
		write(JSON.writeValueAsString(List.of(0, number, name, parameters)));
		JsonNode answer = read();
		if (answer.get(1).asInt() != number || !answer.get(2).isNull()) {
			throw new IllegalStateException(name + ": " + answer);
		}
		return answer.get(3);
	}

	private void write(String message) {
		int length = message.getBytes(StandardCharsets.UTF_8).length;
		try {
			// In one piece: the rest of one that is cut waits for an acknowledgement
			OutputStream output = this.socket.getOutputStream();
			output.write((length + ":" + message).getBytes(StandardCharsets.UTF_8));
			output.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode read() {
		try {
			int length = 0;
			for (int next = this.input.read(); next != ':'; next = this.input.read()) {
				if (next < '0' || next > '9') {
					throw new IOException("Firefox closed the connection");
				}
				length = length * 10 + next - '0';
			}
			return JSON.readTree(this.input.readNBytes(length));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
