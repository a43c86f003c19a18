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

package io.github.corsstarter.origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginPattern}.
 */
class OriginPatternTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "https://*.example.com; https; example.com", "http://localhost:*; http; localhost",
					"http://localhost:[8080,8081]; http; localhost", "https://*.example.com:*; https; example.com",
					"https://*.example.com:[8443]; https; example.com",
					"https://*.example.com:8443; https; example.com", "http://[::1]:*; http; [::1]",
					"http://[::1]:[1, 2 ,3]; http; [::1]", "http://127.0.0.1:*; http; 127.0.0.1",
					"capacitor://*.localhost; capacitor; localhost", "https://*.com; https; com",
					"https://*.example.com.; https; example.com." })
	void parsesWholeLabelsAndPorts(String value, String scheme, String host) {
		OriginPattern pattern = OriginPattern.parse(value);
		assertThat(pattern).isNotNull().hasToString(value);
		assertThat(pattern.scheme()).isEqualTo(scheme);
		assertThat(pattern.host()).isEqualTo(host);
		assertThat(pattern.hasWildcard()).isTrue();
		assertThat(pattern.hasSubdomains()).isEqualTo(value.contains("://*."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "https://example.com:8443", "http://[::1]", "http://[::1]:8080" })
	void takesAnOriginForAPatternWithoutWildcard(String value) {
		OriginPattern pattern = OriginPattern.parse(value);
		assertThat(pattern).isNotNull();
		assertThat(pattern.hasWildcard()).isFalse();
		assertThat(pattern.matches(origin(value))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*", "null", "*.example.com", "https://*", "https://*.", "https://*:*",
			"*://example.com", "https://*example.com", "https://**.example.com", "https://*.*.example.com",
			"https://a.*.example.com", "https://example.*", "https://example.com.*", "https://ex*mple.com",
			"http*://example.com", "https://?.example.com", "https://*.example.com/", "https://*.example.com/*",
			"https://*.Example.com", "https://.*\\.example\\.com", "^https://.*$", "https://(a|b).example.com",
			"https://*.*", "https://*..com", "https://*.-a", "https://*:8080" })
	void refusesAWildcardElsewhere(String value) {
		assertThat(OriginPattern.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:[]", "http://localhost:[,]", "http://localhost:[80,]",
			"http://localhost:[,80]", "http://localhost:[0]", "http://localhost:[65536]", "http://localhost:[080]",
			"http://localhost:[*]", "http://localhost:[80", "http://localhost:80]", "http://localhost:[80-90]",
			"http://localhost:[8 0]", "http://localhost:[80][81]", "http://localhost:81:*", "http://localhost:81:[82]",
			"http://localhost:[82]:*", "http://localhost:*:*", "http://localhost:8*", "http://localhost:**",
			"http://localhost::*", "http://localhost:*:[80]", "http://:*", "http://:[80]", "http://[80]",
			"https://*.:*", "a://:*" })
	void refusesPortsThatAreNotAWholeWildcardOrAList(String value) {
		assertThat(OriginPattern.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://*.127.0.0.1", "http://*.[::1]", "http://*.1.2.3.4:*", "http://*.0.1", "http://*.1" })
	void refusesAWildcardOverAnAddress(String value) {
		assertThat(OriginPattern.parse(value)).isNull();
	}

	@Test
	void refusesWhatIsLongerThanTheBoundUnread() {
		String scheme = "a".repeat(SerializedOrigin.MAX_LENGTH - "://*.example.com".length());
		assertThat(OriginPattern.parse(scheme + "://*.example.com")).isNotNull();
		assertThat(OriginPattern.parse("a" + scheme + "://*.example.com")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "https://*.example.com; https://a.example.com",
			"https://*.example.com; https://a.b.c.example.com",
			"https://*.example.com; https://example.com.example.com", "http://localhost:*; http://localhost",
			"http://localhost:*; http://localhost:1", "http://localhost:[80,8080]; http://localhost",
			"http://localhost:[80,8080]; http://localhost:8080",
			"http://localhost:[ 8080 , 80 ]; http://localhost:8080", "https://localhost:[80]; https://localhost:80",
			"https://*.example.com:*; https://a.example.com:8443",
			"https://*.example.com:8443; https://a.example.com:8443",
			"https://*.example.com:[443]; https://a.example.com" })
	void matches(String pattern, String origin) {
		assertThat(OriginPattern.parse(pattern).matches(origin(origin))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "https://*.example.com; https://example.com", "https://*.example.com; https://badexample.com",
					"https://*.example.com; http://a.example.com", "https://*.example.com; https://a.example.com:8443",
					"https://*.example.com; https://a.example.com.evil.test",
					"https://*.example.com; https://a.example.com.", "https://*.example.com; https://a.example.org",
					"http://localhost:*; http://localhost.evil.test", "http://localhost:*; http://a.localhost",
					"http://localhost:*; https://localhost", "http://localhost:[80,8080]; http://localhost:8081",
					"http://localhost:[8080]; http://localhost", "https://localhost:[443]; https://localhost:80",
					"https://*.example.com:8443; https://a.example.com", "http://[::1]:*; http://[::2]:8080" })
	void doesNotMatch(String pattern, String origin) {
		assertThat(OriginPattern.parse(pattern).matches(origin(origin))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "https://*.example.com; https://*.example.com", "https://*.example.com; https://*.a.example.com",
					"https://*.example.com; https://a.example.com",
					"https://*.example.com:*; https://a.example.com:8443", "http://localhost:*; http://localhost:[1,2]",
					"http://localhost:*; http://localhost", "http://localhost:*; http://localhost:*",
					"http://localhost:[1,2,3]; http://localhost:[3,1]", "http://localhost:[80]; http://localhost" })
	void coversWhatItMatchesAll(String pattern, String other) {
		assertThat(OriginPattern.parse(pattern).covers(OriginPattern.parse(other))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "https://*.example.com; https://example.com", "https://*.a.example.com; https://*.example.com",
					"https://*.example.com; http://*.example.com", "https://*.example.com; https://*.example.com:*",
					"https://*.example.com; https://*.badexample.com", "http://localhost:[1,2]; http://localhost:[2,3]",
					"http://localhost:[1,2]; http://localhost:*", "https://example.com:*; https://*.example.com",
					"https://example.com:*; https://example.org" })
	void doesNotCoverWhatItMatchesInPart(String pattern, String other) {
		assertThat(OriginPattern.parse(pattern).covers(OriginPattern.parse(other))).isFalse();
	}

	@Test
	void knowsLoopback() {
		assertThat(OriginPattern.parse("http://localhost:*").isLoopback()).isTrue();
		assertThat(OriginPattern.parse("http://*.localhost:*").isLoopback()).isTrue();
		assertThat(OriginPattern.parse("http://[::1]:*").isLoopback()).isTrue();
		assertThat(OriginPattern.parse("http://*.example.com").isLoopback()).isFalse();
	}

	@Test
	void equalsTheSameText() {
		OriginPattern pattern = OriginPattern.parse("https://*.example.com");
		assertThat(pattern).isEqualTo(OriginPattern.parse("https://*.example.com"))
			.hasSameHashCodeAs(OriginPattern.parse("https://*.example.com"))
			.isNotEqualTo(OriginPattern.parse("https://*.example.org"))
			.isNotEqualTo("https://*.example.com")
			.isNotEqualTo(null);
	}

	private static SerializedOrigin origin(String value) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		assertThat(origin).isNotNull();
		return origin;
	}

}
