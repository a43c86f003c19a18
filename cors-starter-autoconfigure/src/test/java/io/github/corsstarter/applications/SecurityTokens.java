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

package io.github.corsstarter.applications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens for the resource server of the tests. */
final class SecurityTokens {

	private static final String ALGORITHM = "HmacSHA256";

	static final SecretKey KEY = new SecretKeySpec(
			"a key of the tests alone, 32 bytes".getBytes(StandardCharsets.UTF_8), ALGORITHM);

	private SecurityTokens() {
	}

	/** The value of {@code Authorization} for a bearer with a scope. */
	static String bearer(String scope) {
		String token = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
				+ encode("{\"sub\":\"someone\",\"scope\":\"%s\",\"exp\":%d}".formatted(scope,
						Instant.now().getEpochSecond() + 600));
		return "Bearer " + token + "." + sign(token);
	}

	private static String sign(String token) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(KEY);
			return encode(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return encode(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
