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

package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of headers: {@code Name} or {@code Name: value}, one a line, or separated
 * by commas. In a list on one line, an element that cannot be a name belongs to the value
 * before it, as in {@code Accept: text/html, application/json}.
 */
final class HeaderParameter {

	static final int MAX_LENGTH = 16_384;

	static final int MAX_FIELDS = 256;

	private final String parameter;

	private final List<String> notes;

	private final List<Field> fields = new ArrayList<>();

	private HeaderParameter(String parameter, List<String> notes) {
		this.parameter = parameter;
		this.notes = notes;
	}

	static List<Field> parse(String parameter, @Nullable String value, List<String> notes) {
		HeaderParameter fields = new HeaderParameter(parameter, notes);
		if (value != null && value.length() > MAX_LENGTH) {
			throw fields.invalid("At most " + MAX_LENGTH + " characters can be explained", value);
		}
		if (value != null) {
			fields.add(value);
		}
		return fields.fields;
	}

	private void add(String value) {
		if (value.indexOf('\n') >= 0) {
			value.lines().forEach((line) -> addLine(line, line.indexOf(':') >= 0));
		}
		else {
			addLine(value, false);
		}
	}

	/** Add what is on a line: one field, or a list. */
	private void addLine(String line, boolean single) {
		StringBuilder element = new StringBuilder();
		for (String part : single ? new String[] { line } : line.split(",")) {
			String name = nameOf(part);
			boolean goesOn = !element.isEmpty() && element.indexOf(":") >= 0 && !Tokens.isToken(name);
			if (goesOn) {
				element.append(',').append(part);
			}
			else {
				addField(element.toString());
				element = new StringBuilder(part);
			}
		}
		addField(element.toString());
	}

	private static String nameOf(String part) {
		int colon = part.indexOf(':');
		return ((colon < 0) ? part : part.substring(0, colon)).strip();
	}

	private void addField(String element) {
		if (element.isBlank()) {
			return;
		}
		String name = nameOf(element);
		if (!Tokens.isToken(name)) {
			throw invalid("The name of a header has letters, digits and a few signs", name);
		}
		int colon = element.indexOf(':');
		String value = (colon < 0) ? placeholder(name) : element.substring(colon + 1).strip();
		if (!SafelistedHeaders.isSendable(value)) {
			throw invalid("The value of a header has no control characters", value);
		}
		this.fields.add(new Field(name, value));
		if (this.fields.size() > MAX_FIELDS) {
			throw invalid("At most " + MAX_FIELDS + " headers can be explained", name);
		}
		if (HeaderNames.isForbiddenRequestHeader(name) && this.parameter.equals("headers")) {
			note("No script can set " + name + "; it is taken as what the client itself adds.");
		}
	}

	private String placeholder(String name) {
		String value = switch (name.toLowerCase(Locale.ROOT)) {
			case SafelistedHeaders.CONTENT_TYPE -> "application/json";
			case SafelistedHeaders.RANGE -> "bytes=0-99";
			case "accept" -> "*/*";
			case "accept-language", "content-language" -> "en";
			default -> "value";
		};
		note("No value was given for " + name + "; it is taken as " + value + ".");
		return value;
	}

	private void note(String sentence) {
		String note = Printable.of(sentence, 400);
		if (!this.notes.contains(note) && this.notes.size() < 20) {
			this.notes.add(note);
		}
	}

	private InvalidExplainQueryException invalid(String sentence, String value) {
		return new InvalidExplainQueryException(this.parameter, sentence + ": " + Printable.of(value));
	}

}
