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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

import org.springframework.util.FileSystemUtils;

/**
 * A certificate that is good for the length of a test. The JDK has no public way to make
 * one but its {@code keytool}.
 */
final class SelfSigned {

	private static final String PASSWORD = "changeit";

	private SelfSigned() {
	}

	static SslContext sslContext() {
		try {
			Path folder = Files.createTempDirectory("cors-lab-pages");
			try {
				return load(generate(folder.resolve("pages.p12")));
			}
			finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SslContext load(Path file) throws IOException, GeneralSecurityException {
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			keyStore.load(content, PASSWORD.toCharArray());
		}
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(keyStore, PASSWORD.toCharArray());
		return SslContextBuilder.forServer(keyManagers).build();
	}

	private static Path generate(Path file) throws IOException {
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "pages", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=pages.test",
				"-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString())
			.redirectErrorStream(true)
			.start();
		try {
			if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
				keytool.destroy();
				throw new IllegalStateException("keytool failed: "
						+ new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
			}
			return file;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
