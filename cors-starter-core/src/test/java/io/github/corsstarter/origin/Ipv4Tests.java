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
 * Tests for {@link Ipv4}.
 */
class Ipv4Tests {

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "127.0.0.1", "255.255.255.255", "192.168.1.10", "1.2.3.4", "9.99.199.249" })
	void acceptsFourNumbers(String address) {
		assertThat(Ipv4.isCanonical(address, 0, address.length())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.999", "01.2.3.4", "1.2.3.04",
			"1.2.3.00", "1..3.4", ".1.2.3.4", "1.2.3.4.", "1.2.3.", "0x7f.0.0.1", "1.2.3.a", "1.2.3.-1", "1.2.3.1000",
			"1.2.3.\u0663", "a.b.c.d", "1:2:3:4" })
	void refusesEveryOtherForm(String address) {
		assertThat(Ipv4.isCanonical(address, 0, address.length())).isFalse();
	}

	@Test
	void readsARegion() {
		assertThat(Ipv4.isCanonical("x127.0.0.1y", 1, 10)).isTrue();
		assertThat(Ipv4.isCanonical("x127.0.0.1y", 1, 11)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "08", "4294967296", "0x", "0x7f", "0xabcdef0123456789" })
	void takesForANumberWhatBrowsersTakeForOne(String label) {
		assertThat(Ipv4.isNumber(label, 0, label.length())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "1a", "a1", "0xg", "0X1", "x1", "1_", "-1", "0x1-", "0x1:", "com" })
	void takesNothingElseForANumber(String label) {
		assertThat(Ipv4.isNumber(label, 0, label.length())).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1", "127.1, 127.0.0.1", "127.0.1, 127.0.0.1", "2130706433, 127.0.0.1",
			"0x7f.1, 127.0.0.1", "0x7f000001, 127.0.0.1", "0177.0.0.01, 127.0.0.1", "1.2.3.0x, 1.2.3.0", "0, 0.0.0.0",
			"4294967295, 255.255.255.255", "1.65535, 1.0.255.255", "1.2.65535, 1.2.255.255" })
	void serializesWhatBrowsersTakeForAnAddress(String value, String expected) {
		assertThat(Ipv4.canonical(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a", "1.2.3.256", "256.1", "1.2.3.4.5", "1.2.3.4.", "1..2", "08", "4294967296",
			"1.16777216", "0xg", "99999999999999999999", "0xffffffffffffffffff", "+1.2.3.4", "-1", "1.+2", "0x-1",
			"\u0661.2.3.4" })
	void serializesNothingElse(String value) {
		assertThat(Ipv4.canonical(value)).isNull();
	}

}
