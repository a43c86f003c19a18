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
import java.net.IDN;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import io.github.corsstarter.sample.browser.Server.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * A case of the conformance table whose request a browser sends when a script asks for
 * it. Which cases those are is decided here, by what a script can ask for; the answer to
 * the request is the table's.
 *
 * @param id the identifier of the case
 * @param title what it is about
 * @param rules the rules
 * @param page the page that the request comes from
 * @param request what its script asks for
 * @param preflight whether the request of the case is the preflight of that
 * @param answer the table's answer; status 0 where the application answers
 */
record TableCase(String id, String title, Map<String, RuleForm> rules, Page page, PageRequest request,
		boolean preflight, Answer answer) {

	private static final int MAX_OF_THE_SAME_KIND = 4;

	/** Servers stop at a hundred header lines, and the browser sends some of its own. */
	private static final int MAX_NAMES = 64;

	private static final Pattern LABELS = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.?)+(?<!\\.)");

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_;=+-][A-Za-z0-9_;=+.-]*)+/?(?:\\?.*)?");

	private static final Set<String> REQUEST_HEADERS = Set.of("origin", "access-control-request-method",
			"access-control-request-headers");

	/** Scripts cannot send these, or send them in upper case, or without a preflight. */
	private static final Set<String> NOT_PREFLIGHTED_AS_THEY_ARE = Set.of("connect", "trace", "track", "get", "head",
			"post", "put", "delete", "options");

	/** Scripts cannot set these, or set them without a preflight. */
	private static final Set<String> NOT_ASKED_FOR = Set.of("accept", "accept-language", "content-language", "range",
			"user-agent");

	/**
	 * Choose cases: in the order of the table, a few of each class and decision, so that
	 * every kind of case is there and no kind is there a hundred times.
	 * @return the cases
	 */
	static List<TableCase> chosen() {
		List<TableCase> cases = new ArrayList<>();
		Map<String, Integer> ofTheSameKind = new HashMap<>();
		Map<String, String> schemes = new HashMap<>();
		for (JsonNode row : read()) {
			TableCase tableCase = from(row);
			if (tableCase != null && hasItsOwnServer(tableCase.page(), schemes)) {
				String kind = row.path("class").asString() + " " + row.at("/expect/decision").asString();
				if (ofTheSameKind.merge(kind, 1, Integer::sum) <= MAX_OF_THE_SAME_KIND) {
					cases.add(tableCase);
				}
			}
		}
		return cases;
	}

	// One port of one host cannot be both with TLS and without: the first case has it
	private static boolean hasItsOwnServer(Page page, Map<String, String> schemes) {
		URI uri = URI.create(page.url());
		return uri.getPort() == -1
				|| schemes.computeIfAbsent(uri.getAuthority(), (key) -> uri.getScheme()).equals(uri.getScheme());
	}

	/**
	 * Return the pages' origins that name a port: the browser has to be told where those
	 * are.
	 * @return the origins
	 */
	static Set<URI> originsWithPort() {
		return chosen().stream()
			.map((tableCase) -> URI.create(tableCase.page().url()))
			.filter((uri) -> uri.getPort() != -1)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static JsonNode read() {
		try (InputStream table = new ClassPathResource("conformance/decisions.json").getInputStream()) {
			return JsonMapper.shared().readTree(table);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable TableCase from(JsonNode row) {
		JsonNode request = row.path("request");
		Map<String, String> headers = headersOf(request);
		String path = request.path("path").asString();
		if (row.has("handler") || row.has("needs") || row.has("generateOrigins") || row.has("defaults")
				|| request.has("host") || request.has("contextPath") || headers == null
				|| !PATH.matcher(path).matches()) {
			return null;
		}
		Page page = pageAt(headers.get("origin"));
		PageRequest asked = askedFor(request.path("method").asString(), path, headers);
		if (page == null || asked == null) {
			return null;
		}
		Map<String, RuleForm> rules = rulesOf(row.path("rules"));
		boolean credentials = rules.values().stream().anyMatch((rule) -> Boolean.TRUE.equals(rule.allowCredentials()));
		return new TableCase(row.path("id").asString(), row.path("title").asString(), rules, page,
				asked.with(credentials ? Credentials.INCLUDE : Credentials.SAME_ORIGIN),
				request.path("method").asString().equals("OPTIONS"), answerOf(row.path("expect")));
	}

	private static @Nullable Map<String, String> headersOf(JsonNode request) {
		Map<String, String> headers = new TreeMap<>();
		for (JsonNode line : request.path("headers")) {
			String name = line.path(0).asString().toLowerCase(Locale.ROOT);
			if (!REQUEST_HEADERS.contains(name) || headers.put(name, line.path(1).asString()) != null) {
				return null;
			}
		}
		return headers.containsKey("origin") ? headers : null;
	}

	private static @Nullable Page pageAt(@Nullable String origin) {
		if (origin == null || origin.equals("null")) {
			return (origin != null) ? Laboratory.OPAQUE : null;
		}
		try {
			URI uri = URI.create(origin);
			boolean browserWritesItSo = origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
					&& Set.of("http", "https").contains(uri.getScheme()) && isHost(uri.getHost()) && isPort(uri);
			return browserWritesItSo ? Page.at(origin) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isHost(@Nullable String host) {
		return host != null && host.length() <= 253 && LABELS.matcher(host).matches()
				&& !IDN.toUnicode(host).contains("xn--");
	}

	private static boolean isPort(URI uri) {
		int port = uri.getPort();
		boolean canonical = uri.getAuthority().equals((port == -1) ? uri.getHost() : uri.getHost() + ":" + port);
		// Browsers open no page on most of the well-known ports
		return canonical && (port == -1 || (port >= 1024 && port <= 65535 && port != 6000));
	}

	private static @Nullable PageRequest askedFor(String method, String path, Map<String, String> headers) {
		String requestMethod = headers.get("access-control-request-method");
		String requestHeaders = headers.get("access-control-request-headers");
		if (!method.equals("OPTIONS")) {
			return (Set.of("GET", "HEAD", "POST").contains(method) && headers.size() == 1)
					? PageRequest.of(method, path) : null;
		}
		if (requestMethod == null || !isPreflighted(requestMethod, requestHeaders)) {
			return null;
		}
		PageRequest asked = PageRequest.of(requestMethod, path);
		for (String name : (requestHeaders != null) ? requestHeaders.split(",", -1) : new String[0]) {
			if (!TOKEN.matcher(name).matches() || NOT_ASKED_FOR.contains(name)) {
				return null;
			}
			asked = asked.header(name, name.equals("content-type") ? "application/json" : "1");
		}
		return asked;
	}

	private static boolean isPreflighted(String method, @Nullable String names) {
		boolean safelisted = Set.of("GET", "HEAD", "POST").contains(method);
		boolean asWritten = safelisted || Set.of("PUT", "DELETE", "OPTIONS").contains(method)
				|| !NOT_PREFLIGHTED_AS_THEY_ARE.contains(method.toLowerCase(Locale.ROOT));
		List<String> asked = (names != null) ? List.of(names.split(",", -1)) : List.of();
		boolean inOrder = asked.equals(List.copyOf(new TreeSet<>(asked))) && asked.size() <= MAX_NAMES;
		return TOKEN.matcher(method).matches() && asWritten && inOrder && !(safelisted && names == null);
	}

	private static Map<String, RuleForm> rulesOf(JsonNode rules) {
		Map<String, String> properties = new HashMap<>();
		flatten("cors.rules", rules, properties);
		return RuleForm.bind(List.of(new MapConfigurationPropertySource(properties)));
	}

	private static void flatten(String name, JsonNode node, Map<String, String> properties) {
		if (node.isObject()) {
			node.properties().forEach((entry) -> flatten(name + "." + entry.getKey(), entry.getValue(), properties));
		}
		else if (node.isArray() && !node.isEmpty()) {
			for (int index = 0; index < node.size(); index++) {
				flatten(name + "[" + index + "]", node.get(index), properties);
			}
		}
		else {
			properties.put(name, node.isValueNode() ? node.asString() : "");
		}
	}

	private static Answer answerOf(JsonNode expect) {
		Map<String, String> headers = new TreeMap<>();
		expect.path("headers").properties().forEach((entry) -> {
			List<String> values = new ArrayList<>();
			entry.getValue().forEach((value) -> values.add(value.asString()));
			headers.put(entry.getKey().toLowerCase(Locale.ROOT),
					entry.getValue().isArray() ? String.join(",", values) : entry.getValue().asString());
		});
		return new Answer(expect.path("status").asInt(0), headers);
	}

	@Override
	public String toString() {
		return this.id + " " + this.title;
	}

}
