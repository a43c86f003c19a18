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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.handler.ssl.SslContext;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Serves a blank page with the lab's client code under whatever name the browser asks
 * for, with and without TLS: the browser is told that every foreign name leads here, and
 * so its page really is at {@code https://app1.yourdomain.com}. {@code /opaque} is the
 * same page in a sandbox, whose origin is {@code null}.
 */
final class PageServer implements AutoCloseable {

	private final Map<String, Content> contents = new LinkedHashMap<>();

	private final DisposableServer plain;

	private final DisposableServer secure;

	PageServer() {
		Content page = new Content("text/html",
				"<!doctype html><title>Page</title><script type=module src=/page.js></script>");
		this.contents.put("/", page);
		this.contents.put("/opaque", page);
		this.contents.put("/page.js", new Content("text/javascript", """
				import { send } from '/assets/clients.js';
				window.corsLab = { send };
				document.documentElement.dataset.ready = 'true';
				"""));
		this.contents.put("/assets/clients.js",
				new Content("text/javascript", resource("classpath:static/assets/clients.js")));
		this.contents.put("/webjars/axios/dist/esm/axios.min.js", new Content("text/javascript",
				resource("classpath*:META-INF/resources/webjars/axios/*/dist/esm/axios.min.js")));
		HttpServer server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer);
		SslContext sslContext = SelfSigned.sslContext();
		this.plain = server.bindNow();
		this.secure = server.secure((tls) -> tls.sslContext(sslContext)).bindNow();
	}

	private static String resource(String pattern) {
		try {
			return new PathMatchingResourcePatternResolver().getResources(pattern)[0]
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		Content content = this.contents.get(request.fullPath().isEmpty() ? "/" : request.fullPath());
		if (content == null) {
			return response.sendNotFound();
		}
		// The scripts of a page with an opaque origin are cross-origin to it
		response.header("Access-Control-Allow-Origin", "*").header("Content-Type", content.type());
		if (request.fullPath().equals("/opaque")) {
			response.header("Content-Security-Policy", "sandbox allow-scripts");
		}
		return response.sendString(Mono.just(content.text()));
	}

	int plainPort() {
		return this.plain.port();
	}

	int securePort() {
		return this.secure.port();
	}

	/**
	 * Return how the browser finds its way here.
	 * @param originsWithPort the origins with a port of their own
	 * @return rules for the browser's resolver
	 */
	List<String> hostResolverRules(Set<URI> originsWithPort) {
		List<String> rules = new ArrayList<>();
		originsWithPort.forEach((origin) -> rules.add("MAP %s 127.0.0.1:%d".formatted(origin.getAuthority(),
				origin.getScheme().equals("https") ? this.secure.port() : this.plain.port())));
		rules.add("MAP *:8443 127.0.0.1:" + this.secure.port());
		rules.add("MAP *:443 127.0.0.1:" + this.secure.port());
		rules.add("MAP *:80 127.0.0.1:" + this.plain.port());
		return rules;
	}

	@Override
	public void close() {
		this.plain.disposeNow();
		this.secure.disposeNow();
	}

	private record Content(String type, String text) {

	}

}
