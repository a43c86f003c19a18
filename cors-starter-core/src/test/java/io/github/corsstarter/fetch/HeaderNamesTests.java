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

package io.github.corsstarter.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderNames}.
 */
class HeaderNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "Accept-Charset", "Accept-Encoding", "Access-Control-Request-Headers",
			"Access-Control-Request-Method", "Connection", "Content-Length", "Cookie", "Cookie2", "Date", "DNT",
			"Expect", "Host", "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding",
			"Upgrade", "Via", "Proxy-Authorization", "Sec-Fetch-Site", "sec-", "PROXY-", "cookie", "HOST" })
	void forbidsRequestHeadersOfTheStandardInAnyCase(String name) {
		assertThat(HeaderNames.isForbiddenRequestHeader(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Accept", "Authorization", "Content-Type", "User-Agent", "X-Sec-", "Proxy", "Sec",
			"Cookies", "X-Host" })
	void forbidsNoOtherRequestHeader(String name) {
		assertThat(HeaderNames.isForbiddenRequestHeader(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Set-Cookie", "set-cookie", "Set-Cookie2", "SET-COOKIE2" })
	void forbidsTwoResponseHeadersInAnyCase(String name) {
		assertThat(HeaderNames.isForbiddenResponseHeader(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Cookie", "Set-Cookie3", "X-Total-Count" })
	void forbidsNoOtherResponseHeader(String name) {
		assertThat(HeaderNames.isForbiddenResponseHeader(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS,
			HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
			HeaderNames.ACCESS_CONTROL_MAX_AGE, HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
			"access-control-allow-origin" })
	void knowsTheSixResponseHeadersOfTheProtocolInAnyCase(String name) {
		assertThat(HeaderNames.isCorsResponseHeader(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Vary", "Access-Control-Request-Method", "Access-Control-Allow" })
	void takesNoOtherForAResponseHeaderOfTheProtocol(String name) {
		assertThat(HeaderNames.isCorsResponseHeader(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires",
			"Last-Modified", "Pragma", "pragma", "EXPIRES" })
	void safelistsSevenResponseHeadersInAnyCase(String name) {
		assertThat(HeaderNames.isSafelistedResponseHeader(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ETag", "Content-Encoding", "X-Expires" })
	void safelistsNoOtherResponseHeader(String name) {
		assertThat(HeaderNames.isSafelistedResponseHeader(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Access-Control-Request-Headers", "Access-Control-Request-Method", "Cookie", "Host",
			"If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Origin",
			"Proxy-Authorization", "Referer", "User-Agent", "Sec-Fetch-Site", "sec-fetch-mode", "ORIGIN" })
	void knowsHeadersThatOnlyRequestsHave(String name) {
		assertThat(HeaderNames.isRequestHeader(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Set-Cookie", "Content-Type", "X-Origin", "Sec-WebSocket-Accept", "Authorization" })
	void takesNoOtherForOneThatOnlyRequestsHave(String name) {
		assertThat(HeaderNames.isRequestHeader(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Access-Control-Allow-Origin", "access-control-max-age", "ACCESS-CONTROL-X",
			"Access-Control-Allow-Private-Network" })
	void knowsTheNamesOfTheProtocolAndOfItsExtensions(String name) {
		assertThat(HeaderNames.isAccessControl(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Access-Control", "X-Access-Control-Allow-Origin", "Vary" })
	void takesNoOtherForANameOfTheProtocol(String name) {
		assertThat(HeaderNames.isAccessControl(name)).isFalse();
	}

}
