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

package io.github.corsstarter.sample.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link LoadedApplication} in a process of its own.
 */
final class RunningApplication implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

	private static final Pattern STARTED = Pattern.compile("Started LoadedApplication in ([0-9.]+) seconds");

	private static final Pattern USED = Pattern.compile("used (\\d+)K");

	private final Process process;

	private final int port;

	private final double startSeconds;

	private RunningApplication(Process process, int port, double startSeconds) {
		this.process = process;
		this.port = port;
		this.startSeconds = startSeconds;
	}

	static RunningApplication start(Variant variant, String type) throws IOException {
		Process process = new ProcessBuilder(tool("java"), "-Xms256m", "-Xmx256m", "-XX:+UseG1GC", "-cp",
				System.getProperty("java.class.path"), LoadedApplication.class.getName(), variant.name(), type,
				"--server.port=0", "--spring.main.banner-mode=off")
			.redirectErrorStream(true)
			.start();
		StringBuilder log = new StringBuilder();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		int port = 0;
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			log.append(line).append('\n');
			Matcher matcher = PORT.matcher(line);
			port = matcher.find() ? Integer.parseInt(matcher.group(1)) : port;
			matcher = STARTED.matcher(line);
			if (matcher.find()) {
				drain(output);
				return new RunningApplication(process, port, Double.parseDouble(matcher.group(1)));
			}
		}
		throw new IllegalStateException(variant + " did not start:\n" + log);
	}

	private static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	/** What is not read in time stops the process. */
	private static void drain(BufferedReader output) {
		Thread thread = new Thread(() -> {
			try {
				output.transferTo(Writer.nullWriter());
			}
			catch (IOException ex) {
				// the process has ended
			}
		}, "drain");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.port + "/restricted/orders";
	}

	double startSeconds() {
		return this.startSeconds;
	}

	/** What lives on the heap, in MB. */
	double heap() throws IOException {
		command("GC.run");
		Matcher matcher = USED.matcher(command("GC.heap_info"));
		if (!matcher.find()) {
			throw new IllegalStateException("No heap is reported");
		}
		return Integer.parseInt(matcher.group(1)) / 1024.0;
	}

	private String command(String command) throws IOException {
		Process jcmd = new ProcessBuilder(tool("jcmd"), String.valueOf(this.process.pid()), command)
			.redirectErrorStream(true)
			.start();
		return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
