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
package io.github.corsstarter.applications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.config.server.EnableConfigServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Config Server of Spring Cloud with a folder of files, and two instances of an
 * application, one on each stack, that have their rules from it.
 */
@Tag("isolated")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConfigServerTests {

	private static final String FIRST = "https://first.example.com";

	private static final String SECOND = "https://second.example.com";

	private static final String FOREIGN = RunningApplication.FOREIGN;

	@TempDir
	private static Path repository;

	private RunningApplication server;

	private List<Instance> fleet;

	@BeforeAll
	void start() throws IOException {
		publish(FIRST);
		this.server = RunningApplication.start(Stack.TOMCAT, ConfigServer.class,
				new String[] { "spring.profiles.active=native", "spring.cloud.compatibility-verifier.enabled=false",
						"spring.cloud.config.server.native.search-locations=" + repository.toUri() });
		this.fleet = List.of(instance(Stack.TOMCAT), instance(Stack.REACTOR_NETTY));
	}

	private Instance instance(Stack stack) {
		return Instance.start(stack, "configserver:http://127.0.0.1:" + this.server.port(),
				"spring.cloud.config.enabled=true", "spring.application.name=shop");
	}

	@AfterAll
	void stop() {
		this.fleet.forEach(Instance::close);
		this.server.close();
	}

	@Test
	void oneChangeReachesTheWholeFleetAndABadOneNobody(CapturedOutput output) throws IOException {
		JsonNode start = theSameEverywhere(1);
		assertThat(this.fleet).allSatisfy((instance) -> {
			assertThat(instance.allowed(FIRST, SECOND, FOREIGN)).containsExactly(FIRST);
			assertThat(instance.cors().at("/generation/source").asText()).isEqualTo("start");
			assertThat(instance.cors().at("/rules/0/sources/allowed-origins").asText()).contains("shop.yml");
		});

		publish(FIRST, SECOND);
		for (Instance instance : this.fleet) {
			assertThat(instance.refresh()).contains("cors.rules.api.allowed-origins");
		}
		JsonNode second = theSameEverywhere(2);
		assertThat(second.get("fingerprint")).isNotEqualTo(start.get("fingerprint"));
		assertThat(this.fleet).allSatisfy((instance) -> {
			assertThat(instance.allowed(FIRST, SECOND, FOREIGN)).containsExactly(FIRST, SECOND);
			assertThat(instance.cors().at("/generation/source").asText()).startsWith("environment change: ")
				.contains("cors.rules.api.allowed-origins");
		});

		publish(SECOND + "/", "null");
		this.fleet.forEach(Instance::refresh);
		JsonNode refused = theSameEverywhere(2);
		assertThat(refused.get("fingerprint")).isEqualTo(second.get("fingerprint"));
		assertThat(this.fleet).allSatisfy((instance) -> {
			assertThat(instance.allowed(FIRST, SECOND, FOREIGN)).containsExactly(FIRST, SECOND);
			JsonNode errors = instance.cors().at("/lastRefused/errors");
			assertThat(errors).hasSize(2);
			assertThat(errors.get(0).asText()).startsWith("cors.rules.api.allowed-origins[0]: ");
			assertThat(errors.get(1).asText()).startsWith("cors.rules.api.allowed-origins[1]: ");
		});
		assertThat(output.getOut().split("and nothing changes. The CORS configuration has 2 errors:", -1)).hasSize(3);
		assertThat(output).contains("Write: " + SECOND).containsPattern("Origin: .*shop\\.yml:6:24");

		publish(SECOND);
		this.fleet.forEach(Instance::refresh);
		JsonNode third = theSameEverywhere(3);
		assertThat(third.get("fingerprint")).isNotIn(start.get("fingerprint"), second.get("fingerprint"));
		assertThat(this.fleet).allSatisfy((instance) -> {
			assertThat(instance.allowed(FIRST, SECOND, FOREIGN)).containsExactly(SECOND);
			assertThat(instance.cors().has("lastRefused")).isFalse();
		});

		publish(FIRST);
		this.fleet.forEach(Instance::refresh);
		assertThat(theSameEverywhere(4).get("fingerprint")).isEqualTo(start.get("fingerprint"));
	}

	/** What the endpoint of the first instance says, once all agree. */
	private JsonNode theSameEverywhere(int generation) {
		List<JsonNode> answers = this.fleet.stream().map(Instance::cors).toList();
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.at("/generation/number").asInt()).isEqualTo(generation);
			assertThat(answer.get("fingerprint")).isEqualTo(answers.get(0).get("fingerprint"));
		});
		return answers.get(0);
	}

	private static void publish(String... origins) throws IOException {
		Files.writeString(repository.resolve("shop.yml"), """
				cors:
				  rules:
				    api:
				      paths: /*/governed/**
				      allowed-methods: PUT
				      allowed-origins: %s
				""".formatted(String.join(", ", origins)));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableConfigServer
	static class ConfigServer {

	}

}
