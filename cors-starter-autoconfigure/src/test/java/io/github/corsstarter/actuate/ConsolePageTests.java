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

package io.github.corsstarter.actuate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsolePage}.
 */
class ConsolePageTests {

	private static final String PAGE = ConsolePage.load();

	@ParameterizedTest
	@ValueSource(strings = { "style", "script" })
	void theSecurityPolicyNamesTheDigestOfWhatIsInThePage(String element) throws Exception {
		String content = between("<" + element + ">", "</" + element + ">");
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
		assertThat(between("http-equiv=\"Content-Security-Policy\" content=\"", "\">"))
			.startsWith("default-src 'none'; ")
			.contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
			.doesNotContain("unsafe", "*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http:", "https:", "//cdn", "url(", "@import", "innerHTML", "outerHTML",
			"insertAdjacentHTML", "document.write", "eval(", " onclick", " style=", "{style", "{script" })
	void hasNothingFromElsewhereAndNoMarkupFromData(String sign) {
		assertThat(PAGE.replace("placeholder=\"https://app.example.com\"", "")).doesNotContain(sign);
	}

	@Test
	void everyFieldHasALabelAndTheLanguageIsSaid() {
		assertThat(PAGE).contains("<html lang=\"en\">", "<label", "aria-live=\"polite\"", "name=\"viewport\"");
	}

	private static String between(String start, String end) {
		int from = PAGE.indexOf(start) + start.length();
		return PAGE.substring(from, PAGE.indexOf(end, from));
	}

}
