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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the table of the applications that the starter was run in out of the reports of
 * the test run: what was checked are the names of the tests. Says whether the table that
 * is in the repository is the same.
 * <p>
 * Run as <code>java ApplicationTable.java REPORTS POM TABLE JDK...</code> where REPORTS
 * holds one folder for each JDK with one folder for each module. Writes the table to
 * target/APPLICATIONS.md; the status is 1 if TABLE differs from it.
 */
class ApplicationTable {

	private static final String STARTER = "cors-starter-autoconfigure";

	/** The modules, each with the property of the POM that holds its Spring Boot line. */
	private static final Map<String, String> MODULES = new TreeMap<>(Map.of(STARTER, "spring-boot.version",
			STARTER + "/lines/boot-4.0", "spring-boot-4.0.version", STARTER + "/lines/boot-4.1",
			"spring-boot-4.1.version"));

	private static final String TESTS = "io.github.corsstarter.applications.";

	private static final List<String> STACKS = List.of("Servlet", "Reactive");

	/** Names as they are written, by what the names of classes and methods make of them. */
	private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(Map.entry("Aot", "Ahead of time"),
			Map.entry("Csrf", "CSRF"), Map.entry("Data Rest", "Data REST"), Map.entry("Graph Ql", "GraphQL"),
			Map.entry("Graph ql", "GraphQL"), Map.entry("graph ql", "GraphQL"), Map.entry("csrf", "CSRF"),
			Map.entry("cors", "CORS"), Map.entry("http2", "HTTP/2"), Map.entry("mock mvc", "MockMvc"),
			Map.entry("Mock mvc", "MockMvc"), Map.entry("web test client", "WebTestClient"),
			Map.entry("web sockets", "WebSockets"), Map.entry("tomcat", "Tomcat"), Map.entry("A war", "A WAR"),
			Map.entry("data rest", "Data REST"), Map.entry("same origin", "same-origin"),
			Map.entry("Dev Tools", "Developer tools")));

	/** Checks by application and sentence, and for each the columns that it held in. */
	private final Map<String, Map<String, Map<String, Integer>>> checks = new TreeMap<>();

	public static void main(String[] args) throws Exception {
		List<String> jdks = Arrays.asList(args).subList(3, args.length);
		ApplicationTable table = new ApplicationTable();
		for (String jdk : jdks) {
			for (String module : MODULES.keySet()) {
				table.add(Path.of(args[0], jdk, module), module);
			}
		}
		String text = table.write(versions(Path.of(args[1])), jdks);
		Path written = Path.of("target", "APPLICATIONS.md");
		Files.createDirectories(written.getParent());
		Files.writeString(written, text);
		Path committed = Path.of(args[2]);
		if (!Files.exists(committed) || !Files.readString(committed).equals(text)) {
			System.out.printf("%s is not what the run shows: compare it with %s%n", committed, written);
			System.exit(1);
		}
		System.out.printf("%s is what the run shows%n", committed);
	}

	private void add(Path folder, String module) throws Exception {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-" + TESTS + "*.xml")) {
			for (Path file : files) {
				var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
				NodeList cases = document.getElementsByTagName("testcase");
				for (int i = 0; i < cases.getLength(); i++) {
					add((Element) cases.item(i), module);
				}
			}
		}
	}

	private void add(Element test, String module) {
		String[] names = test.getAttribute("classname").substring(TESTS.length()).split("\\$");
		String application = words(names[0].replaceFirst("Tests$", ""));
		String method = test.getAttribute("name").replaceFirst("[({\\[].*", "");
		boolean held = test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength()
				+ test.getElementsByTagName("skipped").getLength() == 0;
		Map<String, Integer> columns = this.checks.computeIfAbsent(application, (name) -> new TreeMap<>())
			.computeIfAbsent(sentence(method), (name) -> new TreeMap<>());
		String column = module + " " + names[1];
		columns.merge(column, held ? 1 : 0, (before, now) -> (before * now == 0) ? 0 : before + now);
	}

	private String write(Map<String, String> versions, List<String> jdks) {
		List<String> columns = new ArrayList<>();
		List<String> heads = new ArrayList<>();
		MODULES.forEach((module, property) -> STACKS.forEach((stack) -> {
			columns.add(module + " " + stack);
			heads.add(versions.get(property) + " " + stack.toLowerCase(Locale.ROOT));
		}));
		StringBuilder text = new StringBuilder("""
				# Applications

				The starter in real applications, each started and asked over HTTP on the loopback interface: on each line of Spring Boot and
				on both stacks, under Java %s. The run of the tests makes this table (`.ci/run`), and fails when it differs. *yes* means that
				the check held; a dash, that the stack has no such thing.

				""".formatted(String.join(" and ", jdks)));
		text.append("| Application | What was checked | ").append(String.join(" | ", heads)).append(" |\n");
		text.append("|---|---|").append("---|".repeat(heads.size())).append('\n');
		this.checks.forEach((application, sentences) -> {
			String name = application;
			for (Map.Entry<String, Map<String, Integer>> check : sentences.entrySet()) {
				text.append("| ").append(name).append(" | ").append(check.getKey()).append(" | ");
				text.append(columns.stream()
					.map((column) -> cell(check.getValue().get(column), jdks.size()))
					.collect(Collectors.joining(" | "))).append(" |\n");
				name = "";
			}
		});
		return text.toString();
	}

	private static String cell(Integer times, int jdks) {
		if (times == null) {
			return "–";
		}
		if (times == 0 || times % jdks != 0) {
			return "**no**";
		}
		return (times == jdks) ? "yes" : "yes, " + times / jdks + " times";
	}

	private static String sentence(String method) {
		String words = method.replaceAll("([A-Z])", " $1").replaceAll("([a-z])([0-9]{3})", "$1 $2").toLowerCase(Locale.ROOT);
		return replaced(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
	}

	private static String words(String name) {
		return replaced(name.replaceAll("(?<=[a-z])([A-Z])", " $1"));
	}

	private static String replaced(String words) {
		String text = words;
		for (Map.Entry<String, String> word : WORDS.entrySet()) {
			text = text.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
		}
		return text;
	}

	private static Map<String, String> versions(Path pom) throws IOException, Exception {
		var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
		Map<String, String> versions = new TreeMap<>();
		MODULES.values()
			.forEach((property) -> versions.put(property,
					document.getElementsByTagName(property).item(0).getTextContent().strip()));
		return versions;
	}

}
