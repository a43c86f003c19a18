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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Serves a blank page with the lab's client code under whatever name the browser asks
 * for, with and without TLS: the browser is told that every foreign name leads here, and
 * so its page really is at {@code https://app1.yourdomain.com}. {@code /opaque} is the
 * same page in a sandbox, whose origin is {@code null}.
 */
final class PageServer implements AutoCloseable {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpServer plain;

	private final HttpsServer secure;

	PageServer() {
		try {
			InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
			this.plain = HttpServer.create(anyPort, 0);
			this.secure = HttpsServer.create(anyPort, 0);
			this.secure.setHttpsConfigurator(new HttpsConfigurator(sslContext()));
			start(this.plain);
			start(this.secure);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void start(HttpServer server) throws IOException {
		byte[] page = bytes("<!doctype html><title>Page</title><script type=module src=/page.js></script>");
		serve(server, "/", "text/html", page, Map.of());
		serve(server, "/opaque", "text/html", page, Map.of("Content-Security-Policy", "sandbox allow-scripts"));
		serve(server, "/page.js", "text/javascript", bytes("""
				import { send } from '/assets/clients.js';
				window.corsLab = { send };
				document.documentElement.dataset.ready = 'true';
				"""), Map.of());
		serve(server, "/assets/clients.js", "text/javascript", resource("classpath:static/assets/clients.js"),
				Map.of());
		serve(server, "/webjars/axios/dist/esm/axios.min.js", "text/javascript",
				resource("classpath*:META-INF/resources/webjars/axios/*/dist/esm/axios.min.js"), Map.of());
		server.setExecutor(this.executor);
		server.start();
	}

	private static void serve(HttpServer server, String path, String type, byte[] content,
			Map<String, String> headers) {
		server.createContext(path, (exchange) -> {
			try (exchange) {
				exchange.getResponseHeaders().set("Content-Type", type);
				// The scripts of a page with an opaque origin are cross-origin to it
				exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
				headers.forEach(exchange.getResponseHeaders()::set);
				answer(exchange, content);
			}
		});
	}

	private static void answer(HttpExchange exchange, byte[] content) throws IOException {
		exchange.sendResponseHeaders(200, content.length);
		exchange.getResponseBody().write(content);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] resource(String pattern) throws IOException {
		return new PathMatchingResourcePatternResolver().getResources(pattern)[0].getContentAsByteArray();
	}

	private static SSLContext sslContext() throws IOException {
		Path folder = Files.createTempDirectory("cors-lab-pages");
		try {
			Path file = folder.resolve("pages.p12");
			generateKey(file);
			KeyStore keyStore = KeyStore.getInstance("PKCS12");
			try (InputStream content = Files.newInputStream(file)) {
				keyStore.load(content, PASSWORD);
			}
			KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keyManagers.init(keyStore, PASSWORD);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keyManagers.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	// The JDK has no public way to make a certificate but this tool
	private static void generateKey(Path file) throws IOException {
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "pages", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=pages.test",
				"-validity", "2", "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore",
				file.toString())
			.redirectErrorStream(true)
			.start();
		try {
			if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
				keytool.destroy();
				throw new IllegalStateException("keytool failed: "
						+ new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	int plainPort() {
		return this.plain.getAddress().getPort();
	}

	int securePort() {
		return this.secure.getAddress().getPort();
	}

	@Override
	public void close() {
		this.plain.stop(0);
		this.secure.stop(0);
		this.executor.shutdownNow();
	}

}
