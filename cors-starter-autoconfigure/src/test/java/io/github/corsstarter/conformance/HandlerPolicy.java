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

package io.github.corsstarter.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an answer to an actual request must look like when a handler of a rule gave it. No
 * more than rules with exact origins, or any origin, need.
 *
 * @param origins the origins that the rule lists
 * @param credentials whether it allows credentials
 */
record HandlerPolicy(Set<String> origins, boolean credentials) {

	static HandlerPolicy of(JsonNode rule) {
		return new HandlerPolicy(Tables.texts(rule.get("allowed-origins")).collect(Collectors.toSet()),
				rule.path("allow-credentials").asBoolean());
	}

	/**
	 * The handlers without a rule.
	 * @return the policy that adds nothing
	 */
	static HandlerPolicy none() {
		return new HandlerPolicy(Set.of(), false);
	}

	void assertGoverns(String origin, RawResponse response) {
		assertThat(response.lines("Access-Control-Allow-Origin"))
			.as("Access-Control-Allow-Origin of the handler's rule")
			.isEqualTo(allowedOrigin(origin));
		assertThat(response.lines("Access-Control-Allow-Credentials"))
			.as("Access-Control-Allow-Credentials of the handler's rule")
			.isEqualTo((this.credentials && this.origins.contains(origin)) ? List.of("true") : List.of());
	}

	List<String> allowedOrigin(String origin) {
		if (this.origins.contains("*")) {
			return List.of("*");
		}
		return this.origins.contains(origin) ? List.of(origin) : List.of();
	}

}
