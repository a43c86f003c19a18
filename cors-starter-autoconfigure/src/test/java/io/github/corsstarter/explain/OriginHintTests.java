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

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginHint}.
 */
class OriginHintTests {

	private static final CorsPolicyDefinition DEFINITION = CorsPolicyDefinition.builder()
		.allowedOrigins("https://shop.example.com", "https://example.org", "http://localhost:3000",
				"https://app.example.net:8443", "https://www.example.edu", "http://plain.example.com",
				"https://[2001:db8::1]:8443", "https://tenant.github.io")
		.allowedOriginPatterns("https://*.preview.example.com", "http://devbox:[8080,9090]", "https://*.cdn.test:*")
		.build();

	private static final CorsPolicy POLICY = CorsPolicy.compile(DEFINITION);

	private static final CorsPolicy WITH_CREDENTIALS = CorsPolicy.compile(CorsPolicyDefinition.builder()
		.allowedOrigins("https://shop.example.com", "http://localhost:3000")
		.allowCredentials(true)
		.build());

	@ParameterizedTest
	@CsvSource({ "http://shop.example.com, SCHEME, https://shop.example.com, https://shop.example.com",
			"https://shop.example.com:8443, PORT, https://shop.example.com, https://shop.example.com",
			"http://localhost:5173, PORT, http://localhost:3000, http://localhost:3000",
			"https://localhost, SCHEME PORT, http://localhost:3000, http://localhost:3000",
			"https://plain.example.com, SCHEME, http://plain.example.com, http://plain.example.com",
			"http://127.0.0.1:3000, LOOPBACK, http://localhost:3000, http://localhost:3000",
			"http://[::1]:3000, LOOPBACK, http://localhost:3000, http://localhost:3000",
			"https://www.example.org, WWW, https://example.org, https://example.org",
			"http://www.example.org, WWW SCHEME, https://example.org, https://example.org",
			"https://example.edu, WWW, https://www.example.edu, https://www.example.edu",
			"https://shop.example.com., TRAILING_DOT, https://shop.example.com, https://shop.example.com",
			"https://preview.example.com, APEX, https://*.preview.example.com,",
			"http://a.preview.example.com, SCHEME, https://*.preview.example.com, https://a.preview.example.com",
			"https://a.preview.example.com:81, PORT, https://*.preview.example.com, https://a.preview.example.com",
			"http://a.cdn.test:81, SCHEME, https://*.cdn.test:*, https://a.cdn.test:81",
			"http://devbox:8081, PORT, 'http://devbox:[8080,9090]',",
			"https://devbox:8080, SCHEME, 'http://devbox:[8080,9090]', http://devbox:8080",
			"https://eu.shop.example.com, SUBDOMAIN, https://shop.example.com,",
			"https://example.com, PARENT, https://shop.example.com,",
			"https://shpo.example.com, TYPO, https://shop.example.com, https://shop.example.com",
			"https://billing.example.com, SIBLING, https://shop.example.com,",
			"https://[2001:db8::1], PORT, 'https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'",
			"https://shop.example.com.evil.test, LOOK_ALIKE, https://shop.example.com,",
			"https://evilshop.example.com.test, LOOK_ALIKE, https://shop.example.com,",
			"https://shop.examp1e.com, LOOK_ALIKE, https://shop.example.com,",
			"https://shop.example.co, LOOK_ALIKE, https://shop.example.com,",
			"https://shop.example.de, LOOK_ALIKE, https://shop.example.com,",
			"https://tenant2.github.io, LOOK_ALIKE, https://tenant.github.io,", "https://unrelated.test, UNKNOWN,,",
			"https://192.0.2.1, UNKNOWN,," })
	void findsTheNearestAllowedOriginAndWhatDiffers(String origin, String differences, String nearest, String instead) {
		OriginHint hint = OriginHint.of(POLICY, origin);
		assertThat(hint.differences()).extracting(Enum::name).containsExactly(differences.split(" "));
		assertThat(hint.nearest()).isEqualTo(nearest);
		assertThat(hint.instead()).isEqualTo(instead);
		assertThat(hint.addition()).isEqualTo(differences.equals("LOOK_ALIKE") ? null : origin);
	}

	@Test
	void saysInOneSentenceWhatDiffers() {
		assertThat(OriginHint.of(POLICY, "http://shop.example.com").sentence())
			.isEqualTo("The scheme differs: https://shop.example.com is allowed, http://shop.example.com is not.");
		assertThat(OriginHint.of(POLICY, "http://www.example.org").sentence())
			.isEqualTo("The host has www. in front, and the scheme differs, too: https://example.org is allowed,"
					+ " http://www.example.org is not.");
		assertThat(OriginHint.of(POLICY, "https://shop.example.com.evil.test").sentence())
			.isEqualTo("The host resembles an allowed one and is of another site, evil.test: https://shop.example.com"
					+ " is allowed, https://shop.example.com.evil.test is not.");
		assertThat(OriginHint.of(POLICY, "https://unrelated.test").sentence())
			.isEqualTo("No allowed origin is near https://unrelated.test.");
	}

	@Test
	void saysWhatToDo() {
		assertThat(OriginHint.of(POLICY, "http://127.0.0.1:3000").fix()).isEqualTo(
				"Open the page from http://localhost:3000, or, if this page is yours, too, add http://127.0.0.1:3000 to"
						+ " allowed-origins.");
		assertThat(OriginHint.of(POLICY, "https://eu.shop.example.com").fix())
			.isEqualTo("If the page is yours, add https://eu.shop.example.com to allowed-origins.");
		assertThat(OriginHint.of(POLICY, "https://shop.example.com.evil.test").fix())
			.isEqualTo("Leave it refused, unless evil.test is yours.");
	}

	@ParameterizedTest
	@CsvSource({ "null, NULL,", "HTTPS://shop.example.com, CASE, https://shop.example.com",
			"https://Shop.Example.com, CASE, https://shop.example.com",
			"https://shop.example.com/, PATH, https://shop.example.com",
			"https://shop.example.com/cart, PATH, https://shop.example.com",
			"https://shop.example.com:443, DEFAULT_PORT, https://shop.example.com",
			"https://Shop.example.com/, MALFORMED, https://shop.example.com",
			"shop.example.com, MALFORMED, https://shop.example.com", "https://unrelated.test/, PATH,",
			"'https://shop.example.com, https://shop.example.com', SEVERAL,", "'', MALFORMED,", "file://, MALFORMED,",
			"https://, MALFORMED,", "*, MALFORMED," })
	void saysWhyAValueIsNoOriginThatBrowsersSend(String origin, OriginDifference difference, String instead) {
		OriginHint hint = OriginHint.of(POLICY, origin);
		assertThat(hint.differences()).containsExactly(difference);
		assertThat(hint.nearest()).isEqualTo(instead);
		assertThat(hint.instead()).isEqualTo(instead);
		assertThat(hint.addition()).isNull();
	}

	@Test
	void recommendsNoOriginThatTheRuleCannotHave() {
		OriginHint hint = OriginHint.of(WITH_CREDENTIALS, "http://shop.example.com");
		assertThat(hint.addition()).isNull();
		assertThat(hint.fix()).isEqualTo("Open the page from https://shop.example.com.");
		assertThat(OriginHint.of(WITH_CREDENTIALS, "http://other.test").fix())
			.isEqualTo("Open the page over https: the rule allows credentials, and then no origin over http.");
		assertThat(OriginHint.of(WITH_CREDENTIALS, "http://localhost:5173").addition())
			.isEqualTo("http://localhost:5173");
	}

	@Test
	void saysThatNoOriginIsAllowedAtAll() {
		OriginHint hint = OriginHint.of(CorsPolicy.compile(CorsPolicyDefinition.builder().build()), "https://a.test");
		assertThat(hint.differences()).containsExactly(OriginDifference.CLOSED);
		assertThat(hint.addition()).isEqualTo("https://a.test");
	}

	@Test
	void saysThatAnAllowedOriginDiffersInNothing() {
		assertThat(OriginHint.of(POLICY, "https://shop.example.com").differences())
			.containsExactly(OriginDifference.NOTHING);
	}

	static Stream<String> hostileOrigins() {
		return Stream.of("https://shop.example.com\r\nSet-Cookie: a=b", "\u001b[31mhttps://shop.example.com",
				"https://" + "a.".repeat(240) + "test", "https://" + "a".repeat(60) + "\u202e.test",
				"<script>alert(1)</script>", "x".repeat(100_000), "https://" + "\ud800".repeat(300), ",".repeat(512),
				"https://shop.example.com\u0000", "https://[::", "https://[" + ":".repeat(400) + "]");
	}

	@ParameterizedTest
	@MethodSource("hostileOrigins")
	void aHostileValueIsCutAndEscaped(String origin) {
		OriginHint hint = OriginHint.of(POLICY, origin);
		for (String text : List.of(hint.sentence(), hint.fix(), String.valueOf(hint.addition()))) {
			assertThat(text.length()).isLessThan(2000);
			assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
		}
	}

	@Test
	void findsTheNearestOfTenThousandAllowedOrigins() {
		CorsPolicy large = CorsPolicy.compile(CorsPolicyDefinition.builder()
			.allowedOrigins(IntStream.range(0, 10_000).mapToObj("https://tenant-%05d.example.com"::formatted).toList())
			.build());
		String hostile = "https://" + "tenant-00000.".repeat(19) + "test";
		assertThat(OriginHint.of(large, hostile).nearest()).isNull();
		assertThat(OriginHint.of(large, "https://tenant-1000.example.com").nearest())
			.isEqualTo("https://tenant-00000.example.com");
	}

}
