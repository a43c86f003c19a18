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
 * Tests for {@link SerializedOrigin}.
 */
class SerializedOriginTests {

	private static final String LABEL = "a".repeat(63);

	@ParameterizedTest
	@CsvSource({ "https://app.example.com, https, app.example.com, -1", "http://localhost:8080, http, localhost, 8080",
			"https://[2001:db8::1]:8443, https, [2001:db8::1], 8443", "http://[::1], http, [::1], -1",
			"http://127.0.0.1:3000, http, 127.0.0.1, 3000", "capacitor://localhost, capacitor, localhost, -1",
			"chrome-extension://abcdefgh, chrome-extension, abcdefgh, -1", "a+b-c.d2://x, a+b-c.d2, x, -1",
			"https://example.com., https, example.com., -1",
			"https://xn--bcher-kva.example, https, xn--bcher-kva.example, -1",
			"https://a_b.example.com:65535, https, a_b.example.com, 65535", "https://1.example:1, https, 1.example, 1",
			"http://example.com:443, http, example.com, 443", "https://example.com:80, https, example.com, 80",
			"capacitor://localhost:443, capacitor, localhost, 443", "httpx://example.com:80, httpx, example.com, 80",
			"httpsx://example.com:443, httpsx, example.com, 443", "wss.a://x.b.c:8, wss.a, x.b.c, 8",
			"abcde://example.com:443, abcde, example.com, 443", "abcd://example.com:80, abcd, example.com, 80",
			"https://a-.example, https, a-.example, -1", "https://0x7g.example.0xg, https, 0x7g.example.0xg, -1" })
	void parsesSchemeHostAndPort(String value, String scheme, String host, int port) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		assertThat(origin).isNotNull().hasToString(value);
		assertThat(origin.scheme()).isEqualTo(scheme);
		assertThat(origin.host()).isEqualTo(host);
		assertThat(origin.port()).isEqualTo(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "*", "https", "https:", "https:/", "https://", "://example.com", "example.com",
			"//example.com", "https:example.com", "https:/example.com", "https:\\\\example.com", "1http://example.com",
			"-http://example.com", "https:// example.com", " https://example.com", "https://example.com ",
			"https://example.com/", "https://example.com/path", "https://example.com?", "https://example.com#",
			"https://example.com\\", "https://user@example.com", "https://user:pass@example.com",
			"https://@example.com" })
	void refusesWhatIsNotSchemeHostAndPort(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTPS://example.com", "Https://example.com", "https://Example.com", "https://EXAMPLE.COM",
			"http://[::A]" })
	void refusesUpperCase(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://.", "https://.example.com", "https://a..b", "https://example.com..",
			"https://-a.example", "https://a.-b", "https://exa mple.com", "https://*.example.com", "https://a%2eb",
			"https://a,b", "https://\u00e9.example", "https://app.exampl\u017fe.com", "https://\uff41.example",
			"https://a\u0000.example", "https://a\r\n.example", "https://\ud83d\ude00.example", "https://\ud800",
			"https://a~b.example", "https://a!b" })
	void refusesAHostThatHasNoLabels(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com:", "https://example.com:0", "https://example.com:00080",
			"https://example.com:080", "https://example.com:65536", "https://example.com:99999",
			"https://example.com:100000", "https://example.com:4294967739", "https://example.com:-1",
			"https://example.com:+1", "https://example.com:1a", "https://example.com:*", "https://example.com:1:2",
			"https://example.com:\u0663\u0660", "https://[::1]8080", "https://[::1]:", "https://[::1].example",
			"https://example.com: 80" })
	void refusesAPortThatNoBrowserSends(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com:80", "https://example.com:443", "http://[::1]:80" })
	void refusesTheDefaultPort(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://1", "http://1.2.3", "http://256.1.1.1", "http://127.0.0.01", "http://0x7f.1",
			"http://127.0.0.1.", "http://a.1", "http://a.0x1", "http://a.0x", "http://2130706433", "http://1.2.3.4.5",
			"http://a.1.", "http://[::1", "http://[]", "http://[1.2.3.4]", "http://[0:0:0:0:0:0:0:1]", "http://::1" })
	void refusesAnAddressThatIsNotCanonical(String value) {
		assertThat(SerializedOrigin.parse(value)).isNull();
	}

	@Test
	void acceptsLabelsOf63CharactersAndNoLongerOnes() {
		assertThat(SerializedOrigin.parse("https://" + LABEL + ".example")).isNotNull();
		assertThat(SerializedOrigin.parse("https://a" + LABEL + ".example")).isNull();
		assertThat(SerializedOrigin.parse("https://example.a" + LABEL)).isNull();
	}

	@Test
	void acceptsHostsOf253CharactersAndNoLongerOnes() {
		String host = (LABEL + ".").repeat(3) + "a".repeat(61);
		assertThat(host).hasSize(253);
		assertThat(SerializedOrigin.parse("https://" + host + ":8443")).isNotNull();
		assertThat(SerializedOrigin.parse("https://" + host + ".:8443")).isNotNull();
		assertThat(SerializedOrigin.parse("https://" + host + "a")).isNull();
	}

	@Test
	void refusesWhatIsLongerThanTheBoundUnread() {
		String scheme = "a".repeat(SerializedOrigin.MAX_LENGTH - "://example.com".length());
		assertThat(SerializedOrigin.parse(scheme + "://example.com")).isNotNull();
		assertThat(SerializedOrigin.parse("a" + scheme + "://example.com")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "http://localhost:3000", "http://localhost.", "http://app.localhost",
			"http://127.0.0.1", "http://127.255.0.7:1", "http://[::1]:3000" })
	void knowsLoopback(String value) {
		assertThat(SerializedOrigin.parse(value).isLoopback()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com", "http://localhost.example.com", "http://notlocalhost",
			"http://127.0.0.1.example.com", "http://128.0.0.1", "http://[::2]", "http://1.127.0.0",
			"http://127.example" })
	void takesNothingElseForLoopback(String value) {
		assertThat(SerializedOrigin.parse(value).isLoopback()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "http://[::1]:80, false", "http://[::1], true", "http://[::1]:1, true", "http://1.2.3.4:5, true",
			"http://1.2.3.a, false", "http://example.com, false" })
	void knowsAddresses(String value, boolean address) {
		SerializedOrigin origin = SerializedOrigin.parse(value);
		assertThat(origin != null && origin.isAddress()).isEqualTo(address);
	}

	@Test
	void equalsTheSameSerialization() {
		SerializedOrigin origin = SerializedOrigin.parse("https://example.com");
		assertThat(origin).isEqualTo(SerializedOrigin.parse("https://example.com"))
			.hasSameHashCodeAs(SerializedOrigin.parse("https://example.com"))
			.isNotEqualTo(SerializedOrigin.parse("http://example.com"))
			.isNotEqualTo("https://example.com")
			.isNotEqualTo(null);
	}

}
