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
final class Browser implements PageBrowser {

	private static final List<String> BINARIES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final String DRIVER = "chromedriver";

	private static final String PACKAGES = "chromium and chromium-driver";

	private final Path profile;

	private final ChromeDriver driver;

	private String location = "";

	/**
	 * Start a browser.
	 * @param hostResolverRules where names that are not this machine's lead
	 */
	Browser(List<String> hostResolverRules) {
		File driverExecutable = Programs.find(List.of(DRIVER), PACKAGES);
		File binary = Programs.find(BINARIES, PACKAGES);
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

	private static Path newProfile() {
		try {
			return Files.createTempDirectory("cors-lab-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String version() {
		return this.driver.getCapabilities().getBrowserName() + " " + this.driver.getCapabilities().getBrowserVersion();
	}

	@Override
	public void open(String url) {
		if (!this.location.equals(url)) {
			this.driver.get(url);
			this.driver.executeAsyncScript(AWAIT_READY);
			this.location = url;
		}
	}

	@Override
	public void forget() {
		this.location = "";
	}

	@Override
	public String origin() {
		return String.valueOf(this.driver.executeScript("return window.origin"));
	}

	@Override
	@SuppressWarnings("unchecked")
	public Map<String, Object> send(String client, Map<String, Object> request) {
		return (Map<String, Object>) Optional.ofNullable(this.driver.executeAsyncScript(SEND, client, request))
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
