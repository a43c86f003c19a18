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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.support.Places;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CorsEndpoint} in a running application.
 */
class CorsEndpointHttpTests {

	private static final String FILES = "classpath:/io/github/corsstarter/autoconfigure/profiles/";

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void answersWithJson(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			Map<String, Object> answer = json(get(context, "/actuator/cors"));
			assertThat(answer).containsOnlyKeys("fingerprint", "generation", "rules", "warnings", "otherLayers");
			List<?> rules = (List<?>) answer.get("rules");
			assertThat(rules.stream().map((rule) -> ((Map<?, ?>) rule).get("name").toString()))
				.containsExactly("preview", "storefront", "public");
			assertThat((List<?>) answer.get("warnings")).hasSize(1);

			Map<String, Object> storefront = json(get(context, "/actuator/cors/storefront"));
			assertThat(storefront).isEqualTo(rules.get(1))
				.contains(entry("enabled", true), entry("paths", List.of("/api/**")), entry("mode", "enforce"),
						entry("allowedOrigins", List.of("https://shop.staging.example.com")),
						entry("allowedOriginPatterns", List.of()), entry("allowCredentials", true),
						entry("allowedMethods", List.of("GET", "HEAD", "POST")), entry("maxAge", 1800),
						entry("disallowedRequests", "reject"));
			assertThat(Places.withoutJar(((Map<?, ?>) storefront.get("sources")).get("allowed-origins").toString()))
				.startsWith("cors.rules.storefront.allowed-origins - class path resource [")
				.endsWith("application-staging.yml] - 4:24");
			assertThat(json(get(context, "/actuator/cors/public"))).contains(entry("enabled", false));
			assertThat(get(context, "/actuator/cors/other").statusCode()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void answersABrowserWithAPage(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			HttpResponse<String> page = get(context, "/actuator/cors",
					"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.headers().firstValue("Content-Type").orElseThrow())
				.isEqualToIgnoringCase("text/html;charset=UTF-8");
			assertThat(page.body()).isEqualTo(ConsolePage.load());
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void answersEveryOtherClientWithJson(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			for (String accepted : List.of("*/*", "application/json", "application/json, text/plain, */*",
					"application/vnd.spring-boot.actuator.v2+json", "application/vnd.spring-boot.actuator.v3+json")) {
				HttpResponse<String> answer = get(context, "/actuator/cors", accepted);
				assertThat(json(answer)).as(accepted).containsKey("rules");
				assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).as(accepted)
					.isEqualTo(accepted.startsWith("*/*") ? "application/vnd.spring-boot.actuator.v3+json"
							: accepted.split(",")[0]);
			}
		}
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.run("--server.port=0", "--server.address=127.0.0.1", "--management.endpoints.web.exposure.include=cors",
					"--spring.config.location=" + FILES, "--spring.profiles.active=staging",
					"--cors.rules.preview.allowed-methods=get");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		return get(context, path, "*/*");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path, String accepted)
			throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).header("Accept", accepted).build(), BodyHandlers.ofString());
	}

	private static Map<String, Object> json(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		return JsonParserFactory.getJsonParser().parseMap(response.body());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
