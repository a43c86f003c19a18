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

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the table of the applications that the starter was run in out of the reports of
 * the test run: what was checked are the names of the tests. Says whether the table that
 * is in the repository is the same, and what to do when it is not.
 * <p>
 * Run as <code>java ApplicationTable.java REPORTS POM TABLE JDK...</code> where REPORTS
 * holds one folder for each JDK with one folder for each module. Writes the table to
 * target/APPLICATIONS.md; the status is 1 if TABLE differs from it.
 */
class ApplicationTable {

	private static final String STARTER = "cors-starter-autoconfigure";

	/** The columns, each with the property of the POM that holds its Spring Boot line. */
	private static final Map<String, String> LINES = new TreeMap<>(
			Map.of(STARTER, "spring-boot.version", STARTER + "/lines/boot-4.0", "spring-boot-4.0.version",
					STARTER + "/lines/boot-4.1", "spring-boot-4.1.version"));

	/** The modules with tests of applications, each with its column. */
	private static final Map<String, String> MODULES = new TreeMap<>(
			Map.of("cors-starter-sample", STARTER + "/lines/boot-4.1"));

	static {
		LINES.keySet().forEach((line) -> MODULES.put(line, line));
	}

	/** Tests in both stacks that are about applications: the starter has others, too. */
	private static final Pattern TEST = Pattern
		.compile("io\\.github\\.corsstarter\\.(?:applications|sample|shop)\\.(\\w+)Tests\\$(Servlet|Reactive)");

	private static final List<String> STACKS = List.of("Servlet", "Reactive");

	private static final Map<String, String> APPLICATIONS = Map.ofEntries(Map.entry("Answers", "Answers of every kind"),
			Map.entry("AheadOfTime", "The sample, processed ahead of time by its build"),
			Map.entry("Aot", "Spring AOT, `spring.aot.enabled=true`"), Map.entry("DataRest", "Spring Data REST"),
			Map.entry("DevTools", "`spring-boot-devtools`"), Map.entry("GraphQl", "GraphQL over HTTP"),
			Map.entry("Handlers", "Handlers of every kind"), Map.entry("Kotlin", "An application in Kotlin"),
			Map.entry("Management", "Actuator, on the same port and on one of its own"),
			Map.entry("MissingLibraries", "Without a library, which is really not there"),
			Map.entry("Paths", "A context path, a WAR"),
			Map.entry("Proxy", "Behind a proxy, `server.forward-headers-strategy`"),
			Map.entry("SpringCloudGateway", "Spring Cloud Gateway, on WebFlux and on Spring MVC"),
			Map.entry("SpringSecurity", "Spring Security: basic, form and JWT, each a chain"),
			Map.entry("SpringSecurityCombinations", "Spring Security with CORS of its own"),
			Map.entry("TestSlices", "`@WebMvcTest`, `@WebFluxTest`"), Map.entry("VirtualThreads", "Virtual threads"));

	/** Names as they are written, by what the names of methods make of them; in order. */
	private static final List<Map.Entry<String, String>> WORDS = List.of(
			Map.entry("a global mapping", "`addCorsMappings`"), Map.entry("an annotation", "`@CrossOrigin`"),
			Map.entry("caffeine", "Caffeine"), Map.entry("cors configuration source", "`CorsConfigurationSource`"),
			Map.entry("cors filter", "`CorsFilter`"), Map.entry("global cors", "`globalcors`"),
			Map.entry("http cors", "`http.cors()`"), Map.entry("cors", "CORS"), Map.entry("csrf", "CSRF"),
			Map.entry("graph ql", "GraphQL"), Map.entry("http2", "HTTP/2"), Map.entry("micrometer", "Micrometer"),
			Map.entry("mock mvc", "MockMvc"), Map.entry("same origin requests", "same-origin requests"),
			Map.entry("servlet api", "servlet API"), Map.entry("slf4j", "SLF4J"),
			Map.entry("spring cloud", "Spring Cloud"), Map.entry("spring mvc", "Spring MVC"),
			Map.entry("spring security", "Spring Security"), Map.entry("tomcat", "Tomcat"), Map.entry("war", "WAR"),
			Map.entry("web flux", "WebFlux"), Map.entry("web sockets", "WebSockets"),
			Map.entry("web test client", "WebTestClient"));

	/** Checks by application and sentence, and for each how often each column held. */
	private final Map<String, Map<String, Map<String, Integer>>> checks = new TreeMap<>();

	/** On how many JDKs each line ran; whether it should have is another report. */
	private final Map<String, Integer> runs = new TreeMap<>();

	public static void main(String[] args) throws Exception {
		List<String> jdks = Arrays.asList(args).subList(3, args.length);
		ApplicationTable table = new ApplicationTable();
		for (String jdk : jdks) {
			for (Map.Entry<String, String> module : MODULES.entrySet()) {
				Path folder = Path.of(args[0], jdk, module.getKey());
				if (Files.isDirectory(folder)) {
					table.add(folder, module.getValue());
				}
			}
			LINES.keySet()
				.stream()
				.filter((line) -> Files.isDirectory(Path.of(args[0], jdk, line)))
				.forEach((line) -> table.runs.merge(line, 1, Integer::sum));
		}
		String text = table.write(Path.of(args[1]), jdks);
		Path written = Path.of("target", "APPLICATIONS.md");
		Files.createDirectories(written.getParent());
		Files.writeString(written, text);
		Path committed = Path.of(args[2]);
		List<String> before = Files.exists(committed) ? Files.readAllLines(committed) : List.of();
		List<String> now = text.lines().toList();
		if (!before.equals(now)) {
			before.stream().filter((line) -> !now.contains(line)).forEach((line) -> System.out.println("- " + line));
			now.stream().filter((line) -> !before.contains(line)).forEach((line) -> System.out.println("+ " + line));
			System.out.printf("%s is not what the run shows. If the run is right: cp %s %s%n", committed, written,
					committed);
			System.exit(1);
		}
		System.out.printf("%s is what the run shows%n", committed);
	}

	private void add(Path folder, String line) throws Exception {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
			for (Path file : files) {
				NodeList tests = parse(file).getElementsByTagName("testcase");
				for (int i = 0; i < tests.getLength(); i++) {
					add((Element) tests.item(i), line);
				}
			}
		}
	}

	private void add(Element test, String line) {
		Matcher name = TEST.matcher(test.getAttribute("classname"));
		if (name.matches()) {
			String application = APPLICATIONS.getOrDefault(name.group(1), name.group(1));
			String sentence = sentence(test.getAttribute("name").replaceFirst("[({\\[].*", ""));
			boolean held = Stream.of("failure", "error", "skipped")
				.allMatch((bad) -> test.getElementsByTagName(bad).getLength() == 0);
			this.checks.computeIfAbsent(application, (key) -> new TreeMap<>())
				.computeIfAbsent(sentence, (key) -> new TreeMap<>())
				.merge(line + name.group(2), held ? 1 : 0, (one, other) -> (one * other == 0) ? 0 : one + other);
		}
	}

	private String write(Path pom, List<String> jdks) throws Exception {
		Document project = parse(pom);
		List<String> columns = new ArrayList<>();
		List<String> heads = new ArrayList<>();
		LINES.forEach((line, property) -> STACKS.forEach((stack) -> {
			columns.add(line + stack);
			heads.add(project.getElementsByTagName(property).item(0).getTextContent().strip() + " "
					+ stack.toLowerCase(Locale.ROOT));
		}));
		StringBuilder text = new StringBuilder(
				"""
						# Applications

						The starter in real applications, each started and asked over HTTP on the loopback interface: on each line of Spring Boot and on
						both stacks, under Java %s, on the oldest and the newest line under Java %s as well. *yes*: the check held under each of them.
						A dash: that stack has no such thing, the application is on the newest line alone (the sample, the one in Kotlin), or a library
						is left out on the other stack.

						The run of all tests (`bash .ci/run`) makes this table out of its reports, and fails when it differs.

						"""
					.formatted(jdks.get(0), String.join(" and ", jdks.subList(1, jdks.size()))));
		text.append("| Application | What was checked | ").append(String.join(" | ", heads)).append(" |\n");
		text.append("|---|---|").append("---|".repeat(heads.size())).append('\n');
		this.checks.forEach((application, sentences) -> {
			String name = application;
			for (Map.Entry<String, Map<String, Integer>> check : sentences.entrySet()) {
				text.append("| ").append(name).append(" | ").append(check.getKey()).append(" | ");
				text.append(columns.stream()
					.map((column) -> cell(check.getValue().get(column), runs(column)))
					.collect(Collectors.joining(" | "))).append(" |\n");
				name = "";
			}
		});
		return text.toString();
	}

	private int runs(String column) {
		return this.runs.entrySet()
			.stream()
			.filter((run) -> STACKS.stream().anyMatch((stack) -> column.equals(run.getKey() + stack)))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	private static String cell(Integer times, int runs) {
		if (times == null) {
			return "–";
		}
		return (times > 0 && times % runs == 0) ? "yes" : "**no**";
	}

	/** The name of a method as it would be written. */
	private static String sentence(String method) {
		String words = method.replaceAll("([A-Z])", " $1")
			.replaceAll("([a-z])([0-9]{3})", "$1 $2")
			.toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> word : WORDS) {
			words = words.replaceAll("(?<![`.\\w])" + word.getKey() + "(?![`\\w])", word.getValue());
		}
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static Document parse(Path file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
	}

}
