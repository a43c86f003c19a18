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
package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * A Firefox without a window, driven through Marionette. Names that are not this
 * machine's lead to the pages of the tests, through a proxy, as Firefox has no map of
 * hosts.
 */
final class Firefox implements PageBrowser {

	private static final List<String> BINARIES = List.of("firefox-esr", "firefox");

	private static final int TRIES = 600;

	private final Path profile;

	private final Tunnel tunnel;

	private final Process process;

	private final Marionette marionette;

	private final String version;

	private String location = "";

	Firefox(PageServer pages) {
		this.tunnel = new Tunnel(pages.securePort());
		this.profile = newProfile(pages.plainPort(), this.tunnel.port());
		this.process = start();
		this.marionette = new Marionette(awaitPort());
		JsonNode session = this.marionette.send("WebDriver:NewSession",
				Map.of("acceptInsecureCerts", true, "timeouts", Map.of("pageLoad", 60_000, "script", 60_000)));
		JsonNode capabilities = session.get("capabilities");
		this.version = capabilities.get("browserName").asString() + " " + capabilities.get("browserVersion").asString();
	}

	private static Path newProfile(int httpProxy, int httpsProxy) {
		Map<String, Object> preferences = new LinkedHashMap<>();
		preferences.put("marionette.port", 0);
		preferences.put("network.proxy.type", 1);
		preferences.put("network.proxy.http", "127.0.0.1");
		preferences.put("network.proxy.http_port", httpProxy);
		preferences.put("network.proxy.ssl", "127.0.0.1");
		preferences.put("network.proxy.ssl_port", httpsProxy);
		// Which cookies may go where is another mechanism: here it must not hide what
		// CORS does
		preferences.put("network.cookie.cookieBehavior", 0);
		preferences.put("network.cookie.sameSite.noneRequiresSecure", false);
		preferences.put("dom.security.https_first", false);
		preferences.put("dom.security.https_first_schemeless", false);
		// Nothing that asks the world
		preferences.put("app.normandy.enabled", false);
		preferences.put("app.update.enabled", false);
		preferences.put("browser.safebrowsing.malware.enabled", false);
		preferences.put("browser.safebrowsing.phishing.enabled", false);
		preferences.put("datareporting.policy.dataSubmissionEnabled", false);
		preferences.put("extensions.update.enabled", false);
		preferences.put("network.captive-portal-service.enabled", false);
		preferences.put("network.connectivity-service.enabled", false);
		preferences.put("services.settings.server", "data:,#");
		preferences.put("toolkit.telemetry.enabled", false);
		StringBuilder lines = new StringBuilder();
		for (Entry<String, Object> preference : preferences.entrySet()) {
			lines.append("user_pref(\"%s\", %s);%n".formatted(preference.getKey(),
					JsonMapper.shared().writeValueAsString(preference.getValue())));
		}
		try {
			Path profile = Files.createTempDirectory("cors-lab-firefox");
			Files.writeString(profile.resolve("user.js"), lines);
			return profile;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Process start() {
		List<String> command = List.of(Programs.find(BINARIES, "firefox-esr").toString(), "--headless", "--no-remote",
				"--profile", this.profile.toString(), "--marionette", "--remote-allow-system-access");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.profile.resolve("output").toFile());
		builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
		builder.environment().put("HOME", this.profile.toString());
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int awaitPort() {
		Path file = this.profile.resolve("MarionetteActivePort");
		try {
			for (int attempt = 0; attempt < TRIES && this.process.isAlive(); attempt++) {
				if (Files.exists(file) && !Files.readString(file).isBlank()) {
					return Integer.parseInt(Files.readString(file).strip());
				}
				Thread.sleep(100);
			}
			String output = Files.readString(this.profile.resolve("output"));
			this.process.destroyForcibly();
			throw new IllegalStateException("Firefox did not start: " + output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String version() {
		return this.version;
	}

	@Override
	public void open(String url) {
		if (!this.location.equals(url)) {
			this.marionette.send("WebDriver:Navigate", Map.of("url", url));
			async(AWAIT_READY);
			this.location = url;
		}
	}

	@Override
	public void forget() {
		this.location = "";
	}

	@Override
	public String origin() {
		return run("return String(window.origin)").asString();
	}

	@Override
	@SuppressWarnings("unchecked")
	public Map<String, Object> send(String client, Map<String, Object> request) {
		return (Map<String, Object>) JsonMapper.shared().treeToValue(async(SEND, client, request), Map.class);
	}

	/** Run a script in the page. */
	JsonNode run(String script, Object... arguments) {
		return this.marionette.send("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of(arguments)))
			.get("value");
	}

	/**
	 * Run a script in the page, which may be about to be left: then nothing comes back.
	 */
	JsonNode tryToRun(String script) {
		try {
			return run(script);
		}
		catch (IllegalStateException ex) {
			return JsonMapper.shared().createArrayNode();
		}
	}

	private JsonNode async(String script, Object... arguments) {
		return this.marionette
			.send("WebDriver:ExecuteAsyncScript", Map.of("script", script, "args", List.of(arguments)))
			.get("value");
	}

	/**
	 * Take what the console says about CORS since the last time.
	 * @return the sentences
	 */
	List<String> corsSentences() {
		this.marionette.send("Marionette:SetContext", Map.of("value", "chrome"));
		try {
			List<String> sentences = new ArrayList<>();
			run("""
					const messages = Services.console.getMessageArray()
						.filter((message) => message instanceof Ci.nsIScriptError && message.category.startsWith('CORS'))
						.map((message) => message.errorMessage);
					Services.console.reset();
					return messages;""")
				.forEach((message) -> sentences.add(message.asString()));
			return sentences;
		}
		finally {
			this.marionette.send("Marionette:SetContext", Map.of("value", "content"));
		}
	}

	@Override
	public void close() {
		try {
			this.marionette.close();
			this.process.descendants().forEach(ProcessHandle::destroy);
			this.process.destroy();
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.tunnel.close();
			FileSystemUtils.deleteRecursively(this.profile.toFile());
		}
	}

}
