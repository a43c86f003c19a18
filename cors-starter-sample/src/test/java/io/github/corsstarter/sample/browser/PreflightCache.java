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

package io.github.corsstarter.sample.browser;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The CORS-preflight cache of a browser. Nothing expires within a test, except what may
 * not be kept at all.
 */
final class PreflightCache {

	private final Set<String> entries = new TreeSet<>();

	void add(Key key, int maxAge, List<String> methods, List<String> names) {
		if (maxAge > 0) {
			methods.forEach((method) -> this.entries.add(key + " method " + method));
			names.forEach((name) -> this.entries.add(key + " header " + name));
		}
	}

	boolean hasMethod(Key key, String method) {
		return has(key, "method " + method) || has(key, "method *");
	}

	boolean hasHeader(Key key, String name) {
		return has(key, "header " + name) || (has(key, "header *") && !name.equals("authorization"));
	}

	// An answer to a preflight for a request with credentials serves one without, too
	private boolean has(Key key, String what) {
		return this.entries.contains(new Key(key.origin(), key.uri(), true) + " " + what)
				|| this.entries.contains(key + " " + what);
	}

	/**
	 * What an entry is about.
	 *
	 * @param origin the serialized origin of the request
	 * @param uri the whole address
	 * @param credentials whether the credentials mode is {@code include}
	 */
	record Key(String origin, URI uri, boolean credentials) {

	}

}
