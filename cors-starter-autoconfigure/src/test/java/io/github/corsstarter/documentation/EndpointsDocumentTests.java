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

package io.github.corsstarter.documentation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.corsstarter.support.Places;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoints answer as their document says, on both stacks.
 */
class EndpointsDocumentTests {

	private static final String FOLDER = "io/github/corsstarter/documentation/";

	private static final String GET = "GET ";

	private static final Pattern INSTANT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"");

	private static final Map<WebApplicationType, ConfigurableApplicationContext> APPLICATIONS = new EnumMap<>(
			WebApplicationType.class);

	@BeforeAll
	static void start() throws Exception {
		for (WebApplicationType type : new WebApplicationType[] { WebApplicationType.SERVLET,
				WebApplicationType.REACTIVE }) {
			ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).web(type)
				.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
						"management.endpoints.web.exposure.include=*", "spring.config.location=classpath:" + FOLDER)
				.run();
			APPLICATIONS.put(type, context);
			send(context, "/api/orders", "http://shop.example.com");
			send(context, "/api/orders", "http://shop.example.com");
		}
	}

	@AfterAll
	static void stop() {
		APPLICATIONS.values().forEach(ConfigurableApplicationContext::close);
	}

	static Stream<Arguments> requests() {
		return EndpointsDocument.blocks()
			.keySet()
			.stream()
			.filter((mark) -> mark.startsWith(GET))
			.flatMap((mark) -> APPLICATIONS.keySet()
				.stream()
				.map((type) -> Arguments.of(mark.substring(GET.length()), type)));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersAsDocumented(String request, WebApplicationType type) throws Exception {
		HttpResponse<String> answer = send(APPLICATIONS.get(type), request, null);
		assertThat(pretty(answer.body())).isEqualTo(pretty(EndpointsDocument.blocks().get(GET + request)));
	}

	@Test
	void theConfigurationIsTheDocumentedOne() {
		assertThat(EndpointsDocument.blocks().get("configuration"))
			.isEqualTo(EndpointsDocument.read(FOLDER + "application.yml"));
	}

	/**
	 * The same text for the same answer, whatever the time, the jar and the order of
	 * keys.
	 */
	private static String pretty(String json) throws Exception {
		ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
		String stable = INSTANT.matcher(Places.withoutJar(json))
			.replaceAll("\"2026-01-01T00:00:00Z\"")
			.replace("class path resource [" + FOLDER, "class path resource [");
		JsonNode tree = mapper.readTree(stable);
		return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.treeToValue(tree, Object.class));
	}

	private static HttpResponse<String> send(ConfigurableApplicationContext context, String path, String origin)
			throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
		if (origin != null) {
			request.header("Origin", origin);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
