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

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginRepair} and {@link OriginReader}.
 */
class OriginRepairTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			value = { "https://app.example.com/app; PATH; https://app.example.com",
					"https://app.example.com\\x; PATH; https://app.example.com",
					"https://app.example.com?x=1; QUERY_OR_FRAGMENT; https://app.example.com",
					"https://app.example.com#; QUERY_OR_FRAGMENT; https://app.example.com",
					"https://app.example.com/a?b#c; PATH QUERY_OR_FRAGMENT; https://app.example.com",
					"https://user:secret@app.example.com; USER_INFO; https://app.example.com",
					"https://a@b:c@app.example.com; USER_INFO; https://app.example.com",
					"\u201chttps://app.example.com\u201d; SYNTAX; https://app.example.com",
					"wss://app.example.com/x; OPAQUE_SCHEME PATH; https://app.example.com",
					"wss:\\\\app.example.com; OPAQUE_SCHEME; https://app.example.com",
					"https://App.Example.com; UPPER_CASE; https://app.example.com",
					"HTTPS://app.example.com:8443; UPPER_CASE; https://app.example.com:8443",
					"https://app.example.com:443; DEFAULT_PORT; https://app.example.com",
					"http://app.example.com:80; DEFAULT_PORT; http://app.example.com",
					"https://app.example.com:08443; PORT; https://app.example.com:8443",
					"https://app.example.com:0443; PORT DEFAULT_PORT; https://app.example.com",
					"app.example.com; NO_SCHEME; https://app.example.com",
					"app.example.com:8443; NO_SCHEME; https://app.example.com:8443",
					"//app.example.com; NO_SCHEME; https://app.example.com",
					"localhost:3000; NO_SCHEME; http://localhost:3000", "127.0.0.1; NO_SCHEME; http://127.0.0.1",
					"https:/app.example.com; SYNTAX; https://app.example.com",
					"https:\\\\app.example.com; SYNTAX; https://app.example.com",
					"http:app.example.com; SYNTAX; http://app.example.com",
					"\"https://app.example.com\"; SYNTAX; https://app.example.com",
					"'app.example.com; SYNTAX NO_SCHEME; https://app.example.com",
					"wss://app.example.com; OPAQUE_SCHEME; https://app.example.com",
					"ws://localhost:8080; OPAQUE_SCHEME; http://localhost:8080",
					"blob:https://app.example.com/1; OPAQUE_SCHEME; https://app.example.com",
					"blob:https://app.example.com; OPAQUE_SCHEME; https://app.example.com",
					"http://::1:3000; ADDRESS; http://[::1]:3000", "http://::1; ADDRESS; http://[::1]",
					"http://2001:db8::1; ADDRESS; http://[2001:db8::1]",
					"http://[0:0:0:0:0:0:0:1]:3000; ADDRESS; http://[::1]:3000",
					"https://[2001:DB8::1]; ADDRESS; https://[2001:db8::1]",
					"http://0x7f000001:3000; ADDRESS; http://127.0.0.1:3000", "http://127.1; ADDRESS; http://127.0.0.1",
					"http://0177.0.0.1; ADDRESS; http://127.0.0.1", "http://1.2.0x; ADDRESS; http://1.2.0.0",
					"http://127.0.0.1.; ADDRESS; http://127.0.0.1", "http://1.2.3; ADDRESS; http://1.2.0.3",
					"https://b\u00fccher.example; NOT_ASCII; https://xn--bcher-kva.example",
					"https://B\u00dcCHER.example; NOT_ASCII; https://xn--bcher-kva.example" })
	void saysWhatBrowsersWouldSend(String value, String flaws, String repaired) {
		OriginRepair repair = OriginRepair.of(value);
		assertThat(repair.flaws()).containsExactlyInAnyOrder(
				Arrays.stream(flaws.split(" ")).map(OriginFlaw::valueOf).toArray(OriginFlaw[]::new));
		assertThat(repair.repaired()).isEqualTo(repaired);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', value = { "https://app.example.com:0; PORT",
			"https://app.example.com:; PORT", "https://app.example.com:-1; PORT", "https://app.example.com:65536; PORT",
			"https://; HOST", "https://app..example.com; HOST", "https://example.com..; HOST",
			"https://-a.example; HOST", "https://ex%61mple.com; HOST", "https://a_b.com\"; SYNTAX",
			"file://; OPAQUE_SCHEME", "https:/; SYNTAX", "data:text/html,x; OPAQUE_SCHEME",
			"about:blank; OPAQUE_SCHEME", "1ab://app.example.com; SYNTAX", "http://[fe80::1%25eth0]; ADDRESS",
			"http://256.0.0.1; ADDRESS", "http://1.2.3.4.5; ADDRESS", "http://0x100000000; ADDRESS",
			"http://08.0.0.1; ADDRESS", "http://1:2:3; ADDRESS", "https://stra\u00dfe.example; NOT_ASCII",
			"https://\u00fc\ufffd.example; NOT_ASCII", "https://app.example .com; SYNTAX", "\"\"; SYNTAX",
			"https://app.example.com\u007f; SYNTAX", "https://\ud800.example; NOT_ASCII", "blob:null/1; OPAQUE_SCHEME",
			"ht_tp://App.example; SYNTAX", "://app.example.com; NO_SCHEME", "https:///app.example.com; HOST",
			"http://[::1; ADDRESS", "http://::1]; ADDRESS", "http://[a]; HOST" })
	void saysWhatIsWrongWhereItCannotTellWhatWasMeant(String value, OriginFlaw flaw) {
		OriginRepair repair = OriginRepair.of(value);
		assertThat(repair.flaws()).contains(flaw);
		if (!value.endsWith("com\"")) {
			assertThat(repair.repaired()).isNull();
		}
	}

	@Test
	void doesNotReadAValueThatIsLongerThanAnyOrigin() {
		OriginRepair repair = OriginRepair.of("https://" + "a.".repeat(300) + "example/");
		assertThat(repair.flaws()).containsExactly(OriginFlaw.SYNTAX);
		assertThat(repair.repaired()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "file", "ws", "wss", "blob" })
	void knowsSchemesThatNoOriginHas(String scheme) {
		assertThat(OriginRepair.isOpaqueScheme(scheme)).isTrue();
		assertThat(OriginRepair.isOpaqueScheme(scheme + "x")).isFalse();
	}

	@Test
	void repairsToNothingButSerializedOrigins() {
		String alphabet = "htps:/.@#?[]01xaA*\u00fc-_ \"%\\";
		for (int seed = 0; seed < 20_000; seed++) {
			SplittableRandom random = new SplittableRandom(seed);
			StringBuilder value = new StringBuilder((seed % 3 == 0) ? "" : (seed % 3 == 1) ? "https://" : "http://");
			random.ints(random.nextInt(20), 0, alphabet.length()).forEach((i) -> value.append(alphabet.charAt(i)));
			OriginRepair repair = OriginRepair.of(value.toString());
			assertThat(repair.flaws()).as("seed %d: %s", seed, value).isNotEmpty();
			if (repair.repaired() != null) {
				assertThat(SerializedOrigin.parse(repair.repaired())).as("seed %d: %s", seed, value).isNotNull();
			}
		}
	}

}
