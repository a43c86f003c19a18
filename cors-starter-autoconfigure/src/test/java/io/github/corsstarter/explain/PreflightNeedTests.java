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

package io.github.corsstarter.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.explain.CorsExplanation.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreflightNeed}.
 */
class PreflightNeedTests {

	private static PreflightNeed need(String method, Field... headers) {
		return PreflightNeed
			.of(new ScriptRequest("https://a.test", method, "https://b.test/", List.of(headers), false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "get", "HEAD", "POST", "post" })
	void noneForASafelistedMethod(String method) {
		assertThat(need(method).needed()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "delete", "PATCH", "patch", "OPTIONS", "PROPFIND", "Get2" })
	void oneForAnyOtherMethod(String method) {
		assertThat(need(method).reasons()).singleElement().extracting(Reason::part).isEqualTo("method");
		assertThat(need(method).names()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Accept|text/html, */*;q=0.8", "accept-language|de-DE, de;q=0.9", "Content-Language|en",
					"Content-Type|text/plain", "Content-Type|TEXT/PLAIN;charset=UTF-8",
					"content-type|application/x-www-form-urlencoded", "Content-Type|multipart/form-data; boundary=x",
					"Range|bytes=0-", "Range|bytes=1-10", "Range|bytes=9-10", "Accept|a\tb" })
	void noneForASafelistedHeader(String name, String value) {
		assertThat(need("GET", new Field(name, value)).needed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Accept|text/html(x)", "Accept|a\"b", "Accept-Language|de_DE", "Content-Language|a/b",
					"Content-Type|application/json", "Content-Type|text/plain; a=\"b\"", "Content-Type|text/xml",
					"Content-Type|''", "Range|bytes=-500", "Range|bytes=10-9", "Range|bytes=0-1,5-6", "Range|lines=1-2",
					"Range|bytes=", "Range|bytes=a-b", "X-Requested-With|XMLHttpRequest", "Authorization|Bearer x",
					"DPR|2" })
	void oneForAnyOtherHeader(String name, String value) {
		PreflightNeed need = need("GET", new Field(name, value));
		assertThat(need.reasons()).singleElement()
			.extracting(Reason::part, Reason::name)
			.containsExactly("header", name);
		assertThat(need.names()).containsExactly(name.toLowerCase(Locale.ROOT));
	}

	@Test
	void oneForAValueOfMoreThan128Bytes() {
		assertThat(need("GET", new Field("Accept", "a".repeat(128))).needed()).isFalse();
		assertThat(need("GET", new Field("Accept", "a".repeat(129))).needed()).isTrue();
	}

	@Test
	void oneForSafelistedValuesOfMoreThan1024BytesTogether() {
		List<Field> fields = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			fields.add(new Field("Accept", "a".repeat(128)));
		}
		assertThat(need("GET", fields.toArray(Field[]::new)).needed()).isFalse();
		fields.add(new Field("Accept-Language", "a"));
		PreflightNeed need = need("GET", fields.toArray(Field[]::new));
		assertThat(need.reasons()).singleElement().extracting(Reason::part).isEqualTo("header-values");
		assertThat(need.names()).containsExactly("accept", "accept-language");
	}

	@Test
	void namesAreInLowerCaseInOrderAndEachOnce() {
		assertThat(need("PUT", new Field("X-B", "1"), new Field("Content-Type", "application/json"),
				new Field("x-a", "2"), new Field("x-b", "3"), new Field("Accept", "a"))
			.names()).containsExactly("content-type", "x-a", "x-b");
	}

	@Test
	void headersThatNoScriptCanSetArePassedOver() {
		assertThat(need("GET", new Field("Sec-Fetch-Site", "cross-site"), new Field("Cookie", "a=b")).needed())
			.isFalse();
	}

	@Test
	void everyReasonIsNamed() {
		assertThat(need("PUT", new Field("X-A", ""), new Field("X-B", "")).reasons()).extracting(Reason::name)
			.containsExactly("PUT", "X-A", "X-B");
	}

}
