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
 * Says how an origin differs from the nearest allowed one.
 */
final class DifferenceSentence {

	private final NearestOrigin nearest;

	private final SerializedOrigin origin;

	private final Site site;

	DifferenceSentence(NearestOrigin nearest, SerializedOrigin origin, Site site) {
		this.nearest = nearest;
		this.origin = origin;
		this.site = site;
	}

	@Override
	public String toString() {
		return host() + schemeAndPort() + ": " + this.nearest.allowed().value() + " is allowed, "
				+ Printable.of(this.origin.toString()) + " is not.";
	}

	private String host() {
		String allowed = this.nearest.allowed().host();
		return switch (this.nearest.host()) {
			case TRAILING_DOT -> "A dot at the end of the host makes it another one";
			case WWW ->
				this.origin.host().startsWith("www.") ? "The host has www. in front" : "The host lacks www. in front";
			case LOOPBACK -> "The local machine has several names, and each is a host of its own";
			case APEX -> "The pattern stands for the hosts below " + allowed + ", never for " + allowed + " itself";
			case SUBDOMAIN -> "The host is below an allowed one, and an origin stands for its own host alone";
			case PARENT -> "The host is above an allowed one";
			case TYPO -> "The host differs in a few characters";
			case LOOK_ALIKE -> "The host resembles an allowed one and is of another site, " + this.site;
			case SIBLING -> "The host is another one of the same site";
			default -> "";
		};
	}

	private String schemeAndPort() {
		boolean alone = this.nearest.host() == OriginDifference.NOTHING;
		if (this.nearest.scheme() && this.nearest.port()) {
			return alone ? "Scheme and port differ" : ", and scheme and port differ, too";
		}
		if (this.nearest.scheme()) {
			return alone ? "The scheme differs" : ", and the scheme differs, too";
		}
		if (this.nearest.port()) {
			return alone ? "The port differs" : ", and the port differs, too";
		}
		return "";
	}

}
