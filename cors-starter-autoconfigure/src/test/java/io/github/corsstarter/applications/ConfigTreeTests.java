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
import java.nio.file.StandardCopyOption;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code ConfigMap} that is mounted as Kubernetes mounts it: every key is a symbolic
 * link to a file in {@code ..data}, which is itself a link to a folder with a time in its
 * name, and an update replaces that one link.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigTreeTests {

	private static final String FIRST = "https://first.example.com";

	private static final String SECOND = "https://second.example.com";

	private static final String ORIGINS = "cors.rules.api.allowed-origins";

	private static final Map<String, String> OTHERS = Map.of("cors.rules.api.paths", "/*/governed/**",
			"cors.rules.api.allowed-methods", "PUT");

	@TempDir
	private Path mount;

	private int versions;

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "REACTOR_NETTY" })
	void anUpdateIsInForceAfterARefreshUnlessItIsBad(Stack stack, CapturedOutput output) throws IOException {
		update(FIRST);
		for (String key : new String[] { "cors.rules.api.paths", "cors.rules.api.allowed-methods", ORIGINS }) {
			Files.createSymbolicLink(this.mount.resolve(key), Path.of("..data", key));
		}
		try (Instance instance = Instance.start(stack, "configtree:" + this.mount + "/")) {
			assertThat(instance.allowed(FIRST, SECOND)).containsExactly(FIRST);
			assertThat(instance.cors().at("/rules/0/sources/allowed-origins").asText()).contains(file());

			update(SECOND);
			assertThat(instance.allowed(FIRST, SECOND)).containsExactly(FIRST);
			// whatever is in the tree has changed, as Spring Cloud sees it
			assertThat(instance.refresh()).contains(ORIGINS);
			assertThat(instance.allowed(FIRST, SECOND)).containsExactly(SECOND);
			JsonNode changed = instance.cors();
			assertThat(changed.at("/generation/number").asInt()).isEqualTo(2);
			assertThat(changed.at("/generation/source").asText()).startsWith("environment change: ").contains(ORIGINS);

			update(FIRST + "/path");
			instance.refresh();
			assertThat(instance.allowed(FIRST, SECOND)).containsExactly(SECOND);
			assertThat(output).contains("and nothing changes. The CORS configuration has 1 error:")
				.contains("Write: " + FIRST)
				.containsPattern("Origin: .*" + file().replace(".", "\\."));
			JsonNode refused = instance.cors();
			assertThat(refused.get("fingerprint")).isEqualTo(changed.get("fingerprint"));
			assertThat(refused.at("/lastRefused/errors/0").asText()).startsWith(ORIGINS + "[0]: ");

			update(FIRST);
			instance.refresh();
			assertThat(instance.allowed(FIRST, SECOND)).containsExactly(FIRST);
			assertThat(instance.cors().has("lastRefused")).isFalse();
		}
	}

	private String file() {
		return this.mount.getFileName() + "/" + ORIGINS;
	}

	/** Do what a kubelet does. */
	private void update(String origin) throws IOException {
		Path version = Files.createDirectory(this.mount.resolve("..2026_11_23_04_00_0" + this.versions++ + ".1"));
		for (Map.Entry<String, String> other : OTHERS.entrySet()) {
			Files.writeString(version.resolve(other.getKey()), other.getValue());
		}
		Files.writeString(version.resolve(ORIGINS), origin + "\n");
		Path next = Files.createSymbolicLink(this.mount.resolve("..data_tmp"), version.getFileName());
		Files.move(next, this.mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
	}

}
