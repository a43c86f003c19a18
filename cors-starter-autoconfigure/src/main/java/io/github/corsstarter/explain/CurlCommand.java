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

import java.util.List;

import io.github.corsstarter.explain.CorsExplanation.Command;
import io.github.corsstarter.explain.CorsExplanation.Message;

/**
 * A request as a command for a POSIX shell. Every word is quoted, so that nothing in it
 * means anything to the shell.
 */
final class CurlCommand {

	private static final int MAX_LENGTH = 4000;

	private static final String PLAIN = "-_./:=@%+,";

	private CurlCommand() {
	}

	/** Add the command of a request, if it can be written down as a whole. */
	static void add(List<Command> commands, String of, Message message, boolean asItIs) {
		String command = command(message, asItIs);
		// one that was cut would be another request
		if (command.length() <= MAX_LENGTH && command.equals(Printable.of(command, MAX_LENGTH))) {
			commands.add(new Command(of, command));
		}
	}

	private static String command(Message message, boolean asItIs) {
		StringBuilder command = new StringBuilder("curl -i");
		if (asItIs) {
			command.append(" --path-as-is");
		}
		if (message.url().chars().anyMatch((c) -> "[]{}".indexOf(c) >= 0)) {
			command.append(" -g");
		}
		if (message.method().equals("HEAD")) {
			command.append(" -I");
		}
		else if (!message.method().equals("GET")) {
			command.append(" -X ").append(quote(message.method()));
		}
		command.append(' ').append(quote(message.url()));
		for (Field field : message.headers()) {
			// without a value, curl takes a colon for the wish to leave the header out
			String separator = field.value().isEmpty() ? ";" : ": ";
			command.append(" -H ").append(quote(field.name() + separator + field.value()));
		}
		return command.toString();
	}

	static String quote(String word) {
		boolean plain = !word.isEmpty() && word.charAt(0) != '-'
				&& word.chars().allMatch((c) -> (c < 128 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0);
		return plain ? word : "'" + word.replace("'", "'\\''") + "'";
	}

}
