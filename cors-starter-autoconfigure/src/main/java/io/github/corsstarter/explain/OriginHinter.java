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

import java.util.List;
import java.util.Set;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Outcome;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.origin.OriginFlaw;
import io.github.corsstarter.origin.OriginRepair;
import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Makes hints about origins for one policy.
 */
final class OriginHinter {

	private final CorsPolicy policy;

	private final CorsPolicyDefinition definition;

	OriginHinter(CorsPolicy policy) {
		this.policy = policy;
		this.definition = policy.definition();
	}

	OriginHint hint(String value) {
		if (value.length() > SerializedOrigin.MAX_LENGTH) {
			return hint(
					OriginDifference.TOO_LONG, "The value has " + value.length()
							+ " characters, and no origin has more than " + SerializedOrigin.MAX_LENGTH + ".",
					"Look at the client: no browser sends it.");
		}
		if (isAllowed(value)) {
			return hint(OriginDifference.NOTHING, "The origin is allowed.", "There is nothing to do.");
		}
		if (value.equals(SerializedOrigin.NULL)) {
			return hint(OriginDifference.NULL,
					"The origin is opaque: a sandboxed frame, a page from a file, or a redirect across origins sends null.",
					"Serve the page from a server of its own, without a sandbox or with allow-same-origin; null is every"
							+ " sandboxed frame of every site and cannot be allowed.");
		}
		SerializedOrigin origin = SerializedOrigin.parse(value);
		return (origin != null) ? hint(origin) : malformed(value);
	}

	private OriginHint malformed(String value) {
		if (value.indexOf(',') >= 0 || value.indexOf(' ') >= 0) {
			return hint(OriginDifference.SEVERAL, "There is more than one value, or one with a space in it.",
					"Look for what adds a second Origin between the browser and the server: browsers send one.");
		}
		OriginRepair repair = OriginRepair.of(value);
		String repaired = repair.repaired();
		String meant = (repaired != null && isAllowed(repaired)) ? repaired : null;
		OriginDifference difference = difference(repair.flaws());
		String sentence = switch (difference) {
			case CASE -> "Browsers send scheme and host in lower case";
			case PATH -> "Browsers send an origin without a path and without a slash at its end";
			case DEFAULT_PORT -> "Browsers leave out the default port";
			default -> "The value is not an origin in the form that browsers send";
		};
		return new OriginHint(List.of(difference), meant,
				sentence + ((meant != null) ? ": " + meant + " is allowed, " + Printable.of(value) + " is not."
						: ": " + Printable.of(value) + "."),
				(meant != null) ? "Send Origin: " + meant + "." : "Look at the client: no browser sends it.", null,
				meant);
	}

	private static OriginDifference difference(Set<OriginFlaw> flaws) {
		if (flaws.size() > 1) {
			return OriginDifference.MALFORMED;
		}
		return switch (flaws.iterator().next()) {
			case UPPER_CASE -> OriginDifference.CASE;
			case PATH -> OriginDifference.PATH;
			case DEFAULT_PORT -> OriginDifference.DEFAULT_PORT;
			default -> OriginDifference.MALFORMED;
		};
	}

	private OriginHint hint(SerializedOrigin origin) {
		String addition = addition(origin.toString());
		if (this.definition.allowedOrigins().isEmpty() && this.definition.allowedOriginPatterns().isEmpty()) {
			return new OriginHint(List.of(OriginDifference.CLOSED), null, "No origin is allowed at all.", add(addition),
					addition, null);
		}
		HostComparison comparison = new HostComparison(origin);
		NearestOrigin nearest = NearestOrigin.find(this.definition, origin, comparison);
		if (nearest == null) {
			return new OriginHint(List.of(OriginDifference.UNKNOWN), null,
					"No allowed origin is near " + Printable.of(origin.toString()) + ".", add(addition), addition,
					null);
		}
		String sentence = new DifferenceSentence(nearest, origin, comparison.site()).toString();
		if (nearest.host() == OriginDifference.LOOK_ALIKE) {
			return new OriginHint(nearest.differences(), nearest.allowed().value(), sentence,
					"Leave it refused, unless " + comparison.site() + " is yours.", null, null);
		}
		String instead = instead(nearest, origin);
		return new OriginHint(nearest.differences(), nearest.allowed().value(), sentence, fix(instead, addition),
				addition, instead);
	}

	private static String fix(@Nullable String instead, @Nullable String addition) {
		if (instead == null) {
			return add(addition);
		}
		String open = "Open the page from " + instead;
		return open + ((addition != null) ? ", or, if this page is yours, too, add " + addition + " to allowed-origins."
				: ".");
	}

	private static String add(@Nullable String addition) {
		return (addition != null) ? "If the page is yours, add " + addition + " to allowed-origins."
				: "Open the page over https: the rule allows credentials, and then no origin over http.";
	}

	/** The allowed origin that the page has when it is opened in another way. */
	private @Nullable String instead(NearestOrigin nearest, SerializedOrigin origin) {
		AllowedOrigin allowed = nearest.allowed();
		String host = switch (nearest.host()) {
			case NOTHING -> origin.host();
			case TRAILING_DOT, WWW, LOOPBACK, TYPO -> allowed.host();
			default -> null;
		};
		if (host == null || (nearest.port() && allowed.ports().startsWith("["))) {
			return null;
		}
		String port = nearest.port() ? allowed.ports()
				: ((origin.port() != SerializedOrigin.NO_PORT) ? Integer.toString(origin.port()) : "");
		String instead = allowed.scheme() + "://" + host + (port.isEmpty() ? "" : ":" + port);
		return isAllowed(instead) ? instead : null;
	}

	/** The origin, unless the policy could not be compiled with it. */
	private @Nullable String addition(String origin) {
		boolean possible = Rehearsal
			.isPossible(this.definition.toBuilder().allowedOrigins(origin).allowedOriginPatterns().build());
		return possible ? Printable.of(origin, SerializedOrigin.MAX_LENGTH) : null;
	}

	private boolean isAllowed(String origin) {
		CorsRequest request = CorsRequest.builder(Methods.GET).header(HeaderNames.ORIGIN, origin).build();
		return this.policy.decide(request).outcome() == Outcome.ACTUAL_ALLOWED;
	}

	private static OriginHint hint(OriginDifference difference, String sentence, String fix) {
		return new OriginHint(List.of(difference), null, sentence, fix, null, null);
	}

}
