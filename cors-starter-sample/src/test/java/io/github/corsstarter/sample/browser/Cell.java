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

import java.util.List;

/**
 * One cell of the table: a page at an origin, and what its script asks for, one after the
 * other and at the same URL where the path is the same.
 *
 * @param page the page
 * @param requests the requests
 */
record Cell(Page page, List<PageRequest> requests) {

	static Cell of(Page page, PageRequest... requests) {
		return new Cell(page, List.of(requests));
	}

	@Override
	public String toString() {
		return String.join(", then ", this.requests.stream().map(PageRequest::toString).toList());
	}

	/**
	 * A page that a script runs in.
	 *
	 * @param url where it is
	 * @param origin its origin
	 */
	record Page(String url, String origin) {

		static Page at(String origin) {
			return new Page(origin + "/", origin);
		}

	}

}
