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

package io.github.corsstarter.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page for people: one document with its style and its script inside, which its own
 * Content Security Policy lets run by their digests and nothing else.
 */
final class ConsolePage {

	private ConsolePage() {
	}

	static String load() {
		String style = resource("console.css");
		String script = resource("console.js");
		return resource("console.html").replace("{style-digest}", digest(style))
			.replace("{script-digest}", digest(script))
			.replace("{style}", style)
			.replace("{script}", script);
	}

	private static String resource(String name) {
		try (InputStream stream = ConsolePage.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("The jar has no " + name);
			}
			// whatever line ends a checkout has: browsers take a digest after
			// normalizing them
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(String content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has to have it", ex);
		}
	}

}
