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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The console of the browser.
 */
final class Console {

	private static final String SENTENCE = "Access to ";

	private final ChromeDriver driver;

	Console(Browser browser) {
		this.driver = browser.driver();
	}

	/**
	 * Wait for the sentence about a request that failed.
	 * @param url the URL of the request
	 * @return the sentence as it stands there
	 */
	String sentenceAbout(String url) {
		Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
		while (Instant.now().isBefore(deadline)) {
			Optional<String> sentence = sentences().stream().filter((each) -> each.contains(url)).findFirst();
			if (sentence.isPresent()) {
				return sentence.get();
			}
		}
		throw new IllegalStateException("The console says nothing about " + url);
	}

	/**
	 * Take what was said about CORS since the last time.
	 * @return the sentences
	 */
	List<String> sentences() {
		// The driver puts the address of the page in front
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(LogEntry::getMessage)
			.filter((message) -> message.contains("CORS policy"))
			.map((message) -> message.substring(message.indexOf(SENTENCE)))
			.toList();
	}

}
