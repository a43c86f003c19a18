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

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the starter can do without, one by one, and what goes away together with it. Each
 * on the stack where there is more to go wrong, in turns where that is the same.
 */
enum OptionalLibrary {

	ACTUATOR("spring-boot-actuator-autoconfigure", "servlet", Names.ACTUATOR),

	CAFFEINE("caffeine", "servlet", Names.CAFFEINE),

	MICROMETER("micrometer-core", "reactive", Names.MICROMETER),

	SERVLET_API("jakarta.servlet-api", "reactive", Names.SPRING_MVC + "|" + Names.SERVLET_API),

	SLF4J("slf4j-api", "servlet", Names.SLF4J),

	SPRING_CLOUD("spring-cloud-context", "reactive", Names.SPRING_CLOUD),

	SPRING_MVC("spring-webmvc", "servlet", Names.SPRING_MVC),

	SPRING_SECURITY("spring-security-web", "reactive", Names.SPRING_SECURITY),

	WEBFLUX("spring-webflux", "servlet", Names.WEBFLUX),

	ALL("", "servlet", String.join("|", Names.ACTUATOR, Names.CAFFEINE, Names.MICROMETER, Names.SLF4J,
			Names.SPRING_CLOUD, Names.SPRING_SECURITY, Names.WEBFLUX));

	/** Among them AssertJ and spring-test, which the starter can do without, too. */
	private static final Pattern FOR_TESTS = Pattern.compile("(assertj|spring-test|spring-boot-(.+-)?test|mockito|junit"
			+ "|archunit|byte-buddy|jetty|spring-graphql|graphql-java|spring-data|spring-hateoas|nimbus).*");

	private final String artifact;

	private final String stack;

	private final Pattern files;

	OptionalLibrary(String artifact, String stack, String files) {
		this.artifact = artifact;
		this.stack = stack;
		this.files = Pattern.compile(files);
	}

	/** What the POM names, if it is one library. */
	Stream<String> artifact() {
		return Stream.of(this.artifact).filter((name) -> !name.isEmpty());
	}

	String stack() {
		return this.stack;
	}

	/** Whether there are endpoints without it: there are none on plain servlets. */
	boolean leavesEndpoints() {
		return this != ACTUATOR && this != SPRING_MVC && this != ALL;
	}

	/** The class path of this JVM without it, and without what is there for tests. */
	String classPath() {
		List<String> all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !FOR_TESTS.matcher(name(entry)).matches())
			.toList();
		List<String> left = all.stream().filter((entry) -> !this.files.matcher(name(entry)).matches()).toList();
		if (left.size() == all.size()) {
			throw new IllegalStateException(this + " is not on the class path in the first place");
		}
		return left.stream().collect(Collectors.joining(File.pathSeparator));
	}

	private static String name(String entry) {
		return Path.of(entry).getFileName().toString();
	}

	/** Names of files. */
	private static final class Names {

		private static final String ACTUATOR = "spring-boot-(starter-)?(actuator|health).*|spring-boot-micrometer.*";

		private static final String CAFFEINE = "caffeine.*";

		private static final String MICROMETER = "micrometer-(core|jakarta).*";

		private static final String SLF4J = "slf4j.*|jul-to-slf4j.*|logback.*|log4j.*";

		private static final String SPRING_CLOUD = "spring-cloud.*";

		private static final String SPRING_SECURITY = "spring-security.*|spring-boot-(starter-)?security.*";

		private static final String SPRING_MVC = "spring-webmvc.*|spring-boot-(starter-)?webmvc.*";

		private static final String SERVLET_API = "tomcat.*|jakarta[.]servlet.*|spring-boot-(starter-)?(servlet|tomcat).*";

		private static final String WEBFLUX = "spring-webflux.*|reactor-.*|reactive-streams.*|netty.*"
				+ "|spring-boot-(starter-)?(webflux|reactor|netty).*";

	}

}
