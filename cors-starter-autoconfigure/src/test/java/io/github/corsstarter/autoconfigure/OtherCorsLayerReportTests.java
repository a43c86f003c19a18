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

package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.Severity;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayers;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.CorsRuleManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a running application says about its other CORS layers, and that it is true.
 */
@ExtendWith(OutputCaptureExtension.class)
class OtherCorsLayerReportTests {

	private static final String APP = "https://app.example.com";

	private static final String PARTNER = "https://partner.example.com";

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void nothingIsSaidAboutAPlainApplication(WebApplicationType type, CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(type, "/**", Plain.class)) {
			assertThat(context.getBean(OtherCorsLayers.class).get()).isEmpty();
			assertThat(output).contains("CORS: 1 rule").doesNotContain("other-cors-layer");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void crossOriginIsReportedOnceAndTheRuleWins(WebApplicationType type, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = start(type, "/api/**", Annotated.class)) {
			String where = "@CrossOrigin on " + Annotated.class.getName() + "#annotated (/api/annotated)";
			assertThat(output.toString().lines().filter((line) -> line.contains("(other-cors-layer)"))).singleElement()
				.asString()
				.contains("WARN", where, "The rule wins");
			assertThat(get(context, "/actuator/cors", null).body())
				.contains("\"otherLayers\":[{\"kind\":\"cross-origin\"," + "\"where\":\"" + where
						+ "\",\"wins\":\"The rule wins");
			assertRuleWins(context, "/api/annotated");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theLayersAreThoseOfTheRulesThatAreInForce(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, "/elsewhere/**", Annotated.class)) {
			OtherCorsLayers layers = context.getBean(OtherCorsLayers.class);
			assertThat(layers.get()).isEmpty();
			CorsPolicyDefinition policy = CorsPolicyDefinition.builder().allowedOrigins(APP).build();
			context.getBean(CorsRuleManager.class).replace(List.of(CorsRule.of("api", policy, "/api/**")), "a test");
			assertThat(layers.get()).extracting(OtherCorsLayer::kind).containsExactly(Kind.CROSS_ORIGIN);
			context.getBean(CorsRuleManager.class).reload("back");
			assertThat(layers.get()).isEmpty();
		}
	}

	@Test
	void aLayerIsAWarningAboutTheRules() {
		ConfigurationProblem problem = OtherCorsLayerReport
			.problem(new OtherCorsLayer(Kind.CORS_FILTER, "filter 'partner'", "The rule wins."));
		assertThat(problem.property()).isEqualTo("cors.rules");
		assertThat(problem.code()).isEqualTo(ProblemCode.OTHER_CORS_LAYER);
		assertThat(problem.severity()).isEqualTo(Severity.WARNING);
		assertThat(problem.value()).isEqualTo("filter 'partner'");
		assertThat(problem.message()).isEqualTo("The rule wins.");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theRuleWinsOverAFilterBehindIt(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, "/api/**", Plain.class, FilterBehind.class)) {
			assertRuleWins(context, "/api/plain");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void aFilterBeforeTheRulesWins(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, "/api/**", Plain.class, FilterBefore.class)) {
			assertThat(preflight(context, "/api/plain", APP).statusCode()).isEqualTo(403);
			assertThat(get(context, "/api/plain", APP).statusCode()).isEqualTo(403);
			assertThat(preflight(context, "/api/plain", PARTNER).statusCode()).isEqualTo(200);
			assertThat(get(context, "/api/plain", PARTNER).statusCode()).isEqualTo(403);
		}
	}

	private void assertRuleWins(ConfigurableApplicationContext context, String path) throws Exception {
		HttpResponse<String> allowed = get(context, path, APP);
		assertThat(allowed.statusCode()).isEqualTo(200);
		assertThat(allowed.headers().allValues("Access-Control-Allow-Origin")).containsExactly(APP);
		assertThat(preflight(context, path, APP).statusCode()).isEqualTo(204);
		assertThat(get(context, path, PARTNER).statusCode()).isEqualTo(403);
		assertThat(preflight(context, path, PARTNER).statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> get(ConfigurableApplicationContext context, String path, String origin)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = request(context, path);
		if (origin != null) {
			request.header("Origin", origin);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> preflight(ConfigurableApplicationContext context, String path, String origin)
			throws IOException, InterruptedException {
		return this.client.send(request(context, path).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.header("Origin", origin)
			.header("Access-Control-Request-Method", "GET")
			.build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext context, String path) {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String paths,
			Class<?>... configuration) {
		return new SpringApplicationBuilder(configuration).sources(Application.class)
			.web(type)
			.properties("server.address=127.0.0.1", "server.port=0", "management.endpoints.web.exposure.include=cors",
					"cors.rules.api.paths=" + paths, "cors.rules.api.allowed-origins=" + APP)
			.run();
	}

	private static CorsConfiguration forPartners() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(PARTNER);
		configuration.addAllowedMethod("GET");
		return configuration;
	}

	private static CorsFilter servletFilter() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", forPartners());
		return new CorsFilter(source);
	}

	private static CorsWebFilter reactiveFilter() {
		return new CorsWebFilter((exchange) -> forPartners());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class Plain {

		@GetMapping("/api/plain")
		String plain() {
			return "plain";
		}

	}

	@RestController
	static class Annotated {

		@CrossOrigin(PARTNER)
		@GetMapping("/api/annotated")
		String annotated() {
			return "annotated";
		}

	}

	/** Both stacks have their own type of filter; the one of the other stack is idle. */
	@Configuration(proxyBeanMethods = false)
	static class FilterBehind {

		@Bean
		CorsFilter partnerFilter() {
			return servletFilter();
		}

		@Bean
		CorsWebFilter partnerWebFilter() {
			return reactiveFilter();
		}

	}

	/** Both stacks have their own type of filter; the one of the other stack is idle. */
	@Configuration(proxyBeanMethods = false)
	static class FilterBefore {

		@Bean
		FilterRegistrationBean<CorsFilter> partnerFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(servletFilter());
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsWebFilter partnerWebFilter() {
			return reactiveFilter();
		}

	}

}
