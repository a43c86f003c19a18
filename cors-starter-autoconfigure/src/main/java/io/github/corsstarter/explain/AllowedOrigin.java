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

import io.github.corsstarter.origin.SerializedOrigin;

/**
 * An allowed origin or pattern, cut into its parts. Taken from a compiled policy, so that
 * nothing is checked again.
 *
 * @param value what is allowed
 * @param scheme the scheme
 * @param subdomains whether it stands for all hosts below the host
 * @param host the host
 * @param ports a port, {@code *}, a list in brackets, or nothing for the default port
 */
record AllowedOrigin(String value, String scheme, boolean subdomains, String host, String ports) {

	private static final String SEPARATOR = "://";

	private static final String ANY_LABELS = "*.";

	static AllowedOrigin parse(String value) {
		int schemeEnd = value.indexOf(SEPARATOR);
		int start = schemeEnd + SEPARATOR.length();
		boolean subdomains = value.startsWith(ANY_LABELS, start);
		int hostStart = subdomains ? start + ANY_LABELS.length() : start;
		int hostEnd = value.indexOf(':', (value.charAt(hostStart) == '[') ? value.indexOf(']', hostStart) : hostStart);
		hostEnd = (hostEnd < 0) ? value.length() : hostEnd;
		return new AllowedOrigin(value, value.substring(0, schemeEnd), subdomains, value.substring(hostStart, hostEnd),
				(hostEnd < value.length()) ? value.substring(hostEnd + 1) : "");
	}

	/** Whether the port of an origin is covered, given its scheme. */
	boolean coversPort(SerializedOrigin origin) {
		if (this.ports.equals("*")) {
			return true;
		}
		boolean defaultPort = origin.port() == SerializedOrigin.NO_PORT;
		if (!this.ports.startsWith("[")) {
			return this.ports.equals(defaultPort ? "" : Integer.toString(origin.port()));
		}
		int port = defaultPort ? defaultPort(this.scheme) : origin.port();
		for (String item : this.ports.substring(1, this.ports.length() - 1).split(",")) {
			if (item.strip().equals(Integer.toString(port))) {
				return true;
			}
		}
		return false;
	}

	private static int defaultPort(String scheme) {
		return scheme.equals("https") ? 443 : 80;
	}

}
