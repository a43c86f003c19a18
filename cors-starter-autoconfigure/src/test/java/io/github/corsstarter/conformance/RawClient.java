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

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/1.1 client on a plain socket, since HTTP clients repair what these tests are
 * about. It keeps its connection while the server does. For one thread at a time.
 */
final class RawClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 10_000;

	// Reactor Netty 1.2 sometimes forgets a kept connection after an answer that another
	// thread gave, whatever the application.
	private static final int KEPT_TIMEOUT_MILLIS = 2_000;

	private static final int BUFFER_SIZE = 16 * 1024;

	private final int port;

	private Socket socket;

	private InputStream in;

	private int headerBytes;

	RawClient(int port) {
		this.port = port;
	}

	/**
	 * Send a request and wait for its answer.
	 * @param request the request
	 * @return the answer, or {@link RawResponse#dropped()} if the server closes the
	 * connection without one
	 */
	RawResponse send(RawRequest request) {
		boolean reused = this.socket != null;
		RawResponse response = attempt(request);
		// A server may close or forget a kept connection, which is no answer to this
		// request.
		return (reused && response.status() == RawResponse.DROPPED) ? attempt(request) : response;
	}

	private RawResponse attempt(RawRequest request) {
		try {
			connect();
			write(request.bytes());
			RawResponse response = read(request.head());
			if (closes(response)) {
				close();
			}
			return response;
		}
		catch (IOException ex) {
			close();
			return RawResponse.dropped();
		}
	}

	private void connect() throws IOException {
		if (this.socket != null) {
			this.socket.setSoTimeout(KEPT_TIMEOUT_MILLIS);
			return;
		}
		this.socket = new Socket();
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(TIMEOUT_MILLIS);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), TIMEOUT_MILLIS);
		this.in = new BufferedInputStream(this.socket.getInputStream(), BUFFER_SIZE);
	}

	private void write(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
		}
		catch (IOException ex) {
			// The server may have answered before it read everything: read that answer.
		}
	}

	private RawResponse read(boolean head) throws IOException {
		this.headerBytes = 0;
		int status;
		List<Header> headers;
		do {
			status = status(line());
			headers = headers();
		}
		while (status == 100 || status == 103);
		RawResponse response = new RawResponse(status, headers, new byte[0], this.headerBytes);
		boolean bodiless = head || status == 101 || status == 204 || status == 304;
		byte[] body = bodiless ? new byte[0] : body(response);
		return new RawResponse(status, headers, body, this.headerBytes);
	}

	private int status(String statusLine) throws IOException {
		String[] parts = statusLine.split(" ", 3);
		if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
			throw new IOException("Not a status line: " + statusLine);
		}
		return Integer.parseInt(parts[1]);
	}

	private List<Header> headers() throws IOException {
		List<Header> headers = new ArrayList<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			int colon = line.indexOf(':');
			if (colon <= 0) {
				throw new IOException("Not a header line: " + line);
			}
			headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).trim()));
		}
		return headers;
	}

	private byte[] body(RawResponse response) throws IOException {
		String encoding = response.line("Transfer-Encoding");
		if (encoding != null && encoding.equalsIgnoreCase("chunked")) {
			return chunks();
		}
		String length = response.line("Content-Length");
		if (length != null) {
			return exactly(Integer.parseInt(length));
		}
		return this.in.readAllBytes();
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = chunkSize(); size > 0; size = chunkSize()) {
			body.writeBytes(exactly(size));
			line();
		}
		headers();
		return body.toByteArray();
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line().split(";", 2)[0].trim(), 16);
	}

	private byte[] exactly(int length) throws IOException {
		byte[] bytes = this.in.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException();
		}
		return bytes;
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int octet = this.in.read(); octet != '\n'; octet = this.in.read()) {
			if (octet < 0) {
				throw new EOFException();
			}
			line.write(octet);
		}
		this.headerBytes += line.size() + 1;
		String text = line.toString(StandardCharsets.ISO_8859_1);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	private static boolean closes(RawResponse response) {
		boolean framed = response.line("Content-Length") != null || response.line("Transfer-Encoding") != null
				|| response.status() == 204 || response.status() == 304;
		return !framed || response.members("Connection").stream().anyMatch("close"::equalsIgnoreCase);
	}

	@Override
	public void close() {
		Socket open = this.socket;
		this.socket = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (IOException ex) {
				// Nothing more is expected from it.
			}
		}
	}

}
