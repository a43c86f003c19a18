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

package io.github.corsstarter.sample.tenant;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the test's own: a new cluster in a temporary folder, on a free
 * port of the loopback interface.
 *
 * @param folder where it is
 * @param programs where the programs of PostgreSQL are
 * @param port its port
 */
record Postgres(Path folder, Path programs, int port) implements AutoCloseable {

	/** The user, whom the server trusts. */
	static final String USER = "tenants";

	/** Whom the server runs as where the tests run as root, which it refuses. */
	private static final String SERVICE_USER = "postgres";

	private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

	private static final long TIMEOUT_SECONDS = 120;

	static Postgres start() {
		try {
			Postgres postgres = new Postgres(Files.createTempDirectory("tenants"), findPrograms(), freePort());
			postgres.run("initdb", "-D", postgres.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C",
					"--no-sync");
			postgres.run("pg_ctl", "-D", postgres.data(), "-w", "-t", String.valueOf(TIMEOUT_SECONDS), "-l",
					postgres.folder().resolve("log").toString(), "-o",
					"-F -h 127.0.0.1 -p " + postgres.port() + " -c unix_socket_directories=''", "start");
			Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
			return postgres;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** They are not on the path where Debian installs them. */
	private static Path findPrograms() throws IOException {
		List<Path> candidates = new ArrayList<>();
		for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
			candidates.add(Path.of(entry));
		}
		if (Files.isDirectory(DEBIAN)) {
			try (Stream<Path> versions = Files.list(DEBIAN)) {
				versions.map((version) -> version.resolve("bin")).forEach(candidates::add);
			}
		}
		return candidates.stream()
			.filter((candidate) -> Files.isExecutable(candidate.resolve("initdb")))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"There is no PostgreSQL: install it (Debian: postgresql), or leave the test out with -DskipPostgres"));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private String data() {
		return this.folder.resolve("data").toString();
	}

	private void run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			Files.setOwner(this.folder,
					this.folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SERVICE_USER));
			command.addAll(List.of("runuser", "-u", SERVICE_USER, "--"));
		}
		command.add(this.programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		File output = Files.createTempFile("tenants", ".out").toFile();
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output);
		builder.environment().putAll(Map.of("LC_ALL", "C"));
		Process process = builder.start();
		try {
			if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException(command + " failed: " + Files.readString(output.toPath()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			Files.delete(output.toPath());
		}
	}

	/** Once is enough: it also ends with the JVM, if a test did not end it. */
	@Override
	public synchronized void close() {
		if (!Files.exists(this.folder)) {
			return;
		}
		try {
			run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
