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

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

import io.github.corsstarter.rule.CorsDecisionListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CorsExplainEndpoint} in running applications, one of each stack.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CorsExplainEndpointHttpTests {

	private static final String[] PROPERTIES = { "--server.port=0", "--server.address=127.0.0.1",
			"--spring.config.name=none", "--server.max-http-request-header-size=500KB",
			"--server.netty.max-initial-line-length=500KB", "--cors.rules.shop.paths=/api/**",
			"--spring.jackson.property-naming-strategy=SNAKE_CASE",
			"--cors.rules.shop.allowed-origins=https://shop.example.com", "--cors.rules.shop.allow-credentials=true" };

	private final Map<WebApplicationType, ConfigurableApplicationContext> contexts = new HashMap<>();

	@BeforeAll
	void start() {
		for (WebApplicationType type : List.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)) {
			this.contexts.put(type, start(type, "--management.endpoints.web.exposure.include=corsexplain"));
		}
	}

	@AfterAll
	void stop() {
		this.contexts.values().forEach(ConfigurableApplicationContext::close);
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... more) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.run(Stream.concat(Stream.of(PROPERTIES), Stream.of(more)).toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void answersWithJson(WebApplicationType type) throws Exception {
		HttpResponse<String> response = get(type, "path=/api/orders&origin=https://admin.example.com&method=put"
				+ "&headers=Content-Type:%20application/json,X-A&credentials=true");
		assertThat(response.statusCode()).isEqualTo(200);
		Map<String, Object> answer = json(response);
		assertThat(answer).containsOnlyKeys("summary", "request", "rule", "preflight", "actual", "browser",
				"nearestOrigin", "fixes", "curl");
		assertThat(answer).containsEntry("summary", "The browser blocks the request: the origin is not allowed.");
		int port = this.contexts.get(type).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		assertThat(map(answer.get("request"))).containsExactly(entry("method", "PUT"),
				entry("url", "http://localhost:" + port + "/api/orders"), entry("path", "/api/orders"),
				entry("origin", "https://admin.example.com"),
				entry("headers",
						List.of(Map.of("name", "Content-Type", "value", "application/json"),
								Map.of("name", "X-A", "value", "value"))),
				entry("credentials", true),
				entry("notes", List.of("Browsers send put as PUT.", "No value was given for X-A; it is taken as value.",
						"The origin of the server is not known; name it with the parameter server to see whether the"
								+ " request is one to the same origin.")));
		assertThat(map(answer.get("rule"))).contains(entry("name", "shop"), entry("pattern", "/api/**"),
				entry("mode", "enforce"), entry("candidates", List.of(Map.of("rule", "shop", "pattern", "/api/**",
						"fate", "governs", "sentence", "Nothing more specific matches: its rule governs."))));
		Map<String, Object> preflight = map(answer.get("preflight"));
		assertThat(preflight).containsEntry("needed", true);
		assertThat((List<?>) preflight.get("reasons")).hasSize(3);
		assertThat(map(map(preflight.get("exchange")).get("answer"))).containsExactly(
				entry("decision", "preflight-refused"), entry("reason", "origin-not-allowed"), entry("status", 403),
				entry("headers",
						List.of(Map.of("name", "Vary", "value",
								"Origin, Access-Control-Request-Method, Access-Control-Request-Headers"))),
				entry("sentence", "Refused with status 403 and without CORS headers, before anything else runs: the"
						+ " origin is not allowed."));
		assertThat(map(answer.get("browser"))).contains(entry("verdict", "blocked"),
				entry("failure", "missing-allow-origin"));
		assertThat(map(answer.get("nearestOrigin"))).contains(entry("value", "https://shop.example.com"),
				entry("differences", List.of("sibling")));
		assertThat(map(((List<?>) answer.get("fixes")).get(0))).contains(entry("who", "configuration"),
				entry("complete", true));
		assertThat((List<?>) answer.get("curl")).hasSize(2);
	}

	@Test
	void bothStacksAnswerAlike() throws Exception {
		String question = "path=/api/orders?a=b&origin=http://shop.example.com&method=PATCH&headers=Accept&read=ETag";
		Map<String, Object> servlet = json(get(WebApplicationType.SERVLET, question + "&server=http://a.test"));
		Map<String, Object> reactive = json(get(WebApplicationType.REACTIVE, question + "&server=http://a.test"));
		assertThat(servlet).isEqualTo(reactive);
	}

	static Stream<Arguments> badQuestions() {
		String long100k = "x".repeat(100_000);
		Stream<List<String>> questions = Stream.of(List.of("", "path", "The path of a request is needed"),
				List.of("path=", "path", "The path of a request is needed"),
				List.of("origin=https://a.test", "path", "The path of a request is needed"),
				List.of("path=api", "path", "A path starts with a slash"),
				List.of("path=https://a.test/api", "path", "A path starts with a slash"),
				List.of("path=/" + long100k, "path", "at most 4096 characters"),
				List.of("path=/&method=" + encode("G T"), "method", "A method has letters"),
				List.of("path=/&method=" + encode("GET\r\nX: y"), "method", "GET\\u000d\\u000aX: y"),
				List.of("path=/&method=" + long100k, "method", "at most 128 of them"),
				List.of("path=/&origin=" + encode("https://a.test\r\nSet-Cookie: x"), "origin",
						"no control characters"),
				List.of("path=/&origin=" + encode("\u0000"), "origin", "no control characters"),
				List.of("path=/&origin=" + long100k, "origin", "at most 8192 characters"),
				List.of("path=/&headers=" + encode("X A"), "headers", "The name of a header"),
				List.of("path=/&headers=" + encode("<script>: 1"), "headers", "The name of a header"),
				List.of("path=/&headers=" + encode("X-A: \u001b[31m"), "headers", "no control characters"),
				List.of("path=/&headers=" + long100k, "headers", "At most 16384 characters"),
				List.of("path=/&headers=" + "a,".repeat(257), "headers", "At most 256 headers"),
				List.of("path=/&credentials=yes", "credentials", "true or false: yes"),
				List.of("path=/&credentials=" + long100k, "credentials", "true or false"),
				List.of("path=/&server=a.test", "server", "scheme, host and port"),
				List.of("path=/&server=ftp://a.test", "server", "scheme, host and port"),
				List.of("path=/&server=https://" + long100k, "server", "scheme, host and port"),
				List.of("path=/&read=" + encode("X A"), "read", "The name of a header"),
				List.of("path=/&read=" + long100k, "read", "At most 16384 characters"));
		return questions.flatMap((question) -> Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
			.map((type) -> Arguments.of(type, question.get(0), question.get(1), question.get(2))));
	}

	@ParameterizedTest
	@MethodSource("badQuestions")
	void aBadParameterIsRefusedWithAMessage(WebApplicationType type, String question, String parameter, String message)
			throws Exception {
		HttpResponse<String> response = get(type, question);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body().length()).isLessThan(2000);
		Map<String, Object> answer = json(response);
		assertThat(answer).containsOnlyKeys("parameter", "message").containsEntry("parameter", parameter);
		assertThat(answer.get("message").toString()).contains(message).doesNotContainPattern("\\p{Cntrl}");
	}

	static Stream<Arguments> hostileQuestions() {
		Stream<String> questions = Stream.of(
				"path=" + encode("/api/<script>alert(1)</script>\r\n\u001b[31m\u202e\u0000"),
				"path=" + encode("/api/" + "\ud83d\ude00".repeat(500)), "path=/api/%2525%25&origin=https://a.test",
				"path=" + encode("/api/../../x\\y//z;a=b") + "&origin=https://a.test",
				"path=/api/x&origin=" + encode("<script>alert(1)</script>"),
				"path=/api/x&origin=" + encode("https://" + "\u202e\u2028\ud800".repeat(20)),
				"path=/api/x&origin=" + "%ff%fe", "path=/api/x&origin=" + "a.".repeat(4096),
				"path=/api/x&origin=" + encode("https://" + ("x".repeat(60) + ".").repeat(4) + "test"),
				"path=/api/x&origin=https://a.test&method=" + encode("'`$|~!#%&*+"),
				"path=/api/x&origin=https://a.test&headers=" + "x,".repeat(256),
				"path=/api/x&origin=https://a.test&headers=" + encode("X-A: " + "<b>'\"\u202e".repeat(1000)),
				"path=/api/x&origin=https://a.test&headers=" + encode(":,:,:\n,,,\n"),
				"path=/api/x&origin=https://a.test&headers=a&headers=b&path=/y",
				"path=/api/x&origin=https://shop.example.com&read=" + "y,".repeat(256),
				"path=/api/x&unknown=" + "z".repeat(100_000));
		return questions.flatMap((question) -> Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
			.map((type) -> Arguments.of(type, question)));
	}

	@ParameterizedTest
	@MethodSource("hostileQuestions")
	void aHostileParameterGetsABoundedAnswerWithoutControlCharacters(WebApplicationType type, String question)
			throws Exception {
		HttpResponse<String> response = get(type, question);
		assertThat(response.statusCode()).isIn(200, 400);
		assertThat(response.body().length()).isLessThan(300_000);
		assertThat(json(response).toString()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]")
			.doesNotContainPattern("[\\p{Cf}\\p{Cs}\\u2028]");
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).contains("json");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void isADryRun(WebApplicationType type) throws Exception {
		AtomicInteger decisions = this.contexts.get(type).getBean(AtomicInteger.class);
		int before = decisions.get();
		get(type, "path=/api/orders&origin=https://other.test&method=PUT");
		assertThat(decisions.get()).isEqualTo(before);
		HttpRequest real = HttpRequest.newBuilder(uri(type, "/api/orders"))
			.header("Origin", "https://other.test")
			.build();
		HttpClient.newHttpClient().send(real, BodyHandlers.discarding());
		assertThat(decisions.get()).as("the listener listens").isEqualTo(before + 1);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void isNotExposedUnlessAskedFor(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			assertThat(get(context, "/actuator/corsexplain?path=/").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void answersOverJmx() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, "--spring.jmx.enabled=true",
				"--management.endpoints.jmx.exposure.include=corsexplain",
				"--spring.jmx.default-domain=explaintests")) {
			assertThat(context.isActive()).isTrue();
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			ObjectName name = server.queryNames(new ObjectName("*:type=Endpoint,name=Corsexplain,*"), null)
				.iterator()
				.next();
			Map<?, ?> answer = (Map<?, ?>) invoke(server, name, "/api/orders", "https://other.test", null, null, "true",
					null, null);
			assertThat(answer.get("summary")).isEqualTo("The browser blocks the request: the origin is not allowed.");
			assertThat(map(answer.get("browser")).get("verdict")).isEqualTo("blocked");
			assertThatExceptionOfType(ReflectionException.class)
				.isThrownBy(() -> invoke(server, name, "api", null, null, null, null, null, null))
				.withMessageContaining("A path starts with a slash");
		}
	}

	private static Object invoke(MBeanServer server, ObjectName name, Object... parameters) throws Exception {
		String[] signature = new String[parameters.length];
		Arrays.fill(signature, String.class.getName());
		return server.invoke(name, "explain", parameters, signature);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> get(WebApplicationType type, String question) throws Exception {
		return get(this.contexts.get(type), "/actuator/corsexplain?" + question);
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri(context, path)).build(), BodyHandlers.ofString());
	}

	private URI uri(WebApplicationType type, String path) {
		return uri(this.contexts.get(type), path);
	}

	private static URI uri(ConfigurableApplicationContext context, String path) {
		return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
	}

	private static Map<String, Object> json(HttpResponse<String> response) {
		return JsonParserFactory.getJsonParser().parseMap(response.body());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		AtomicInteger decisions() {
			return new AtomicInteger();
		}

		@Bean
		CorsDecisionListener listener(AtomicInteger decisions) {
			return (rule, request, decision) -> decisions.incrementAndGet();
		}

	}

}
