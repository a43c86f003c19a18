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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a request would get and why, for people. The components are the answer of the
 * endpoint {@code corsexplain}; nothing in them needs to be escaped for a log, and
 * nothing is of unbounded length.
 *
 * @param summary the answer in one sentence
 * @param request what was asked about
 * @param rule which rule governs the path, and why
 * @param preflight whether a browser sends a preflight first, and what it gets
 * @param actual the request itself, and what it gets
 * @param browser what a browser makes of it that follows the Fetch standard
 * @param nearestOrigin what differs from the nearest allowed origin, or {@code null} when
 * the origin was not refused
 * @param fixes what can be done, the best first; none where nothing is wrong
 * @param curl commands that reproduce it
 */
public record CorsExplanation(String summary, Asked request, Governance rule, Preflight preflight, Exchange actual,
		BrowserView browser, @Nullable NearestAllowed nearestOrigin, List<Fix> fixes, List<Command> curl) {

	/**
	 * What was asked about.
	 *
	 * @param method the method, as a browser sends it
	 * @param url the URL, with a placeholder for the server if none was named
	 * @param path the path that is matched, inside the context path
	 * @param origin the origin of the page, or {@code null} for a request without one
	 * @param headers the headers that the script sets
	 * @param credentials whether the script asks for credentials
	 * @param notes what was assumed, or taken in another way than it was written, and
	 * what an origin source said
	 */
	public record Asked(String method, String url, String path, @Nullable String origin, List<Field> headers,
			boolean credentials, List<String> notes) {

	}

	/**
	 * Which rule governs the path, and why.
	 *
	 * @param name the name of the rule, or {@code null} if none governs
	 * @param pattern the pattern that matched
	 * @param mode {@code enforce} or {@code report-only}
	 * @param sentence why this rule, or what decides without one
	 * @param candidates every pattern that matches the path, the most specific first
	 * @param sources where the values of the rule were configured, by key
	 * @param otherLayers the other CORS layers of the application, where they have a say
	 */
	public record Governance(@Nullable String name, @Nullable String pattern, @Nullable String mode, String sentence,
			List<Candidate> candidates, Map<String, String> sources, List<Layer> otherLayers) {

	}

	/**
	 * A pattern that matches the path.
	 *
	 * @param rule the name of its rule
	 * @param pattern the pattern
	 * @param fate {@code governs}, {@code less-specific}, {@code disabled} or
	 * {@code actuator}
	 * @param sentence what became of it
	 */
	public record Candidate(String rule, String pattern, String fate, String sentence) {

	}

	/**
	 * Another CORS layer of the application.
	 *
	 * @param kind what it is
	 * @param where where in the application it is
	 * @param wins who wins where both it and a rule act
	 */
	public record Layer(String kind, String where, String wins) {

	}

	/**
	 * Whether a browser sends a preflight first, and what it gets.
	 *
	 * @param needed whether it sends one
	 * @param sentence why, or why not
	 * @param reasons every reason for it
	 * @param exchange the preflight and its answer, or {@code null} without one
	 */
	public record Preflight(boolean needed, String sentence, List<Reason> reasons, @Nullable Exchange exchange) {

	}

	/**
	 * A reason for a preflight.
	 *
	 * @param part {@code method}, {@code header} or {@code header-values}
	 * @param name the method, or the name of the header
	 * @param sentence why it is not safelisted
	 * @param link the place in the standard
	 */
	public record Reason(String part, String name, String sentence, String link) {

	}

	/**
	 * A request and its answer.
	 *
	 * @param request the request, with the headers that CORS is about
	 * @param answer the answer
	 */
	public record Exchange(Message request, Answer answer) {

	}

	/**
	 * A request.
	 *
	 * @param method the method
	 * @param url the URL
	 * @param headers the headers
	 */
	public record Message(String method, String url, List<Field> headers) {

	}

	/**
	 * What the starter answers or adds to the answer.
	 *
	 * @param decision what becomes of the request
	 * @param reported what a rule that only reports would have decided, or {@code null}
	 * @param reason why
	 * @param status the status, or {@code null} where the application gives the answer
	 * @param headers every CORS header of the answer, and {@code Vary}
	 * @param sentence the same for people
	 */
	public record Answer(String decision, @Nullable String reported, String reason, @Nullable Integer status,
			List<Field> headers, String sentence) {

	}

	/**
	 * What a browser makes of it.
	 *
	 * @param verdict {@code allowed}, {@code blocked}, {@code same-origin},
	 * {@code not-cors}, {@code not-sent} or {@code unknown}
	 * @param sentence the same for people
	 * @param failure what fails, or {@code null}
	 * @param checks the checks that the browser makes, up to the first that fails
	 * @param console what browsers write to the console of the page, or {@code null}
	 * @param cache for how long the answer to the preflight is kept, or {@code null}
	 * @param readableHeaders the response headers that the script may read; {@code *} for
	 * all
	 * @param unreadableHeaders those that were asked for and that it may not read
	 */
	public record BrowserView(String verdict, String sentence, @Nullable String failure, List<Check> checks,
			@Nullable Console console, @Nullable Cache cache, List<String> readableHeaders,
			List<String> unreadableHeaders) {

	}

	/**
	 * A check of a browser.
	 *
	 * @param of {@code preflight} or {@code actual}
	 * @param sentence what is checked
	 * @param passed whether it passes
	 * @param link the place in the standard
	 */
	public record Check(String of, String sentence, boolean passed, String link) {

	}

	/**
	 * What browsers write to the console of the page.
	 *
	 * @param chromium what Chromium writes for {@code fetch()}, or {@code null} if
	 * nothing
	 * @param chromiumXhr what Chromium writes for {@code XMLHttpRequest}, or {@code null}
	 * @param firefox the lines that Firefox writes
	 */
	public record Console(@Nullable String chromium, @Nullable String chromiumXhr, List<String> firefox) {

	}

	/**
	 * For how long a browser keeps the answer to a preflight.
	 *
	 * @param maxAge for how long it may, in seconds
	 * @param chromium for how long Chromium does
	 * @param firefox for how long Firefox does
	 * @param sentence for which requests
	 */
	public record Cache(long maxAge, long chromium, long firefox, String sentence) {

	}

	/**
	 * The nearest allowed origin.
	 *
	 * @param value the origin or pattern, or {@code null} if none is near
	 * @param differences what differs, what tells most first
	 * @param sentence the same for people
	 */
	public record NearestAllowed(@Nullable String value, List<String> differences, String sentence) {

	}

	/**
	 * Something that can be done.
	 *
	 * @param who {@code configuration} or {@code caller}
	 * @param complete whether the request passes once this is done, and nothing else
	 * @param sentence what to do
	 * @param changes the changes of the configuration, all of them together
	 */
	public record Fix(String who, boolean complete, String sentence, List<Change> changes) {

	}

	/**
	 * A change of the configuration.
	 *
	 * @param property the property to set, or {@code null} where the rule is a bean
	 * @param place the item of the list that is added, for instance
	 * {@code cors.rules.api.allowed-origins[2]}, or the property
	 * @param source where the value is set today, or {@code null} where it is not
	 * @param value the complete new value of the property, or what is added to a long
	 * list
	 * @param yaml the lines of YAML with the new value, or of what is added
	 */
	public record Change(@Nullable String property, String place, @Nullable String source, String value, String yaml) {

	}

	/**
	 * A command that reproduces a request.
	 *
	 * @param of {@code preflight} or {@code actual}
	 * @param command the command, for a POSIX shell
	 */
	public record Command(String of, String command) {

	}

}
