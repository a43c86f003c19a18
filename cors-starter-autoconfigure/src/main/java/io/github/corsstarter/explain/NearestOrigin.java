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

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The allowed origin or pattern that is nearest to an origin.
 *
 * @param allowed the nearest one
 * @param host how the hosts differ
 * @param scheme whether the schemes differ
 * @param port whether the ports differ
 */
record NearestOrigin(AllowedOrigin allowed, OriginDifference host, boolean scheme, boolean port) {

	/**
	 * Find the nearest one: one pass over all that is allowed.
	 */
	static @Nullable NearestOrigin find(CorsPolicyDefinition policy, SerializedOrigin origin,
			HostComparison comparison) {
		NearestOrigin nearest = null;
		for (List<String> list : List.of(policy.allowedOrigins(), policy.allowedOriginPatterns())) {
			for (String value : list) {
				AllowedOrigin allowed = AllowedOrigin.parse(value);
				OriginDifference host = comparison.compare(allowed);
				if (host != null) {
					NearestOrigin candidate = new NearestOrigin(allowed, host,
							!allowed.scheme().equals(origin.scheme()), !allowed.coversPort(origin));
					nearest = (nearest == null || candidate.distance() < nearest.distance()) ? candidate : nearest;
				}
			}
		}
		return nearest;
	}

	private int distance() {
		return weight() + (this.scheme ? 1 : 0) + (this.port ? 1 : 0);
	}

	private int weight() {
		return switch (this.host) {
			case NOTHING -> 0;
			case TRAILING_DOT, WWW, LOOPBACK -> 3;
			case APEX, TYPO -> 4;
			case SUBDOMAIN -> 5;
			case PARENT -> 6;
			case LOOK_ALIKE -> 8;
			default -> 10;
		};
	}

	/** What differs, what tells most first. */
	List<OriginDifference> differences() {
		List<OriginDifference> differences = new ArrayList<>();
		if (this.host != OriginDifference.NOTHING) {
			differences.add(this.host);
		}
		if (this.scheme) {
			differences.add(OriginDifference.SCHEME);
		}
		if (this.port) {
			differences.add(OriginDifference.PORT);
		}
		return List.copyOf(differences);
	}

}
