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

package io.github.corsstarter.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;

/**
 * The blocks of the document that are marked with what they are.
 */
final class EndpointsDocument {

	private static final String MARK_START = "<!-- ";

	private static final String MARK_END = " -->";

	private static final String FENCE = "```";

	private EndpointsDocument() {
	}

	/** The blocks by their marks, in their order. */
	static Map<String, String> blocks() {
		Map<String, String> blocks = new LinkedHashMap<>();
		String mark = null;
		StringBuilder block = null;
		for (String line : read("documentation/ENDPOINTS.md").split("\n")) {
			if (block != null && line.startsWith(FENCE)) {
				blocks.put(mark, block.toString());
				block = null;
				mark = null;
			}
			else if (block != null) {
				block.append(line).append('\n');
			}
			else if (line.startsWith(MARK_START) && line.endsWith(MARK_END)) {
				mark = line.substring(MARK_START.length(), line.length() - MARK_END.length());
			}
			else if (mark != null && line.startsWith(FENCE)) {
				block = new StringBuilder();
			}
		}
		return blocks;
	}

	static String read(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
