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

import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same compiled tests run on several lines of Spring Boot. This one makes sure that a
 * run is on the line that it claims to be on.
 */
class SpringBootLineTests {

	@Test
	void runsOnTheSpringBootLineThatTheBuildNamed() {
		LogFactory.getLog(getClass())
			.info("Spring Boot %s, Spring Framework %s, Java %s".formatted(SpringBootVersion.getVersion(),
					SpringVersion.getVersion(), Runtime.version()));
		assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("expected.spring-boot.version"));
	}

}
