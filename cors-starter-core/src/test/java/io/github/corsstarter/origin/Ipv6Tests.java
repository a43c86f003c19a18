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
 * Tests for {@link Ipv6}.
 */
class Ipv6Tests {

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:7f00:1", "1:0:0:4::8",
			"1::4:0:0:8", "fe80::1:2:3:4", "1:0:3:4:5:6:7:8", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
			"0:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:0", "::3:4:5:6:7:8", "1:2:3:4:5:6::" })
	void acceptsTheOneSerialization(String address) {
		assertThat(Ipv6.isCanonical(address, 0, address.length())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "0:0:0:0:0:0:0:1", "::0",
			"0::1", "2001:DB8::1", "2001:0db8::1", "::00001", "1::2::3", "::1%25eth0", "::1%eth0", "::127.0.0.1",
			"::ffff:127.0.0.1", "::g", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:7::",
			"1::2:3:4:5:6:7:8", "1:0:0:4:5:0:0:0", "1:0:0:4:5:6:7:8", "::\uff11", "::\u0661", "::-1", "::+1", ":: 1",
			"1:2:3:4::5:6:7:8:9", "1:2:3:4:5:6:7:8:9:a::", "::1:2:3:4:5:6:7:8:9" })
	void refusesEveryOtherForm(String address) {
		assertThat(Ipv6.isCanonical(address, 0, address.length())).isFalse();
	}

	@Test
	void refusesWhatIsLongerThanAnyAddressUnread() {
		String address = "0".repeat(40);
		assertThat(Ipv6.isCanonical(address, 0, address.length())).isFalse();
	}

	@Test
	void readsARegion() {
		assertThat(Ipv6.isCanonical("[::1]", 1, 4)).isTrue();
		assertThat(Ipv6.isCanonical("[::1]", 0, 4)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0:0:0:0:0:0:0:0, ::", "0:0:0:0:0:0:0:1, ::1", "1:0:0:0:0:0:0:0, 1::", "1:0:0:4:0:0:0:8, 1:0:0:4::8",
			"1:0:0:4:5:0:0:8, 1::4:5:0:0:8", "1:0:3:0:5:0:7:0, 1:0:3:0:5:0:7:0", "0:0:0:4:5:0:0:0, ::4:5:0:0:0" })
	void compressesTheFirstLongestRunOfZeros(String pieces, String expected) {
		assertThat(Ipv6.serialize(Ipv6.parse(pieces))).isEqualTo(expected);
	}

}
