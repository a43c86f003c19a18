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

import io.github.corsstarter.origin.PublicSuffixes;
import io.github.corsstarter.origin.PublicSuffixes.Coverage;
import io.github.corsstarter.origin.SerializedOrigin;

/**
 * The part of a host that one party has registered, as the Public Suffix List says: its
 * registrable domain (URL, section 3.1), or the host itself where there is none.
 */
final class Site {

	private final String host;

	private Site(String host) {
		this.host = host;
	}

	static Site of(SerializedOrigin origin) {
		return new Site(registrableDomain(origin.host()));
	}

	private static String registrableDomain(String host) {
		if (isAddress(host)) {
			return host;
		}
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		String child = name;
		String known = lastTwoLabels(name);
		for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
			String parent = name.substring(dot + 1);
			if (PublicSuffixes.coverageBelow(parent) == Coverage.PUBLIC_SUFFIX) {
				return child;
			}
			child = parent;
		}
		return known;
	}

	/** What a name of an intranet, whose last label no list knows, is told apart by. */
	private static String lastTwoLabels(String name) {
		int last = name.lastIndexOf('.');
		return name.substring((last > 0) ? name.lastIndexOf('.', last - 1) + 1 : 0);
	}

	static boolean isAddress(String host) {
		char last = host.charAt(host.length() - 1);
		return last == ']' || (last >= '0' && last <= '9' && lastLabelIsNumber(host));
	}

	private static boolean lastLabelIsNumber(String host) {
		return host.substring(host.lastIndexOf('.') + 1).chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	/** Whether a host is of this site. */
	boolean has(String other) {
		return other.endsWith(this.host) && (other.length() == this.host.length()
				|| other.charAt(other.length() - this.host.length() - 1) == '.');
	}

	@Override
	public String toString() {
		return this.host;
	}

}
