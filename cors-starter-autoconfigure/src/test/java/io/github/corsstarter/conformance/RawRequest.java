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

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one HTTP/1.1 request. Nothing is repaired, sorted or checked: what a case
 * says is what the server reads.
 *
 * @param bytes everything that is written to the socket
 * @param head whether the answer has no body because the method is {@code HEAD}
 * @param summary a readable form for failure messages
 */
record RawRequest(byte[] bytes, boolean head, String summary) {

	private static final int SUMMARY_LENGTH = 300;

	static Builder to(String method, String target) {
		return new Builder(method, target);
	}

	/**
	 * A request whose characters are its bytes.
	 * @param characters the whole request, every character at most U+00FF
	 * @return the request
	 */
	static RawRequest verbatim(String characters) {
		return new RawRequest(characters.getBytes(StandardCharsets.ISO_8859_1), characters.startsWith("HEAD "),
				summarize(characters));
	}

	private static String summarize(String text) {
		String visible = text.replace("\r\n", " | ");
		return (visible.length() > SUMMARY_LENGTH) ? visible.substring(0, SUMMARY_LENGTH) + "..." : visible;
	}

	static final class Builder {

		private final String method;

		private final String target;

		private final List<Header> headers = new ArrayList<>();

		private String body = "";

		private Builder(String method, String target) {
			this.method = method;
			this.target = target;
		}

		Builder header(String name, String value) {
			this.headers.add(new Header(name, value));
			return this;
		}

		/**
		 * Add a line unless the request has one of that name already.
		 * @param name the field name
		 * @param value the field value
		 * @return this builder
		 */
		Builder defaultHeader(String name, String value) {
			return this.headers.stream().anyMatch((header) -> header.isNamed(name)) ? this : header(name, value);
		}

		Builder body(String body) {
			this.body = body;
			return defaultHeader("Content-Length", Integer.toString(body.length()));
		}

		RawRequest build() {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.writeBytes((this.method + " ").getBytes(StandardCharsets.ISO_8859_1));
			out.writeBytes(this.target.getBytes(StandardCharsets.UTF_8));
			out.writeBytes(" HTTP/1.1\r\n".getBytes(StandardCharsets.ISO_8859_1));
			for (Header header : this.headers) {
				out.writeBytes((header.name() + ": ").getBytes(StandardCharsets.ISO_8859_1));
				out.writeBytes(header.value().getBytes(charsetFor(header.value())));
				out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
			}
			out.writeBytes(("\r\n" + this.body).getBytes(StandardCharsets.ISO_8859_1));
			return new RawRequest(out.toByteArray(), this.method.equals("HEAD"), summary());
		}

		private static Charset charsetFor(String value) {
			return value.chars().allMatch((character) -> character <= 0xFF) ? StandardCharsets.ISO_8859_1
					: StandardCharsets.UTF_8;
		}

		private String summary() {
			StringBuilder text = new StringBuilder(this.method + " " + this.target);
			this.headers.forEach((header) -> text.append("\r\n").append(header.name() + ": " + header.value()));
			return summarize(text.toString());
		}

	}

}
