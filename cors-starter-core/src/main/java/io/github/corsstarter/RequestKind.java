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

package io.github.corsstarter;

import java.util.Locale;

import io.github.corsstarter.fetch.Methods;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests apart that CORS treats in ways of their own.
 */
final class RequestKind {

	private static final String WEBSOCKET = "websocket";

	private RequestKind() {
	}

	/**
	 * The method that a CORS request asks for, null when it is not a CORS-preflight
	 * request (Fetch, section 3.3.2). An {@code OPTIONS} request that names no method is
	 * an actual request.
	 */
	static @Nullable String preflightMethod(CorsRequest request) {
		if (!request.method().equals(Methods.OPTIONS)) {
			return null;
		}
		String method = request.accessControlRequestMethod();
		return (method != null && !method.isBlank()) ? method : null;
	}

	/** Whether a request opens a WebSocket (RFC 6455, section 4.1). */
	static boolean isWebSocketHandshake(CorsRequest request) {
		if (!request.method().equals(Methods.GET)) {
			return false;
		}
		String upgrade = request.upgrade();
		return upgrade != null && upgrade.equalsIgnoreCase(WEBSOCKET) && hasUpgradeOption(request.connection());
	}

	private static boolean hasUpgradeOption(@Nullable String connection) {
		if (connection == null) {
			return false;
		}
		int start = 0;
		while (start <= connection.length()) {
			int comma = connection.indexOf(',', start);
			int end = (comma < 0) ? connection.length() : comma;
			if (connection.substring(start, end).strip().equalsIgnoreCase("upgrade")) {
				return true;
			}
			start = end + 1;
		}
		return false;
	}

	/**
	 * Whether a CORS request comes from the origin that it goes to: the browser says so,
	 * or the origin is the one that the server knows as its own. Neither grants anything;
	 * a same-origin request does not need CORS headers.
	 */
	static boolean isSameOrigin(CorsRequest request, String origin) {
		String site = request.secFetchSite();
		if (site != null && (site.equals("same-origin") || site.equals("none"))) {
			return true;
		}
		String scheme = request.ownScheme();
		String host = request.ownHost();
		if (scheme == null || host == null || !origin.startsWith(scheme)
				|| !origin.startsWith("://", scheme.length())) {
			return false;
		}
		int hostStart = scheme.length() + 3;
		// clients may name the host in any case, browsers serialize it in lower case
		return hasPort(origin, hostStart + host.length(), request.ownPort(), scheme)
				&& origin.regionMatches(true, hostStart, host, 0, host.length())
				&& origin.startsWith(host.toLowerCase(Locale.ROOT), hostStart);
	}

	private static boolean hasPort(String origin, int hostEnd, int port, String scheme) {
		if (port == CorsRequest.UNKNOWN_PORT || port == (scheme.equals("https") ? 443 : 80)) {
			return origin.length() == hostEnd;
		}
		if (origin.length() <= hostEnd || origin.charAt(hostEnd) != ':') {
			return false;
		}
		String expected = Integer.toString(port);
		return origin.length() == hostEnd + 1 + expected.length() && origin.endsWith(expected);
	}

}
