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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManagementPath}.
 */
class ManagementPathTests {

	@Test
	void isTheActuatorsOwn() {
		assertThat(find()).isEqualTo("/actuator");
	}

	@ParameterizedTest
	@CsvSource({ "/manage, /manage", "manage, /manage", "/manage/, /manage", "/, ", "'', " })
	void isTheConfiguredOne(String configured, String path) {
		assertThat(find("management.endpoints.web.base-path", configured)).isEqualTo(path);
	}

	@Test
	void isBelowThePathOfTheServlet() {
		assertThat(find("spring.mvc.servlet.path", "/mvc")).isEqualTo("/mvc/actuator");
		assertThat(find("spring.mvc.servlet.path", "/")).isEqualTo("/actuator");
	}

	@Test
	void thereIsNoneWithoutActuator() {
		Environment environment = Configured.properties().environment();
		assertThat(ManagementPath.find(environment, new FilteredClassLoader(Endpoint.class))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "8081, 8080", "8081, ", "0, 8080", "0, 0", "-1, 8080" })
	void thereIsNoneWhenTheActuatorHasAServerOfItsOwnOrNone(String managementPort, String port) {
		assertThat(find("management.server.port", managementPort, "server.port", port)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "8080, 8080", "8080, ", "9000, 9000" })
	void theActuatorMayNameThePortOfTheServer(String managementPort, String port) {
		assertThat(find("management.server.port", managementPort, "server.port", port)).isEqualTo("/actuator");
	}

	private static String find(String... properties) {
		return ManagementPath.find(Configured.properties(properties).environment(),
				ManagementPathTests.class.getClassLoader());
	}

}
