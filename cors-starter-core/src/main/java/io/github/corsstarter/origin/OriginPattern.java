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

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A pattern for origins: {@code https://*.example.com} (one or more whole labels, never
 * the host itself), {@code http://localhost:*} (any port, the default one included),
 * {@code http://localhost:[3000,5173]} (one of these ports), or both. There is no other
 * wildcard and no regular expression. Immutable.
 */
public final class OriginPattern {

	private static final String ANY_LABELS = "*.";

	private static final String ANY_PORT = ":*";

	private static final String PORT_LIST = ":[";

	private final String value;

	private final SerializedOrigin base;

	private final boolean subdomains;

	private final boolean portWildcard;

	private final Ports ports;

	private OriginPattern(String value, SerializedOrigin base, boolean subdomains, @Nullable Ports ports) {
		this.value = value;
		this.base = base;
		this.subdomains = subdomains;
		this.portWildcard = ports != null;
		this.ports = (ports != null) ? ports : Ports.of(new TreeSet<>(Set.of(base.port())));
	}

	/**
	 * Parse a pattern.
	 * @param value the value, of any length and content
	 * @return the pattern, or {@code null} when the value is not one. Never throws
	 */
	public static @Nullable OriginPattern parse(String value) {
		if (value.length() > SerializedOrigin.MAX_LENGTH) {
			return null;
		}
		int schemeEnd = OriginSyntax.schemeEnd(value);
		if (schemeEnd < 0) {
			return null;
		}
		int hostStart = schemeEnd + OriginSyntax.SCHEME_SEPARATOR.length();
		boolean subdomains = value.startsWith(ANY_LABELS, hostStart);
		int portList = value.endsWith("]") ? value.lastIndexOf(PORT_LIST) : -1;
		int portStart = value.endsWith(ANY_PORT) ? value.length() - ANY_PORT.length() : portList;
		Ports ports = null;
		if (portStart >= 0) {
			ports = (portList >= 0) ? ports(value, portList + PORT_LIST.length(), schemeEnd) : Ports.ANY;
			if (ports == null) {
				return null;
			}
		}
		int baseEnd = (ports != null) ? portStart : value.length();
		int labelsStart = subdomains ? hostStart + ANY_LABELS.length() : hostStart;
		SerializedOrigin base = SerializedOrigin
			.parse(value.substring(0, hostStart) + value.substring(labelsStart, baseEnd));
		if (base == null || (ports != null && base.port() != SerializedOrigin.NO_PORT)
				|| (subdomains && base.isAddress())) {
			return null;
		}
		return new OriginPattern(value, base, subdomains, ports);
	}

	private static @Nullable Ports ports(String value, int start, int schemeEnd) {
		SortedSet<Integer> ports = new TreeSet<>();
		int listEnd = value.length() - 1;
		int position = start;
		while (position <= listEnd) {
			int comma = value.indexOf(',', position);
			int end = (comma < 0) ? listEnd : comma;
			String item = value.substring(position, end).strip();
			int port = OriginSyntax.port(item, 0, item.length());
			if (port < 0) {
				return null;
			}
			ports.add((port == OriginSyntax.defaultPort(value, schemeEnd)) ? SerializedOrigin.NO_PORT : port);
			position = end + 1;
		}
		return Ports.of(ports);
	}

	/**
	 * Whether an origin is one of those that this pattern stands for.
	 * @param origin the origin
	 * @return whether scheme, host and port are covered
	 */
	public boolean matches(SerializedOrigin origin) {
		return origin.scheme().equals(this.base.scheme()) && coversHost(origin.host(), false)
				&& this.ports.contains(origin.port());
	}

	/**
	 * Whether every origin that another pattern stands for is one of this one's, too.
	 * @param other the other pattern
	 * @return whether the other pattern adds nothing to this one
	 */
	public boolean covers(OriginPattern other) {
		return other.base.scheme().equals(this.base.scheme()) && coversHost(other.base.host(), other.subdomains)
				&& this.ports.covers(other.ports);
	}

	private boolean coversHost(String host, boolean hostWithSubdomains) {
		if (this.subdomains && host.endsWith("." + this.base.host())) {
			return true;
		}
		return host.equals(this.base.host()) && this.subdomains == hostWithSubdomains;
	}

	/**
	 * Whether the pattern has a wildcard or a port list; without one it is an origin.
	 * @return whether it stands for more than one origin
	 */
	public boolean hasWildcard() {
		return this.subdomains || this.portWildcard;
	}

	/**
	 * Whether the pattern stands for the hosts below its host.
	 * @return whether the host starts with a wildcard
	 */
	public boolean hasSubdomains() {
		return this.subdomains;
	}

	/**
	 * The scheme.
	 * @return the scheme, in lower case
	 */
	public String scheme() {
		return this.base.scheme();
	}

	/**
	 * The host behind the wildcard.
	 * @return the host, in lower case, without {@code *.}
	 */
	public String host() {
		return this.base.host();
	}

	/**
	 * Whether all hosts of the pattern are loopback names or addresses.
	 * @return as {@link SerializedOrigin#isLoopback()}
	 */
	public boolean isLoopback() {
		return this.base.isLoopback();
	}

	Ports ports() {
		return this.ports;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OriginPattern pattern && this.value.equals(pattern.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/**
	 * The pattern as it was written.
	 * @return the value that was parsed
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
