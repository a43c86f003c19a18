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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.sample.PlainClient;
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
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that the endpoint {@code cors} gives to browsers, in a real one.
 */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractActuatorPageBrowserTests {

	private static final String HOSTILE = "https://x\"><script>document.title='hit'</script><img src=x onerror=alert(1)>";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final RunningLab lab;

	private final Browser browser = new Browser(List.of());

	private final ChromeDriver driver = this.browser.driver();

	AbstractActuatorPageBrowserTests(Stack stack) {
		this.lab = RunningLab.start(stack);
	}

	@AfterAll
	void close() {
		this.browser.close();
		this.lab.close();
	}

	@BeforeEach
	void refuse() {
		for (String origin : List.of(HOSTILE, "https://app1.yourdomain.com.evil.example")) {
			new PlainClient().send("GET", URI.create(address("/restricted/orders")), Map.of("Origin", origin), null);
		}
	}

	@Test
	void showsRulesWarningsAndRefusalsWithoutAnyComplaintOfTheBrowser() {
		open("");
		assertThat(text("#rules")).contains("public", "restricted", "/restricted/**", "https://app1.yourdomain.com");
		assertThat(text("#rejections")).contains("https://app1.yourdomain.com.evil.example", "origin-not-allowed");
		assertThat(text("#summary")).contains("3 rules", "generation 1", "fingerprint");
		assertThat(complaints()).isEmpty();
	}

	@Test
	void whatARequestSaysIsTextAndNothingElse() {
		open("#path=/restricted/orders&origin=" + "https://x%22%3E%3Cscript%3Edocument.title%3D%27hit%27%3C/script%3E");
		await("#answer .verdict");
		assertThat(text("#rejections")).contains("<script>document.title='hit'</script>");
		assertThat(this.driver.getTitle()).isEqualTo("CORS rules");
		assertThat(this.driver.findElements(By.cssSelector("main script, main img"))).isEmpty();
		assertThat(complaints()).isEmpty();
	}

	@Test
	void explainsARequestThatIsTypedInWithTheKeyboardAlone() {
		open("");
		WebElement skip = tab();
		assertThat(skip.getText()).isEqualTo("Skip to the rules");
		type("path", "/restricted/orders");
		type("origin", "http://app1.yourdomain.com");
		type("method", "PUT");
		tab();
		WebElement credentials = tab();
		assertThat(credentials.getDomAttribute("name")).isEqualTo("credentials");
		credentials.sendKeys(Keys.SPACE);
		WebElement button = tab();
		assertThat(button.getText()).isEqualTo("Explain");
		button.sendKeys(Keys.ENTER);
		await("#answer .verdict.bad");
		assertThat(text("#answer")).contains("https://app1.yourdomain.com", "has been blocked by CORS policy", "curl");
		assertThat(this.driver.getCurrentUrl()).endsWith(
				"#path=%2Frestricted%2Forders&origin=http%3A%2F%2Fapp1.yourdomain.com&method=PUT&credentials=true");
	}

	@Test
	void aLinkCarriesTheRequestToExplain() {
		open("#path=/restricted/orders&origin=https://app1.yourdomain.com&credentials=true");
		await("#answer .verdict.good");
		assertThat(text("#answer")).contains("Access-Control-Allow-Origin: https://app1.yourdomain.com");
	}

	@Test
	void aParameterThatCannotBeExplainedIsSaidSo() {
		open("#path=/restricted/orders&method=B%20AD");
		await("#answer .notice");
		assertThat(text("#answer")).containsIgnoringCase("method");
	}

	@Test
	void fitsOnAPhone() {
		this.driver.manage().window().setSize(new Dimension(500, 900));
		try {
			open("#path=/restricted/orders&origin=http://app1.yourdomain.com&method=PUT");
			await("#answer .verdict");
			assertThat(this.driver
				.executeScript("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
				.isEqualTo(true);
		}
		finally {
			this.driver.manage().window().maximize();
		}
	}

	private String address(String path) {
		return "http://localhost:" + this.lab.port(0) + path;
	}

	private void open(String hash) {
		this.driver.get("about:blank");
		complaints();
		this.driver.get(address("/actuator/cors") + hash);
		await("#rules table");
		await("#rejections table");
	}

	private void await(String selector) {
		this.driver.manage().timeouts().implicitlyWait(PATIENCE);
		try {
			assertThat(this.driver.findElement(By.cssSelector(selector))).isNotNull();
		}
		finally {
			this.driver.manage().timeouts().implicitlyWait(Duration.ZERO);
		}
	}

	private String text(String selector) {
		return Objects.requireNonNull(this.driver.findElement(By.cssSelector(selector)).getDomProperty("textContent"));
	}

	/** Press the tabulator key, and return what has the focus then. */
	private WebElement tab() {
		this.driver.switchTo().activeElement().sendKeys(Keys.TAB);
		return this.driver.switchTo().activeElement();
	}

	private void type(String name, String value) {
		WebElement field = tab();
		assertThat(field.getDomAttribute("name")).isEqualTo(name);
		field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
	}

	private List<String> complaints() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

}
