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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@link MissingLibrariesTests} leaves out is what the POM calls optional. */
class OptionalLibraryArchitectureTests {

	private static final Pattern OPTIONAL = Pattern
		.compile("<artifactId>([^<]+)</artifactId>\\s*<optional>true</optional>");

	/** No application has them when it runs. */
	private static final List<String> FOR_TESTS = List.of("assertj-core", "spring-test");

	@Test
	void everyOptionalLibraryOfThePomIsLeftOutOnce() throws Exception {
		List<String> optional = OPTIONAL.matcher(Files.readString(Path.of("pom.xml")))
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(optional).hasSizeGreaterThan(9);
		assertThat(Stream.concat(Stream.of(OptionalLibrary.values()).flatMap(OptionalLibrary::artifact),
				FOR_TESTS.stream()))
			.containsExactlyInAnyOrderElementsOf(optional);
	}

}
