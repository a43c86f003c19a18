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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A real nginx in front of an application, as it is where TLS ends before it.
 *
 * @param process the running server
 * @param folder its files
 * @param port its port
 */
record Nginx(Process process, Path folder, int port) implements AutoCloseable {

	private static final int ATTEMPTS = 200;

	private static final String CONFIGURATION = """
			daemon off;
			master_process off;
			pid nginx.pid;
			error_log stderr;
			events {
			}
			http {
				access_log off;
				client_body_temp_path body;
				proxy_temp_path proxy;
				fastcgi_temp_path fastcgi;
				uwsgi_temp_path uwsgi;
				scgi_temp_path scgi;
				server {
					listen 127.0.0.1:%d;
					location / {
						proxy_pass http://127.0.0.1:%d;
						proxy_set_header Host $host;
						proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
						proxy_set_header X-Forwarded-Host %s;
						proxy_set_header X-Forwarded-Port 443;
						proxy_set_header X-Forwarded-Proto https;
					}
				}
			}
			""";

	static Nginx inFrontOf(int application, String host) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("nginx");
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Path configuration = Files.writeString(folder.resolve("nginx.conf"),
				CONFIGURATION.formatted(port, application, host));
		Process process = new ProcessBuilder(binary(), "-p", folder.toString(), "-c", configuration.toString(), "-e",
				"stderr")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("output").toFile())
			.start();
		Nginx nginx = new Nginx(process, folder, port);
		nginx.await();
		return nginx;
	}

	/** System programs are not on the path of every user. */
	private static String binary() {
		return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx")
			.filter((file) -> Files.isExecutable(Path.of(file)))
			.findFirst()
			.orElse("nginx");
	}

	private void await() throws IOException, InterruptedException {
		for (int i = 0; i < ATTEMPTS && this.process.isAlive(); i++) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), this.port).close();
				return;
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(25);
			}
		}
		String output = Files.readString(this.folder.resolve("output"));
		close();
		throw new IOException("nginx did not start: " + output);
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		this.process.onExit().join();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
