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

import org.jspecify.annotations.Nullable;

/**
 * A tuple origin in the one form that browsers serialize it to: the
 * {@code serialized-origin} of the Fetch standard (section 3.2), without {@code null}.
 * Parsing is strict and bounded: what no browser sends is not parsed. Immutable.
 */
public final class SerializedOrigin {

	/**
	 * The longest value that is looked at, in characters: scheme and port included, a
	 * host has 253 at most.
	 */
	public static final int MAX_LENGTH = 512;

	/** The serialization of an opaque origin, which every sandboxed frame has. */
	public static final String NULL = "null";

	/** The port of an origin that names none: the default port of its scheme. */
	public static final int NO_PORT = -1;

	private final String value;

	private final int schemeEnd;

	private final int hostEnd;

	private final int port;

	private SerializedOrigin(String value, int schemeEnd, int hostEnd, int port) {
		this.value = value;
		this.schemeEnd = schemeEnd;
		this.hostEnd = hostEnd;
		this.port = port;
	}

	/**
	 * Parse a serialized origin.
	 * @param value the value, of any length and content
	 * @return the origin, or {@code null} when the value is not the serialization of a
	 * tuple origin. Never throws
	 */
	public static @Nullable SerializedOrigin parse(String value) {
		// as short as it is, so that a compiler can do without the object
		long parts = split(value);
		return (parts >= 0)
				? new SerializedOrigin(value, (int) (parts >>> 48), (int) (parts >>> 32) & 0xffff, (int) parts) : null;
	}

	/** Where the scheme ends, where the host ends, and the port, in one number; or -1. */
	private static long split(String value) {
		if (value.length() > MAX_LENGTH) {
			return -1;
		}
		int schemeEnd = OriginSyntax.schemeEnd(value);
		if (schemeEnd < 0) {
			return -1;
		}
		int hostStart = schemeEnd + OriginSyntax.SCHEME_SEPARATOR.length();
		int hostEnd = OriginSyntax.hostEnd(value, hostStart);
		if (hostEnd < 0) {
			return -1;
		}
		if (hostEnd == value.length()) {
			return parts(schemeEnd, hostEnd, NO_PORT);
		}
		int port = OriginSyntax.port(value, hostEnd + 1, value.length());
		if (value.charAt(hostEnd) != ':' || port < 0 || port == OriginSyntax.defaultPort(value, schemeEnd)) {
			return -1;
		}
		return parts(schemeEnd, hostEnd, port);
	}

	private static long parts(int schemeEnd, int hostEnd, int port) {
		return ((long) schemeEnd << 48) | ((long) hostEnd << 32) | (port & 0xffffffffL);
	}

	/**
	 * The scheme, in lower case.
	 * @return the scheme
	 */
	public String scheme() {
		return this.value.substring(0, this.schemeEnd);
	}

	/**
	 * The host, in lower case; an IPv6 address with its brackets.
	 * @return the host
	 */
	public String host() {
		return this.value.substring(hostStart(), this.hostEnd);
	}

	/**
	 * The port.
	 * @return the port, or {@value #NO_PORT} for the default port of the scheme
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Whether the host is a loopback name or address, which a browser treats as
	 * potentially trustworthy whatever the scheme (Secure Contexts, section 3.1).
	 * @return whether it is {@code localhost}, a name below it, {@code 127.0.0.0/8} or
	 * {@code [::1]}
	 */
	public boolean isLoopback() {
		return OriginSyntax.isLoopback(host());
	}

	/** Whether the host is an IP address, which has no names below it. */
	boolean isAddress() {
		char last = this.value.charAt(this.hostEnd - 1);
		return last == ']' || Ipv4.isCanonical(this.value, hostStart(), this.hostEnd);
	}

	int schemeEnd() {
		return this.schemeEnd;
	}

	int hostStart() {
		return this.schemeEnd + OriginSyntax.SCHEME_SEPARATOR.length();
	}

	int hostEnd() {
		return this.hostEnd;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SerializedOrigin origin && this.value.equals(origin.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/**
	 * The serialization.
	 * @return the value that was parsed
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
