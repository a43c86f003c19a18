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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The lab's page, used as a person uses it.
 */
final class LabPage {

	private final Laboratory laboratory;

	private final ChromeDriver driver;

	LabPage(Laboratory laboratory) {
		this.laboratory = laboratory;
		this.driver = laboratory.chromium().driver();
	}

	List<String> scenarios() {
		open();
		return texts(".preset strong");
	}

	/**
	 * Click on a scenario and wait for its outcome.
	 * @param number the position of the scenario
	 */
	void run(int number) {
		this.laboratory.lab().resetOrders();
		open();
		this.driver.findElements(By.cssSelector(".preset")).get(number).click();
		awaitOutcome();
	}

	/**
	 * Choose a scenario with the keyboard alone and wait for its outcome.
	 * @param number the position of the scenario
	 */
	void runByKeyboard(int number) {
		open();
		this.driver.findElements(By.cssSelector(".preset")).get(number).sendKeys(Keys.ENTER);
		awaitOutcome();
	}

	/**
	 * Return how wide the page is on a narrow screen.
	 * @param screen the width of the screen
	 * @return the width of what is in the page
	 */
	long widthOn(int screen) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", screen, "height", 800, "deviceScaleFactor", 1, "mobile", true));
		run(0);
		Object width = this.driver.executeScript("return document.documentElement.scrollWidth");
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		return ((Number) Optional.ofNullable(width).orElseThrow()).longValue();
	}

	private void awaitOutcome() {
		Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
		while (this.driver.findElements(By.cssSelector("#verdict.allowed, #verdict.refused")).isEmpty()) {
			if (Instant.now().isAfter(deadline)) {
				throw new IllegalStateException("No outcome: " + this.driver.getCurrentUrl());
			}
		}
		// The scenario may have led to another origin
		this.laboratory.browser().forget();
	}

	private void open() {
		this.laboratory.browser().forget();
		this.laboratory.browser().open(this.laboratory.base() + "/");
	}

	/**
	 * Return the request that the form holds, as the address of the page tells it.
	 * @return the request
	 */
	PageRequest request() {
		return request(this.driver.getCurrentUrl());
	}

	/**
	 * Return the request that the form holds, as an address of the page tells it.
	 * @param url the address
	 * @return the request
	 */
	static PageRequest request(String url) {
		Map<String, String> form = form(url);
		PageRequest request = PageRequest.of(form.get("method"), form.get("path")).with(form.get("client"));
		for (String line : form.get("headers").lines().toList()) {
			request = request.header(line.substring(0, line.indexOf(':')),
					line.substring(line.indexOf(':') + 1).strip());
		}
		if (!form.get("type").isEmpty()) {
			request = request.body(form.get("type"), form.get("body"));
		}
		return request.with(Credentials.of(form.get("credentials")));
	}

	private static Map<String, String> form(String url) {
		String fragment = URI.create(url).getRawFragment();
		MultiValueMap<String, String> form = UriComponentsBuilder.fromUriString("?" + fragment.replace("+", "%20"))
			.build()
			.getQueryParams();
		return form.toSingleValueMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> (entry.getValue() != null)
					? UriUtils.decode(entry.getValue(), StandardCharsets.UTF_8) : ""));
	}

	String scriptGot() {
		String status = this.driver.findElement(By.cssSelector("#browser .status")).getText();
		return status.equals("No answer") ? "TypeError" : status.toLowerCase(Locale.ROOT);
	}

	/** What the starter's endpoint says, in one sentence. */
	String explained() {
		return this.driver.findElement(By.cssSelector("#explain .status")).getText();
	}

	List<String> serverSaw() {
		return texts("#exchanges .exchange code");
	}

	/**
	 * Return what the page did wrong by the browser's own account: scripts that failed,
	 * resources that its content security policy kept away.
	 * @return the messages
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(Object::toString)
			.filter((message) -> message.contains("Content Security Policy") || message.contains("Uncaught"))
			.toList();
	}

	private List<String> texts(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
	}

}
