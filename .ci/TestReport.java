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

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the reports of the test runs and says what ran: on which JDK, which line of
 * Spring Boot, which server and in which browser. Whatever should have run and did not
 * counts as a failure. The last line is "N passed, N failed".
 * <p>
 * Run as <code>java TestReport.java REPORTS POM STATUS JDK...</code> where REPORTS holds
 * one folder for each JDK with one folder for each module, and STATUS is the exit status
 * of the build.
 */
class TestReport {

	private static final String STARTER = "cors-starter-autoconfigure";

	private static final String CORE = "cors-starter-core";

	private static final String SAMPLE = "cors-starter-sample";

	/** The modules, each with the property of the POM that holds its Spring Boot line. */
	private static final Map<String, String> MODULES = new TreeMap<>(Map.of(CORE, "", STARTER, "spring-boot.version",
			STARTER + "/lines/boot-4.0", "spring-boot-4.0.version", STARTER + "/lines/boot-4.1",
			"spring-boot-4.1.version", SAMPLE, "spring-boot-4.1.version"));

	/** The module of the line that runs on the first JDK alone. */
	private static final String MIDDLE = STARTER + "/lines/boot-4.0";

	/** What names of test classes start with that send requests to a server. */
	private static final List<String> SERVERS = List.of("Tomcat", "Jetty", "ReactorNetty");

	/** The test classes that run in a browser, and how many tests each has at least. */
	private static final Map<String, Integer> BROWSERS = new TreeMap<>(Map.of("ServletBrowserTests", 40,
			"ReactiveBrowserTests", 40, "ServletConsoleBrowserTests", 40, "ReactiveConsoleBrowserTests", 40,
			"ServletActuatorPageBrowserTests", 6, "ReactiveActuatorPageBrowserTests", 6, "FirefoxBrowserTests", 200,
			"TenantPageBrowserTests", 3));

	/** The test classes that need a database server, and how many tests each has at least. */
	private static final Map<String, Integer> DATABASES = Map.of("PostgresTenantTests", 15);

	private final List<String> complaints = new ArrayList<>();

	private int passed;

	private int failed;

	public static void main(String[] args) throws Exception {
		Map<String, String> versions = properties(Path.of(args[1]));
		TestReport report = new TestReport();
		if (!args[2].equals("0")) {
			report.complaints.add("The build failed");
		}
		List<String> jdks = Arrays.asList(args).subList(3, args.length);
		for (String jdk : jdks) {
			report.add(Path.of(args[0], jdk), jdk, versions, jdk.equals(jdks.get(0)));
		}
		report.complaints.forEach((complaint) -> System.out.println("MISSING OR WRONG: " + complaint));
		System.out.printf("%d passed, %d failed%n", report.passed, report.failed + report.complaints.size());
		System.exit((report.failed + report.complaints.size() == 0) ? 0 : 1);
	}

	/**
	 * Everything runs on the first JDK, and on the others all but {@link #MIDDLE} and the
	 * browsers.
	 */
	private void add(Path folder, String jdk, Map<String, String> versions, boolean everything) throws Exception {
		if (!Files.isDirectory(folder)) {
			this.complaints.add("Nothing ran on JDK " + jdk);
			return;
		}
		System.out.printf("%n%-42s %-8s %-5s %7s %7s %8s %9s%n", "module", "line", "JDK", "tests", "failed", "skipped",
				"seconds");
		Map<String, Map<String, Suite>> modules = new TreeMap<>();
		for (Map.Entry<String, String> module : MODULES.entrySet()) {
			if (!everything && module.getKey().equals(MIDDLE)) {
				continue;
			}
			String version = module.getValue().isEmpty() ? "-" : versions.get(module.getValue());
			Map<String, Suite> suites = suites(folder.resolve(module.getKey()));
			modules.put(module.getKey(), suites);
			addModule(module.getKey() + " on JDK " + jdk, version, jdk, suites);
			Suite sum = suites.values().stream().reduce(new Suite(), Suite::plus);
			System.out.printf("%-42s %-8s %-5s %7d %7d %8d %9.1f%n", module.getKey(), version, jdk, sum.tests,
					sum.failed, sum.skipped, sum.seconds);
			this.passed += sum.tests - sum.failed - sum.skipped;
			this.failed += sum.failed;
		}
		addServers(modules, jdk, versions);
		if (everything) {
			addNamed(modules.get(SAMPLE), BROWSERS, jdk);
		}
		addNamed(modules.get(SAMPLE), DATABASES, jdk);
		addSameTests(modules, jdk);
	}

	private void addModule(String name, String version, String jdk, Map<String, Suite> suites) {
		if (suites.isEmpty()) {
			this.complaints.add("No tests of " + name);
		}
		suites.forEach((test, suite) -> {
			check(suite.skipped == 0, "%d skipped in %s of %s".formatted(suite.skipped, test, name));
			check(jdk.equals(suite.properties.get("java.specification.version")),
					"%s of %s ran on Java %s".formatted(test, name, suite.properties.get("java.specification.version")));
			check(version.equals("-") || version.equals(suite.properties.get("expected.spring-boot.version")),
					"%s of %s did not expect Spring Boot %s".formatted(test, name, version));
		});
		if (name.startsWith(STARTER)) {
			check(suites.entrySet()
				.stream()
				.anyMatch((entry) -> entry.getKey().endsWith(".SpringBootLineTests")
						&& entry.getValue().output.toString().contains("Spring Boot " + version + ",")),
					"%s did not name Spring Boot %s".formatted(name, version));
		}
	}

	private void addServers(Map<String, Map<String, Suite>> modules, String jdk, Map<String, String> versions) {
		System.out.printf("%n%-42s %-8s %-5s %7s%n", "server", "line", "JDK", "tests");
		for (String server : SERVERS) {
			MODULES.forEach((module, property) -> {
				if (module.startsWith(STARTER) && modules.containsKey(module)) {
					int tests = tests(modules.get(module), (name) -> name.startsWith(server));
					System.out.printf("%-42s %-8s %-5s %7d%n", server, versions.get(property), jdk, tests);
					check(tests > 0, "No tests on %s with Spring Boot %s on JDK %s".formatted(server,
							versions.get(property), jdk));
				}
			});
		}
	}

	private void addNamed(Map<String, Suite> suites, Map<String, Integer> classes, String jdk) {
		classes.forEach((name, fewest) -> {
			int tests = tests(suites, name::equals);
			System.out.printf("%-42s %-8s %-5s %7d%n", name, "", jdk, tests);
			check(tests >= fewest, "%d tests in %s on JDK %s, at least %d were expected".formatted(tests, name, jdk,
					fewest));
		});
	}

	/**
	 * Every compiled test runs on every line, but for those about the source or the load.
	 */
	private void addSameTests(Map<String, Map<String, Suite>> modules, String jdk) {
		Map<String, Integer> expected = counts(modules.get(STARTER));
		modules.forEach((module, suites) -> {
			if (module.startsWith(STARTER + "/")) {
				Map<String, Integer> actual = counts(suites);
				expected.forEach((name, tests) -> check(tests.equals(actual.get(name)),
						"%s has %d tests on the oldest line, %s in %s on JDK %s".formatted(name, tests,
								actual.get(name), module, jdk)));
			}
		});
	}

	private void check(boolean condition, String complaint) {
		if (!condition) {
			this.complaints.add(complaint);
		}
	}

	private static Map<String, Integer> counts(Map<String, Suite> suites) {
		Map<String, Integer> counts = new TreeMap<>();
		suites.forEach((name, suite) -> {
			if (!name.endsWith("ArchitectureTests") && !name.endsWith("LoadTests")) {
				counts.put(name, suite.tests);
			}
		});
		return counts;
	}

	private static int tests(Map<String, Suite> suites, java.util.function.Predicate<String> simpleName) {
		return suites.entrySet()
			.stream()
			.filter((entry) -> simpleName.test(entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1)))
			.mapToInt((entry) -> entry.getValue().tests)
			.sum();
	}

	private static Map<String, Suite> suites(Path folder) throws IOException, XMLStreamException {
		Map<String, Suite> suites = new TreeMap<>();
		if (Files.isDirectory(folder)) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
				for (Path file : files) {
					String name = file.getFileName().toString();
					suites.put(name.substring("TEST-".length(), name.length() - ".xml".length()), Suite.read(file));
				}
			}
		}
		return suites;
	}

	private static Map<String, String> properties(Path pom) throws Exception {
		var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
		Map<String, String> properties = new TreeMap<>();
		Stream.of("spring-boot.version", "spring-boot-4.0.version", "spring-boot-4.1.version")
			.forEach((name) -> properties.put(name,
					document.getElementsByTagName(name).item(0).getTextContent().strip()));
		return properties;
	}

	/** What one file reports. */
	private static final class Suite {

		private final Map<String, String> properties = new TreeMap<>();

		private final StringBuilder output = new StringBuilder();

		private int tests;

		private int failed;

		private int skipped;

		private double seconds;

		private Suite plus(Suite other) {
			Suite sum = new Suite();
			sum.tests = this.tests + other.tests;
			sum.failed = this.failed + other.failed;
			sum.skipped = this.skipped + other.skipped;
			sum.seconds = this.seconds + other.seconds;
			return sum;
		}

		private static Suite read(Path file) throws IOException, XMLStreamException {
			Suite suite = new Suite();
			try (var stream = Files.newInputStream(file)) {
				XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(stream);
				while (reader.hasNext()) {
					if (reader.next() == XMLStreamConstants.START_ELEMENT) {
						suite.add(reader);
					}
				}
			}
			return suite;
		}

		private void add(XMLStreamReader reader) throws XMLStreamException {
			switch (reader.getLocalName()) {
				case "testsuite" -> {
					this.tests = number(reader, "tests");
					this.failed = number(reader, "errors") + number(reader, "failures");
					this.skipped = number(reader, "skipped");
					this.seconds = Double.parseDouble(reader.getAttributeValue(null, "time").replace(",", ""));
				}
				case "property" -> this.properties.put(reader.getAttributeValue(null, "name"),
						reader.getAttributeValue(null, "value"));
				case "system-out" -> this.output.append(reader.getElementText());
				default -> {
				}
			}
		}

		private static int number(XMLStreamReader reader, String attribute) {
			return Integer.parseInt(reader.getAttributeValue(null, attribute));
		}

	}

}
