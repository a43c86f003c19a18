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
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Packs the Public Suffix List for the look-up in {@code PublicSuffixes}: one line per
 * rule, in punycode, its labels from the last to the first, an exception with {@code !}
 * at its end, a rule of the private section with {@code +}; sorted by bytes. The head of
 * the list, its license and its version, comes first, as lines that start with {@code #}
 * and so sort before every rule. Stops the build at a list that has another shape than
 * the look-up counts on.
 * <p>
 * Run by the build as a single source file: arguments are the list and the packed file.
 */
final class PackPublicSuffixes {

	private static final String ICANN_SECTION = "ICANN DOMAINS";

	private static final String PRIVATE_SECTION = "PRIVATE DOMAINS";

	private final List<String> head = new ArrayList<>();

	private final SortedSet<String> rules = new TreeSet<>();

	private final List<String> sectionsRead = new ArrayList<>();

	private String section = "";

	private PackPublicSuffixes() {
	}

	public static void main(String[] arguments) throws IOException {
		PackPublicSuffixes packed = new PackPublicSuffixes();
		for (String line : Files.readAllLines(Path.of(arguments[0]))) {
			packed.add(line.strip());
		}
		packed.check();
		Path file = Path.of(arguments[1]);
		Files.createDirectories(file.getParent());
		Files.writeString(file, packed.text());
	}

	private void add(String line) {
		if (line.startsWith("// ===BEGIN ")) {
			this.section = line.substring("// ===BEGIN ".length(), line.lastIndexOf("==="));
		}
		else if (line.equals("// ===END " + this.section + "===")) {
			this.sectionsRead.add(this.section);
			this.section = "";
		}
		else if (line.startsWith("//")) {
			if (this.sectionsRead.isEmpty() && this.section.isEmpty()) {
				this.head.add("#" + line.substring("//".length()));
			}
		}
		else if (!line.isEmpty()) {
			// The format: "each line is only read up to the first whitespace"
			addRule(line.split("\\s", 2)[0]);
		}
	}

	private void addRule(String rule) {
		boolean exception = rule.startsWith("!");
		StringBuilder packed = new StringBuilder();
		String[] labels = (exception ? rule.substring(1) : rule).split("\\.", -1);
		for (int i = labels.length - 1; i >= 0; i--) {
			boolean wildcard = labels[i].equals("*") && i == 0 && labels.length > 1 && !exception;
			packed.append(wildcard ? "*" : ascii(labels[i], rule)).append((i > 0) ? "." : "");
		}
		require(!this.section.isEmpty(), "a rule outside of the sections: " + rule);
		// A rule of both sections stays one of the first: a registry's
		boolean ofPlatform = this.section.equals(PRIVATE_SECTION) && !this.rules.contains(packed.toString());
		this.rules.add(packed + (exception ? "!" : ofPlatform ? "+" : ""));
	}

	private static String ascii(String label, String rule) {
		String ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
		require(ascii.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"), "not a rule that is understood: " + rule);
		require(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).equals(label), "no round trip through punycode: " + rule);
		return ascii;
	}

	private void check() {
		require(this.sectionsRead.equals(List.of(ICANN_SECTION, PRIVATE_SECTION)),
				"the list has these sections: " + this.sectionsRead);
		for (String part : List.of("Mozilla Public", "# VERSION: ", "# COMMIT: ")) {
			require(this.head.stream().anyMatch((line) -> line.contains(part)), "the head of the list lacks: " + part);
		}
		for (String exception : this.rules) {
			if (exception.endsWith("!")) {
				String below = exception.substring(0, exception.length() - 1) + ".";
				require(this.rules.stream().noneMatch((rule) -> rule.startsWith(below)),
						"a rule below an exception: " + exception);
			}
		}
	}

	private String text() {
		StringBuilder text = new StringBuilder("# The rules of the Public Suffix List, packed by cors-starter: labels\n"
				+ "# reversed, sorted, '!' after an exception, '+' after a rule of the private\n"
				+ "# section. The head of the list that they were taken from:\n");
		this.head.forEach((line) -> text.append(line).append('\n'));
		this.rules.forEach((rule) -> text.append(rule).append('\n'));
		return text.toString();
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalStateException("Public Suffix List: " + message);
		}
	}

}
