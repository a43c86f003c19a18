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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.corsstarter.sample.browser.Observation.Arrival;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import io.github.corsstarter.sample.browser.Server.Answer;
import io.github.corsstarter.sample.browser.Server.Request;

/**
 * What a browser makes of a server's answers: the part of the Fetch standard that CORS
 * needs (main fetch, HTTP fetch, CORS-preflight fetch, CORS check, HTTP-redirect fetch),
 * step by step. It keeps a CORS-preflight cache as long as it lives.
 */
final class BrowserModel {

	private static final Set<String> SAFELISTED_METHODS = Set.of("GET", "HEAD", "POST");

	private static final Set<String> SAFELISTED_TYPES = Set.of("application/x-www-form-urlencoded",
			"multipart/form-data", "text/plain");

	private static final Set<String> SAFELISTED_RESPONSE_HEADERS = Set.of("cache-control", "content-language",
			"content-length", "content-type", "expires", "last-modified", "pragma");

	/** Headers of the connection, which no application sets and no rule is about. */
	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "keep-alive", "date",
			"transfer-encoding");

	private final Server server;

	private final PreflightCache cache = new PreflightCache();

	BrowserModel(Server server) {
		this.server = server;
	}

	Observation expect(String pageOrigin, PageRequest request, URI uri) {
		return new Fetch(pageOrigin, request, uri).run();
	}

	static boolean isOfTheConnection(String header) {
		return OF_THE_CONNECTION.contains(header);
	}

	private static String essence(String contentType) {
		int semicolon = contentType.indexOf(';');
		return ((semicolon != -1) ? contentType.substring(0, semicolon) : contentType).strip();
	}

	private static String originOf(URI uri) {
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	private static List<String> list(Answer answer, String name) {
		return answer.header(name)
			.map((value) -> List.of(value.split(",")).stream().map(String::strip).toList())
			.orElse(List.of());
	}

	private final class Fetch {

		private final String pageOrigin;

		private final PageRequest request;

		private final Map<String, String> headers = new TreeMap<>();

		private final List<Arrival> arrivals = new ArrayList<>();

		private URI uri;

		private String origin;

		private boolean corsTainted;

		private Fetch(String pageOrigin, PageRequest request, URI uri) {
			this.pageOrigin = pageOrigin;
			this.request = request;
			this.uri = uri;
			this.origin = pageOrigin;
			request.headers().forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
		}

		private Observation run() {
			for (int redirects = 0; redirects <= 20; redirects++) {
				this.corsTainted = this.corsTainted || !this.pageOrigin.equals(originOf(this.uri));
				if (this.corsTainted && needsPreflight() && !preflight()) {
					return networkError();
				}
				Answer answer = arriveWith(this.request.method(), actualHeaders(), sendsCredentials());
				if (this.corsTainted && !passesCorsCheck(answer)) {
					return networkError();
				}
				if (!answer.isRedirect()) {
					return new Observation("status " + answer.status(), readable(answer), this.arrivals);
				}
				follow(answer);
			}
			return networkError();
		}

		private boolean includes() {
			return this.request.credentials() == Credentials.INCLUDE;
		}

		private PreflightCache.Key cacheKey() {
			return new PreflightCache.Key(this.origin, this.uri, includes());
		}

		private boolean sendsCredentials() {
			return includes() || (this.request.credentials() == Credentials.SAME_ORIGIN && !this.corsTainted);
		}

		private boolean needsPreflight() {
			boolean methodKnown = SAFELISTED_METHODS.contains(this.request.method())
					|| BrowserModel.this.cache.hasMethod(cacheKey(), this.request.method());
			return !methodKnown
					|| unsafeNames().stream().anyMatch((name) -> !BrowserModel.this.cache.hasHeader(cacheKey(), name));
		}

		private SortedSet<String> unsafeNames() {
			return this.headers.entrySet()
				.stream()
				.filter((header) -> !(header.getKey().equals("content-type")
						&& SAFELISTED_TYPES.contains(essence(header.getValue()))))
				.map(Map.Entry::getKey)
				.collect(Collectors.toCollection(TreeSet::new));
		}

		private boolean preflight() {
			Map<String, String> asks = new TreeMap<>(Map.of("origin", this.origin, "access-control-request-method",
					this.request.method(), "sec-fetch-site", "cross-site"));
			SortedSet<String> unsafe = unsafeNames();
			if (!unsafe.isEmpty()) {
				asks.put("access-control-request-headers", String.join(",", unsafe));
			}
			Answer answer = arriveWith("OPTIONS", asks, false);
			if (!passesCorsCheck(answer) || answer.status() < 200 || answer.status() > 299) {
				return false;
			}
			List<String> methods = list(answer, "access-control-allow-methods");
			List<String> names = list(answer, "access-control-allow-headers").stream()
				.map((name) -> name.toLowerCase(Locale.ROOT))
				.toList();
			boolean methodAllowed = methods.contains(this.request.method())
					|| SAFELISTED_METHODS.contains(this.request.method()) || (!includes() && methods.contains("*"));
			boolean namesAllowed = unsafe.stream()
				.allMatch((name) -> names.contains(name)
						|| (!includes() && names.contains("*") && !name.equals("authorization")));
			if (!methodAllowed || !namesAllowed) {
				return false;
			}
			int maxAge = answer.header("access-control-max-age").map(Integer::parseInt).orElse(5);
			BrowserModel.this.cache.add(cacheKey(), maxAge, methods, names);
			return true;
		}

		private Map<String, String> actualHeaders() {
			Map<String, String> sent = new TreeMap<>(this.headers);
			boolean safe = this.request.method().equals("GET") || this.request.method().equals("HEAD");
			if (this.corsTainted || !safe) {
				sent.put("origin", this.origin);
			}
			sent.put("sec-fetch-site", this.corsTainted ? "cross-site" : "same-origin");
			return sent;
		}

		private Answer arriveWith(String method, Map<String, String> sent, boolean credentials) {
			boolean cookie = credentials && this.uri.getPath().startsWith("/restricted");
			Request arriving = new Request(method, this.uri, sent, this.request.body(), cookie);
			String asked = arriving.isPreflight() ? sent.get("access-control-request-method") + " "
					+ sent.getOrDefault("access-control-request-headers", "no header") : "";
			this.arrivals.add(new Arrival(method + " " + this.uri.getAuthority() + this.uri.getPath(),
					sent.getOrDefault("origin", "none"), asked, cookie));
			return BrowserModel.this.server.answer(arriving);
		}

		private boolean passesCorsCheck(Answer answer) {
			String allowed = answer.header("access-control-allow-origin").orElse("");
			if (!includes() && allowed.equals("*")) {
				return true;
			}
			return allowed.equals(this.origin)
					&& (!includes() || answer.header("access-control-allow-credentials").orElse("").equals("true"));
		}

		private SortedSet<String> readable(Answer answer) {
			List<String> exposed = list(answer, "access-control-expose-headers").stream()
				.map((name) -> name.toLowerCase(Locale.ROOT))
				.toList();
			return answer.headers()
				.keySet()
				.stream()
				.filter((name) -> !this.corsTainted || SAFELISTED_RESPONSE_HEADERS.contains(name)
						|| exposed.contains(name) || (exposed.contains("*") && !includes()))
				.filter((name) -> !isOfTheConnection(name) && !name.equals("set-cookie"))
				.collect(Collectors.toCollection(TreeSet::new));
		}

		private void follow(Answer answer) {
			URI target = this.uri.resolve(answer.header("location").orElseThrow());
			if (!originOf(target).equals(originOf(this.uri))) {
				this.headers.remove("authorization");
				if (!this.origin.equals(originOf(this.uri))) {
					this.origin = "null";
				}
			}
			this.uri = target;
		}

		private Observation networkError() {
			return new Observation("TypeError", new TreeSet<>(), this.arrivals);
		}

	}

}
