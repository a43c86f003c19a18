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

package io.github.corsstarter.applications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An application that runs in a process of its own.
 *
 * @param process its process
 * @param folder where it writes to
 */
record Program(Process process, Path folder) implements AutoCloseable {

	private static final int ATTEMPTS = 1200;

	/**
	 * Start {@link ProgramApplication}.
	 * @param folder where it may write
	 * @param classPath its class path
	 * @param option an option of the JVM
	 * @param arguments the arguments of the application
	 * @return the running program
	 */
	static Program start(Path folder, String classPath, String option, List<String> arguments)
			throws IOException, InterruptedException {
		Path own = Files.createTempDirectory(folder, "run");
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xshare:auto", option, "-cp", classPath, ProgramApplication.class.getName(),
				"--server.address=127.0.0.1", "--server.port=0", "--spring.main.banner-mode=off",
				"--" + ProgramApplication.PORT_FILE + "=" + own.resolve("port")));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(own.resolve("output").toFile())
			.start();
		Program program = new Program(process, own);
		program.awaitStart();
		return program;
	}

	void awaitStart() throws IOException, InterruptedException {
		for (int i = 0; i < ATTEMPTS && this.process.isAlive(); i++) {
			if (Files.exists(this.folder.resolve("port"))) {
				return;
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
		close();
		throw new IOException("The application did not start: " + output());
	}

	/** Forget that it has started, since it will once more. */
	void expectRestart() throws IOException {
		Files.delete(this.folder.resolve("port"));
	}

	String output() throws IOException {
		return Files.readString(this.folder.resolve("output"));
	}

	int port() throws IOException {
		return Integer.parseInt(Files.readString(this.folder.resolve("port")));
	}

	Response get(String path, String origin) throws IOException {
		return RunningApplication.send(port(), "GET", path, "", "Origin", origin);
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
