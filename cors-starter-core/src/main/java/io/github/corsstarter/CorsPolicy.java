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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.SerializedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy, which answers every request with a decision as the Fetch standard
 * asks (section 3.3, "CORS protocol"). Immutable, safe for use by several threads. No
 * request makes {@link #decide} throw, or work longer than the length of its fields asks
 * for.
 */
public final class CorsPolicy {

	private static final CorsDecision WEBSOCKET_HANDSHAKE = new CorsDecision(Outcome.UNTOUCHED,
			Verdict.WEBSOCKET_HANDSHAKE, null, HeaderFields.NONE, Varying.NONE);

	private final CorsPolicyDefinition definition;

	private final List<PolicyProblem> warnings;

	private final AllowedOrigins origins;

	private final AllowedMethods methods;

	private final AllowedRequestHeaders requestHeaders;

	private final Answers answers;

	private final Map<String, Grant> grants = new HashMap<>();

	private final @Nullable Grant anyGrant;

	private CorsPolicy(CorsPolicyDefinition definition, Problems problems) {
		this.origins = AllowedOrigins.compile(definition, problems);
		this.methods = AllowedMethods.compile(definition, problems);
		this.requestHeaders = AllowedRequestHeaders.compile(definition, problems);
		ExposedHeaders exposedHeaders = ExposedHeaders.compile(definition, problems);
		PreflightMaxAge maxAge = PreflightMaxAge.compile(definition, problems);
		this.warnings = problems.toList();
		this.definition = definition.toBuilder()
			.allowedOrigins(List.copyOf(this.origins.exact()))
			.allowedOriginPatterns(this.origins.patterns())
			.allowedMethods(List.copyOf(this.methods.names()))
			.allowedHeaders(List.copyOf(this.requestHeaders.names()))
			.exposedHeaders(List.copyOf(exposedHeaders.names()))
			.maxAge(maxAge.duration())
			.build();
		this.answers = new Answers(definition, this.origins, this.methods, this.requestHeaders, exposedHeaders, maxAge);
		this.anyGrant = this.origins.isAny() ? this.answers.grant(AllowedOrigins.ANY) : null;
		if (this.anyGrant == null) {
			this.origins.exact().forEach((origin) -> this.grants.put(origin, this.answers.grant(origin)));
		}
	}

	/**
	 * Compile a definition.
	 * @param definition what was declared
	 * @return the policy
	 * @throws InvalidCorsPolicyException if the definition has an error, with all of its
	 * problems
	 */
	public static CorsPolicy compile(CorsPolicyDefinition definition) {
		Problems problems = new Problems();
		CorsPolicy policy = new CorsPolicy(definition, problems);
		if (problems.hasErrors()) {
			throw new InvalidCorsPolicyException(problems.toList());
		}
		return policy;
	}

	/**
	 * The normalized form of what was declared. Compiling it yields an equal policy.
	 * @return the definition
	 */
	public CorsPolicyDefinition definition() {
		return this.definition;
	}

	/**
	 * What is odd about the definition without being an error.
	 * @return problems with severity {@link Severity#WARNING}, possibly none
	 */
	public List<PolicyProblem> warnings() {
		return this.warnings;
	}

	/**
	 * Decide on a request.
	 * @param request the request
	 * @return what to do with it, and why
	 */
	public CorsDecision decide(CorsRequest request) {
		return decide(request, false);
	}

	/**
	 * Decide on a request whose origin somebody else may have allowed, for instance a
	 * registry of tenants. The answer is the one that an entry of the policy for that
	 * origin would give. It makes no difference where no such entry is possible: an
	 * origin that is malformed or {@code null} stays refused, and so does one that is not
	 * encrypted where the policy asks for that. Two equal verdicts, with and without, say
	 * that nobody needs to be asked.
	 * @param request the request
	 * @param originAllowed whether the origin of the request is allowed, even if no entry
	 * of the policy allows it
	 * @return what to do with it, and why
	 */
	public CorsDecision decide(CorsRequest request, boolean originAllowed) {
		if (RequestKind.isWebSocketHandshake(request)) {
			return WEBSOCKET_HANDSHAKE;
		}
		String origin = request.origin();
		if (origin == null) {
			return this.answers.notCors();
		}
		if (this.anyGrant != null) {
			// everyone gets the same answer, so nobody needs to be told apart
			return decide(request, this.anyGrant);
		}
		if (RequestKind.isSameOrigin(request, origin)) {
			return this.answers.sameOrigin();
		}
		// a hash reads the whole value, and none of the allowed ones is so long
		Grant grant = (origin.length() <= SerializedOrigin.MAX_LENGTH) ? this.grants.get(origin) : null;
		return (grant != null) ? decide(request, grant)
				: decide(request, origin, this.origins.match(origin, originAllowed));
	}

	private CorsDecision decide(CorsRequest request, Grant grant) {
		String method = RequestKind.preflightMethod(request);
		return (method != null) ? preflight(request, method, grant.origin(), grant.preflight()) : grant.actual();
	}

	/** Decide where nothing is ready for the origin. */
	private CorsDecision decide(CorsRequest request, String origin, Verdict verdict) {
		String method = RequestKind.preflightMethod(request);
		if (verdict != Verdict.ALLOWED) {
			return (method != null) ? this.answers.preflightRefused(verdict) : this.answers.actualNotAllowed(verdict);
		}
		return (method != null) ? preflight(request, method, origin, null) : this.answers.actualAllowed(origin);
	}

	/**
	 * Method, then request headers (Fetch, section 4.8, "CORS-preflight fetch").
	 * @param ready the decision to allow it, or {@code null} when it has to be made
	 */
	private CorsDecision preflight(CorsRequest request, String method, String origin, @Nullable CorsDecision ready) {
		Verdict verdict = this.methods.check(method);
		if (verdict != Verdict.ALLOWED) {
			return this.answers.preflightRefused(verdict);
		}
		NameEcho echo = this.requestHeaders.isEchoing() ? new NameEcho() : null;
		verdict = this.requestHeaders.check(request.accessControlRequestHeaders(), echo);
		if (verdict != Verdict.ALLOWED) {
			return this.answers.preflightRefused(verdict);
		}
		return (ready != null) ? ready : this.answers.preflightAllowed(origin, method, echo);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CorsPolicy policy && this.definition.equals(policy.definition);
	}

	@Override
	public int hashCode() {
		return this.definition.hashCode();
	}

	@Override
	public String toString() {
		return this.definition.toString();
	}

	/**
	 * The decisions about an allowed origin.
	 *
	 * @param origin the value of {@code Access-Control-Allow-Origin}
	 * @param actual the decision about an actual request
	 * @param preflight the decision about an allowed preflight, or {@code null} when it
	 * has to repeat something of the request
	 */
	record Grant(String origin, CorsDecision actual, @Nullable CorsDecision preflight) {

	}

}
