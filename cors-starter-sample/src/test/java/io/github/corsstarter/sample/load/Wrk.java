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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the HTTP benchmark {@code wrk} with one kind of request.
 */
final class Wrk {

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");

	private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

	private final String name;

	private final Path script;

	private Wrk(String name, String script) throws IOException {
		this.name = name;
		this.script = Files.createTempFile("wrk", ".lua");
		Files.writeString(this.script, script);
	}

	static Wrk get() throws IOException {
		return new Wrk("GET with Origin", "wrk.headers['Origin'] = 'https://app1.yourdomain.com'");
	}

	static Wrk preflight() throws IOException {
		return new Wrk("preflight", """
				wrk.method = 'OPTIONS'
				wrk.headers['Origin'] = 'https://app1.yourdomain.com'
				wrk.headers['Access-Control-Request-Method'] = 'PUT'
				wrk.headers['Access-Control-Request-Headers'] = 'authorization,content-type'
				""");
	}

	/** The kind of request. */
	String name() {
		return this.name;
	}

	Load run(String url, int seconds) throws IOException {
		Process process = new ProcessBuilder("wrk", "-t1", "-c16", "-d" + seconds + "s", "--latency", "-s",
				this.script.toString(), url)
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher rate = RATE.matcher(output);
		Matcher p99 = P99.matcher(output);
		if (!rate.find() || !p99.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
			throw new IllegalStateException(output);
		}
		double unit = switch (p99.group(2)) {
			case "us" -> 0.001;
			case "ms" -> 1;
			default -> 1000;
		};
		return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
	}

	/**
	 * What a server withstood.
	 *
	 * @param rate requests a second
	 * @param p99 the time in milliseconds that 99 of 100 requests took at most
	 */
	record Load(double rate, double p99) {

	}

}
