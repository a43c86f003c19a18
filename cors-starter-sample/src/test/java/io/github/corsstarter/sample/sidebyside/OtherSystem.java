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
package io.github.corsstarter.sample.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The systems that are really started, with the snippets of their recipes.
 */
enum OtherSystem {

	NGINX("nginx") {

		@Override
		List<String> command(Path folder, int port, int backEnd, Section section) throws IOException {
			boolean map = section.snippet().startsWith("map ");
			String server = map ? MAPPED_LOCATION : section.snippet();
			Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
					daemon off;
					pid nginx.pid;
					error_log stderr;
					events {}
					http {
					    access_log off;
					    client_body_temp_path body;
					    proxy_temp_path proxy;
					    fastcgi_temp_path fastcgi;
					    uwsgi_temp_path uwsgi;
					    scgi_temp_path scgi;
					    upstream backend { server 127.0.0.1:%d; }
					    %s
					    server {
					        listen 127.0.0.1:%d;
					        %s
					    }
					}
					""".formatted(backEnd, map ? section.snippet() : "", port, server));
			return List.of(program("nginx"), "-p", folder.toString(), "-c", configuration.toString());
		}

	},

	APACHE("apache") {

		@Override
		List<String> command(Path folder, int port, int backEnd, Section section) throws IOException {
			Path modules = Path.of(System.getProperty("side-by-side.apache-modules"));
			StringBuilder configuration = new StringBuilder();
			for (String module : List.of("mpm_event", "authz_core", "headers", "rewrite", "setenvif", "env", "proxy",
					"proxy_http")) {
				Path file = modules.resolve("mod_" + module + ".so");
				configuration.append("LoadModule %s_module %s%n".formatted(module, file));
			}
			configuration.append("""
					ServerRoot %s
					ServerName 127.0.0.1
					PidFile apache.pid
					Mutex file:%s
					ErrorLog error.log
					Listen 127.0.0.1:%d
					ProxyPass "/api" "http://127.0.0.1:%d/api"
					%s
					""".formatted(folder, folder, port, backEnd, section.snippet()));
			Path file = Files.writeString(folder.resolve("httpd.conf"), configuration);
			return List.of(program("apache2"), "-X", "-f", file.toString());
		}

	},

	EXPRESS("express") {

		@Override
		List<String> command(Path folder, int port, int backEnd, Section section) throws IOException {
			Path server = Files.copy(SCRIPTS.resolve("server.js"), NODE.resolve("server-" + port + ".js"));
			return List.of(program("node"), server.toString(), String.valueOf(port), snippet(folder, section));
		}

		@Override
		String options() throws IOException {
			String readme = Files.readString(NODE.resolve("node_modules/cors/README.md"));
			return String.join("\n",
					readme.lines()
						.filter((line) -> line.startsWith("* `"))
						.map((line) -> line.substring(3, line.indexOf('`', 3)))
						.toList());
		}

	},

	DJANGO("django") {

		@Override
		List<String> command(Path folder, int port, int backEnd, Section section) throws IOException {
			return List.of(PYTHON, SCRIPTS.resolve("server_django.py").toString(), String.valueOf(port),
					snippet(folder, section));
		}

		@Override
		String options() throws IOException {
			return output(PYTHON, SCRIPTS.resolve("options_django.py").toString());
		}

	},

	FLASK("flask") {

		@Override
		List<String> command(Path folder, int port, int backEnd, Section section) throws IOException {
			return List.of(PYTHON, SCRIPTS.resolve("server_flask.py").toString(), String.valueOf(port),
					snippet(folder, section));
		}

		@Override
		String options() throws IOException {
			return output(PYTHON, SCRIPTS.resolve("options_flask.py").toString());
		}

	};

	private static final String MAPPED_LOCATION = """
			location /api/ {
			    add_header Access-Control-Allow-Origin $cors_origin;
			    add_header Access-Control-Allow-Credentials "true";
			    proxy_pass http://backend;
			}
			""";

	private static final Path SCRIPTS = Path.of("src", "test", "sidebyside").toAbsolutePath();

	/** Where Express is installed. */
	private static final Path NODE = Path.of("target", "side-by-side").toAbsolutePath();

	private static final String PYTHON = System.getProperty("side-by-side.python", "python3");

	private final String page;

	OtherSystem(String page) {
		this.page = page;
	}

	/** The name of its recipe. */
	String page() {
		return this.page;
	}

	abstract List<String> command(Path folder, int port, int backEnd, Section section) throws IOException;

	/** The names of all its options, one a line; empty if it has directives instead. */
	String options() throws IOException {
		return "";
	}

	private static String snippet(Path folder, Section section) throws IOException {
		return Files.writeString(folder.resolve("snippet"), section.snippet()).toString();
	}

	private static String program(String name) {
		return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
			.map((each) -> Path.of(each, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(name + " is not on the path"))
			.toString();
	}

	private static String output(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
