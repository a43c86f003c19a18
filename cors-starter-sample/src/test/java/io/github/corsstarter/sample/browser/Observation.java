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
import java.util.SortedSet;

/**
 * What can be seen of a request from outside, as it was decided or as it happened.
 *
 * @param script what the script got: {@code status 200}, or {@code TypeError}
 * @param readableHeaders the names of the headers that the script could read
 * @param server the requests that reached the server
 */
record Observation(String script, SortedSet<String> readableHeaders, List<Arrival> server) {

	/** Only what the script can see. */
	Observation ofTheScript() {
		return new Observation(this.script, this.readableHeaders, List.of());
	}

	@Override
	public String toString() {
		return "%n  the script got %s, readable: %s%n  the server saw %s".formatted(this.script, this.readableHeaders,
				this.server);
	}

	/**
	 * A request that reached the server.
	 *
	 * @param request method, host and path
	 * @param origin the {@code Origin}, or {@code none}
	 * @param asked for a preflight the method and the names that it asks for, else empty
	 * @param cookie whether a cookie came along
	 */
	record Arrival(String request, String origin, String asked, boolean cookie) {

		@Override
		public String toString() {
			return "%s (Origin: %s)%s%s".formatted(this.request, this.origin,
					this.asked.isEmpty() ? "" : " asks for " + this.asked, this.cookie ? " with cookie" : "");
		}

	}

}
