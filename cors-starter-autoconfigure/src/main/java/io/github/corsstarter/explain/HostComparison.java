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
import org.jspecify.annotations.Nullable;

/**
 * Says how the host of an origin relates to an allowed one. Every comparison is one pass
 * over the two hosts, so that ten thousand allowed origins can be gone through.
 */
final class HostComparison {

	private static final String WWW = "www.";

	/** Shorter hosts resemble each other by chance. */
	private static final int MIN_LENGTH_OF_LOOK_ALIKES = 8;

	/** The longest difference that is taken for a slip of the pen. */
	private static final int MAX_TYPO = 2;

	private final String host;

	private final Site site;

	private final boolean loopback;

	private final boolean address;

	HostComparison(SerializedOrigin origin) {
		this.host = origin.host();
		this.site = Site.of(origin);
		this.loopback = origin.isLoopback();
		this.address = Site.isAddress(this.host);
	}

	Site site() {
		return this.site;
	}

	/**
	 * How the hosts differ, {@link OriginDifference#NOTHING} when they do not,
	 * {@code null} when they are too far from each other.
	 */
	@Nullable OriginDifference compare(AllowedOrigin allowed) {
		String other = allowed.host();
		if (allowed.subdomains()) {
			return compareWithHostsBelow(other);
		}
		if (this.host.equals(other)) {
			return OriginDifference.NOTHING;
		}
		if (isJoined(this.host, other, ".") || isJoined(other, this.host, ".")) {
			return OriginDifference.TRAILING_DOT;
		}
		if (isJoined(this.host, WWW, other) || isJoined(other, WWW, this.host)) {
			return OriginDifference.WWW;
		}
		if (this.loopback && isLoopback(allowed)) {
			return OriginDifference.LOOPBACK;
		}
		if (isBelow(this.host, other)) {
			return OriginDifference.SUBDOMAIN;
		}
		if (isBelow(other, this.host)) {
			return OriginDifference.PARENT;
		}
		boolean typo = isTypo(other);
		if (this.site.has(other)) {
			return typo ? OriginDifference.TYPO : OriginDifference.SIBLING;
		}
		return (typo || isLookAlike(other)) ? OriginDifference.LOOK_ALIKE : null;
	}

	private @Nullable OriginDifference compareWithHostsBelow(String other) {
		if (isBelow(this.host, other)) {
			return OriginDifference.NOTHING;
		}
		if (this.host.equals(other)) {
			return OriginDifference.APEX;
		}
		if (isBelow(other, this.host)) {
			return OriginDifference.PARENT;
		}
		if (this.site.has(other)) {
			return OriginDifference.SIBLING;
		}
		return isLookAlike(other) ? OriginDifference.LOOK_ALIKE : null;
	}

	private static boolean isJoined(String whole, String first, String second) {
		return whole.length() == first.length() + second.length() && whole.startsWith(first) && whole.endsWith(second);
	}

	private static boolean isBelow(String host, String parent) {
		return host.length() > parent.length() && host.endsWith(parent)
				&& host.charAt(host.length() - parent.length() - 1) == '.';
	}

	private static boolean isLoopback(AllowedOrigin allowed) {
		SerializedOrigin origin = SerializedOrigin.parse("http://" + allowed.host());
		return origin != null && origin.isLoopback();
	}

	/** Whether somebody may have chosen the host for its resemblance. */
	private boolean isLookAlike(String other) {
		return !this.address && other.length() >= MIN_LENGTH_OF_LOOK_ALIKES
				&& (this.host.contains(other) || differsInLastLabel(other));
	}

	private boolean differsInLastLabel(String other) {
		int dot = this.host.lastIndexOf('.');
		return dot > 0 && other.lastIndexOf('.') == dot && other.startsWith(this.host.substring(0, dot));
	}

	/** Whether the hosts are the same but for one place of few characters. */
	private boolean isTypo(String other) {
		int shorter = Math.min(this.host.length(), other.length());
		int longer = Math.max(this.host.length(), other.length());
		if (this.address || shorter < MIN_LENGTH_OF_LOOK_ALIKES || longer - shorter > MAX_TYPO) {
			return false;
		}
		int start = 0;
		while (start < shorter && this.host.charAt(start) == other.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < shorter - start
				&& this.host.charAt(this.host.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		return longer - start - end <= MAX_TYPO;
	}

}
