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

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page of the tenants, in a real browser, and what it changes for another page. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class TenantPageBrowserTests {

	private static final String FETCH = """
			const [url, done] = arguments;
			fetch(url).then((response) => done(String(response.status)), () => done('blocked'));
			""";

	private final RunningLab lab = RunningLab.start(Stack.REACTIVE,
			List.of("--cors.origin-cache.time-to-live=500ms", "--cors.origin-cache.timeout=20s"));

	private final Browser browser = new Browser(List.of());

	private final ChromeDriver driver = this.browser.driver();

	@AfterAll
	void close() {
		this.browser.close();
		this.lab.close();
	}

	@BeforeEach
	void open() {
		this.driver.get(address("localhost", 0) + "/tenants.html");
		await().until(() -> !this.driver.findElements(By.cssSelector("html[data-ready]")).isEmpty());
	}

	@Test
	void anOriginThatIsTypedInCountsForAPageThereUntilItIsRemoved() {
		String origin = address("shop.app.localhost", 1);
		add("quill", origin + "/shop");
		awaitText("#error-quill", "An origin has no path");
		assertThat(input("quill").getDomAttribute("aria-invalid")).isEqualTo("true");
		this.driver.findElement(By.cssSelector("#error-quill button")).sendKeys(Keys.ENTER);
		assertThat(this.driver.switchTo().activeElement()).isEqualTo(input("quill"));
		assertThat(this.driver.findElement(By.id("error-quill")).isDisplayed()).isFalse();
		input("quill").sendKeys(Keys.ENTER);
		awaitText("[data-tenant=quill] .origins", origin);
		awaitOffersAt(origin, "200");

		open();
		this.driver.findElement(By.cssSelector("[data-origin='" + origin + "'] button")).sendKeys(Keys.ENTER);
		awaitText("[data-tenant=quill]", "No origin yet");
		assertThat(this.driver.switchTo().activeElement().getText()).isEqualTo("The Quill");
		awaitOffersAt(origin, "blocked");
		open();
		assertThat(text("#questions")).contains(origin, "not allowed", "on cors-origin-source-tenantOrigins-");
	}

	@Test
	void leadsToTheLabWithTheRequestAndBack() {
		this.driver.findElement(By.id("try")).click();
		await().until(() -> !this.driver.findElements(By.cssSelector("html[data-ready]")).isEmpty());
		assertThat(this.driver.findElement(By.id("path")).getDomProperty("value")).isEqualTo("/storefront/offers");
		this.driver.findElement(By.cssSelector("a[href='/tenants.html']")).click();
		await().untilAsserted(() -> assertThat(text("#tenants")).contains("Inkwell & Sons", "Paper Boat"));
	}

	@Test
	void fitsOnAPhoneAndLeavesNothingToComplainAbout() {
		this.driver.manage().logs().get(LogType.BROWSER);
		this.driver.manage().window().setSize(new Dimension(500, 900));
		try {
			open();
			assertThat(this.driver
				.executeScript("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
				.isEqualTo(true);
			assertThat(this.driver.manage().logs().get(LogType.BROWSER).getAll())
				.filteredOn((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
				.isEmpty();
		}
		finally {
			this.driver.manage().window().maximize();
		}
	}

	/** What a page at an origin gets when it fetches the offers. */
	private void awaitOffersAt(String origin, String outcome) {
		this.driver.get(origin + "/");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.driver.executeAsyncScript(FETCH, address("localhost", 0) + "/storefront/offers"),
					outcome::equals);
	}

	private void add(String tenant, String origin) {
		input(tenant).sendKeys(origin, Keys.ENTER);
	}

	private WebElement input(String tenant) {
		return this.driver.findElement(By.id("origin-" + tenant));
	}

	private void awaitText(String selector, String text) {
		await().ignoreExceptions().until(() -> text(selector).contains(text));
	}

	private String text(String selector) {
		return this.driver.findElement(By.cssSelector(selector)).getText();
	}

	private String address(String host, int port) {
		return "http://" + host + ":" + this.lab.port(port);
	}

}
