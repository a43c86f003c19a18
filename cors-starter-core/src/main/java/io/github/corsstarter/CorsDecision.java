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

package io.github.corsstarter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter has to do with a request, and why. Immutable; most decisions are made
 * when the policy is compiled and shared by all requests that get them.
 */
public final class CorsDecision {

	private static final CorsDecision NOT_GOVERNED = new CorsDecision(Outcome.UNTOUCHED, Verdict.NOT_GOVERNED, null,
			HeaderFields.NONE, Varying.NONE);

	private final Outcome outcome;

	private final Verdict verdict;

	private final @Nullable String allowOrigin;

	private final HeaderFields headerFields;

	private final Varying varying;

	CorsDecision(Outcome outcome, Verdict verdict, @Nullable String allowOrigin, HeaderFields headerFields,
			Varying varying) {
		this.outcome = outcome;
		this.verdict = verdict;
		this.allowOrigin = allowOrigin;
		this.headerFields = headerFields;
		this.varying = varying;
	}

	/**
	 * The decision about a request that no enforced policy governs.
	 * @return the decision to do nothing
	 */
	public static CorsDecision notGoverned() {
		return NOT_GOVERNED;
	}

	/**
	 * What becomes of the request.
	 * @return the outcome
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * Why.
	 * @return the verdict
	 */
	public Verdict verdict() {
		return this.verdict;
	}

	/**
	 * Whether nothing is to be done at all: the answer is not to be touched.
	 * @return whether the outcome is {@link Outcome#UNTOUCHED}
	 */
	public boolean isUntouched() {
		return this.outcome == Outcome.UNTOUCHED;
	}

	/**
	 * Whether the request goes on to the application; otherwise it is to be answered with
	 * {@link #status()} and without a body.
	 * @return whether it goes on
	 */
	public boolean proceeds() {
		return this.outcome.proceeds();
	}

	/**
	 * The status of the answer.
	 * @return the status, or 0 when the application gives the answer
	 */
	public int status() {
		return this.outcome.status();
	}

	/**
	 * The value of {@code Access-Control-Allow-Origin}.
	 * @return an origin, {@code *}, or {@code null} when the answer must not have the
	 * field
	 */
	public @Nullable String allowOrigin() {
		return this.allowOrigin;
	}

	/**
	 * Hand every {@code Access-Control-*} field of the answer to a consumer. The answer
	 * must have no other.
	 * @param consumer what takes a name and its value
	 */
	public void forEachHeader(BiConsumer<String, String> consumer) {
		forEachHeader(consumer, BiConsumer::accept);
	}

	/**
	 * Hand every {@code Access-Control-*} field of the answer to a consumer that is told
	 * where they go, so that none has to be made for each answer. The answer must have no
	 * other.
	 * @param <T> the type of the target
	 * @param target where the fields go
	 * @param writer what takes the target, a name and its value
	 */
	public <T> void forEachHeader(T target, FieldWriter<? super T> writer) {
		if (this.allowOrigin != null) {
			writer.write(target, HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, this.allowOrigin);
		}
		this.headerFields.forEach(target, writer);
	}

	/**
	 * The {@code Access-Control-*} fields of the answer, as {@link #forEachHeader} hands
	 * them out.
	 * @return names and values, in a fixed order
	 */
	public Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		forEachHeader(headers::put);
		return Collections.unmodifiableMap(headers);
	}

	/**
	 * The members that have to be in the {@code Vary} of the answer.
	 * @return the members, possibly none
	 */
	public List<String> vary() {
		return this.varying.members();
	}

	/**
	 * {@link #vary()} as one line.
	 * @return the value of a {@code Vary} field that has no other member, or {@code null}
	 * when there is none
	 */
	public @Nullable String varyValue() {
		return this.varying.value();
	}

	@Override
	public String toString() {
		return this.outcome + " (" + this.verdict + ") " + headers();
	}

	/**
	 * Takes one field of an answer.
	 *
	 * @param <T> the type of what it goes into
	 */
	@FunctionalInterface
	public interface FieldWriter<T> {

		/**
		 * Take a field.
		 * @param target what it goes into
		 * @param name the name
		 * @param value the value
		 */
		void write(T target, String name, String value);

	}

}
