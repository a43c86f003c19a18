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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import org.springframework.util.FileSystemUtils;

/**
 * A headless Chromium of its own. Driver and browser are the installed ones: nothing is
 * downloaded.
 */
final class Browser implements AutoCloseable {

	private static final List<String> BINARIES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final String DRIVER = "chromedriver";

	private final Path profile;

	private final ChromeDriver driver;

	private String location = "";

	/**
	 * Start a browser.
	 * @param hostResolverRules where names that are not this machine's lead
	 */
	Browser(List<String> hostResolverRules) {
		File driverExecutable = find(List.of(DRIVER));
		File binary = find(BINARIES);
		this.profile = newProfile();
		ChromeOptions options = new ChromeOptions();
		options.setBinary(binary);
		options.setAcceptInsecureCerts(true);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
				"--user-data-dir=" + this.profile, "--host-resolver-rules=" + String.join(",", hostResolverRules));
		// Which cookies may go where is another mechanism: here it must not hide what
		// CORS does
		options.setExperimentalOption("prefs",
				Map.of("profile.block_third_party_cookies", false, "profile.cookie_controls_mode", 0));
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driverExecutable)
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).scriptTimeout(Duration.ofSeconds(60));
	}

	private static File find(List<String> names) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
			.flatMap((folder) -> names.stream().map((name) -> new File(folder, name)))
			.filter(File::canExecute)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("""
					The browser tests found no %s on the PATH. Install the packages \
					chromium and chromium-driver, or leave the browser tests out with -DskipBrowserTests"""
				.formatted(String.join(" or ", names))));
	}

	private static Path newProfile() {
		try {
			return Files.createTempDirectory("cors-lab-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String version() {
		return this.driver.getCapabilities().getBrowserName() + " " + this.driver.getCapabilities().getBrowserVersion();
	}

	/**
	 * Open a page, unless it is open.
	 * @param url the address of a page that sets {@code data-ready} once its scripts ran
	 */
	void open(String url) {
		if (!this.location.equals(url)) {
			this.driver.get(url);
			this.driver.executeAsyncScript("""
					const done = arguments[arguments.length - 1];
					const ready = () => document.documentElement.dataset.ready ? done() : setTimeout(ready, 10);
					ready();""");
			this.location = url;
		}
	}

	/** Load the page anew when it is opened the next time. */
	void forget() {
		this.location = "";
	}

	/**
	 * Return the origin of the page, as the browser sees it.
	 * @return a serialized origin, or {@code null} as a string
	 */
	String origin() {
		return String.valueOf(this.driver.executeScript("return window.origin"));
	}

	/**
	 * Send a request through the client code of the lab's page.
	 * @param client the client, as the page names it
	 * @param request the request, as the page's client code takes it
	 * @return the result, as the page's client code gives it
	 */
	@SuppressWarnings("unchecked")
	Map<String, Object> send(String client, Map<String, Object> request) {
		return (Map<String, Object>) Optional.ofNullable(this.driver.executeAsyncScript(
				"""
						const [client, request, done] = arguments;
						corsLab.send(client, request).then(done, (error) => done({ outcome: 'broken', error: String(error) }));""",
				client, request))
			.orElseThrow();
	}

	ChromeDriver driver() {
		return this.driver;
	}

	@Override
	public void close() {
		try {
			this.driver.quit();
		}
		finally {
			FileSystemUtils.deleteRecursively(this.profile.toFile());
		}
	}

}
