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

package io.github.corsstarter.origin;

import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.origin.PublicSuffixes.Coverage;

/**
 * The Public Suffix List as it is published, and its algorithm word for word: every rule
 * with the same last label is tried on every name.
 */
final class PublishedSuffixList {

	private final Map<String, List<Rule>> rulesByLastLabel;

	private PublishedSuffixList(Map<String, List<Rule>> rulesByLastLabel) {
		this.rulesByLastLabel = rulesByLastLabel;
	}

	static PublishedSuffixList read() throws IOException {
		Map<String, Boolean> ofPlatform = new TreeMap<>();
		boolean privateSection = false;
		for (String line : Files.readAllLines(Path.of(System.getProperty("public-suffix-list.file")))) {
			privateSection |= line.contains("===BEGIN PRIVATE DOMAINS===");
			if (!line.isBlank() && !line.startsWith("//")) {
				ofPlatform.putIfAbsent(line.strip(), privateSection);
			}
		}
		return new PublishedSuffixList(ofPlatform.entrySet()
			.stream()
			.map((entry) -> Rule.of(entry.getKey(), entry.getValue()))
			.collect(Collectors.groupingBy(Rule::lastLabel, HashMap::new, Collectors.toList())));
	}

	Stream<Rule> rules() {
		return this.rulesByLastLabel.values().stream().flatMap(List::stream);
	}

	Answer answer(String host) {
		List<String> labels = List.of(host.split("\\.", -1));
		List<Rule> rules = this.rulesByLastLabel.getOrDefault(labels.get(labels.size() - 1), List.of());
		// The rule "*" prevails where no other matches: here only below a last label that
		// is known
		int prevailing = rules.isEmpty() ? 0 : 1;
		boolean above = false;
		boolean ofPlatform = false;
		for (Rule rule : rules) {
			int shared = rule.sharedLabels(labels);
			if (shared == rule.labels().size() && rule.exception()) {
				return new Answer(Coverage.NONE, false);
			}
			if (shared == rule.labels().size()) {
				prevailing = Math.max(prevailing, shared);
				ofPlatform |= shared == labels.size() && rule.ofPlatform();
			}
			above |= shared == labels.size() && rule.labels().size() > shared && !rule.exception();
		}
		if (prevailing == labels.size()) {
			return new Answer(Coverage.PUBLIC_SUFFIX, ofPlatform);
		}
		return new Answer(above ? Coverage.ABOVE_PUBLIC_SUFFIX : Coverage.NONE, false);
	}

	record Answer(Coverage coverage, boolean ofPlatform) {
	}

	/**
	 * A rule, its labels in punycode.
	 */
	record Rule(List<String> labels, boolean exception, boolean ofPlatform) {

		static Rule of(String rule, boolean ofPlatform) {
			boolean exception = rule.startsWith("!");
			String[] labels = (exception ? rule.substring(1) : rule).split("\\.", -1);
			return new Rule(Stream.of(labels).map((label) -> IDN.toASCII(label, IDN.ALLOW_UNASSIGNED)).toList(),
					exception, ofPlatform);
		}

		String lastLabel() {
			return this.labels.get(this.labels.size() - 1);
		}

		/** A host to which the rule applies, all labels of the rule and no more. */
		String host() {
			return String.join(".", this.labels).replace("*", "any");
		}

		/** How many labels, from the last one on, a host and the rule have in common. */
		int sharedLabels(List<String> host) {
			int shared = 0;
			while (shared < this.labels.size() && shared < host.size()) {
				String label = this.labels.get(this.labels.size() - 1 - shared);
				if (!label.equals("*") && !label.equals(host.get(host.size() - 1 - shared))) {
					return shared;
				}
				shared++;
			}
			return shared;
		}

	}

}
