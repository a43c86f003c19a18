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
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that stays open, for many small requests.
 */
final class LoadConnection implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 20_000;

	private static final String END = "\r\n\r\n";

	private final Socket socket;

	private final InputStream in;

	private final byte[] buffer = new byte[16 * 1024];

	LoadConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(TIMEOUT_MILLIS);
		this.socket.setTcpNoDelay(true);
		this.in = this.socket.getInputStream();
	}

	/**
	 * Send a request.
	 * @param lines the request line and the headers, all but {@code Host}
	 * @return the bytes of the request
	 */
	static byte[] request(String... lines) {
		return (String.join("\r\n", lines) + "\r\nHost: localhost" + END).getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Send a request.
	 * @return the complete answer, without its date
	 */
	String exchange(byte[] request) throws IOException {
		this.socket.getOutputStream().write(request);
		int length = 0;
		while (true) {
			int read = this.in.read(this.buffer, length, this.buffer.length - length);
			if (read < 0) {
				throw new IOException("The server ended the connection");
			}
			length += read;
			String answer = new String(this.buffer, 0, length, StandardCharsets.US_ASCII);
			int end = answer.indexOf(END);
			if (end >= 0 && length >= end + END.length() + contentLength(answer)) {
				return withoutDate(answer);
			}
		}
	}

	private static int contentLength(String answer) {
		String name = "\r\ncontent-length: ";
		int start = answer.toLowerCase(Locale.ROOT).indexOf(name);
		return (start < 0) ? 0 : Integer
			.parseInt(answer.substring(start + name.length(), answer.indexOf('\r', start + name.length())).trim());
	}

	private static String withoutDate(String answer) {
		int start = answer.toLowerCase(Locale.ROOT).indexOf("\r\ndate: ");
		return (start < 0) ? answer : answer.substring(0, start) + answer.substring(answer.indexOf('\r', start + 2));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
