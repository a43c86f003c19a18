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

import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicy.Grant;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a policy, made when it is compiled as far as they do not depend on the
 * request.
 */
final class Answers {

	private static final String TRUE = "true";

	private final CorsDecision notCors;

	private final CorsDecision sameOrigin;

	/** By the ordinal number of the verdict. */
	private final CorsDecision[] preflightRefused;

	/** By the ordinal number of the verdict. */
	private final CorsDecision[] actualNotAllowed;

	private final HeaderFields actualFields;

	private final @Nullable HeaderFields preflightFields;

	private final @Nullable String allowCredentials;

	private final AllowedMethods methods;

	private final AllowedRequestHeaders requestHeaders;

	private final String maxAge;

	private final Varying actualVarying;

	private final Varying preflightVarying;

	Answers(CorsPolicyDefinition definition, AllowedOrigins origins, AllowedMethods methods,
			AllowedRequestHeaders requestHeaders, ExposedHeaders exposedHeaders, PreflightMaxAge maxAge) {
		boolean anyOrigin = origins.isAny();
		this.allowCredentials = definition.allowCredentials() ? TRUE : null;
		this.methods = methods;
		this.requestHeaders = requestHeaders;
		this.maxAge = maxAge.value();
		this.actualVarying = anyOrigin ? Varying.NONE : Varying.BY_ORIGIN;
		this.preflightVarying = (anyOrigin && methods.isAny() && requestHeaders.isAny()) ? Varying.NONE
				: Varying.BY_PREFLIGHT;
		this.actualFields = HeaderFields.of(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, this.allowCredentials,
				HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, exposedHeaders.value());
		this.preflightFields = (methods.isEchoing() || requestHeaders.isEchoing()) ? null
				: preflightFields(methods.value(), requestHeaders.value());
		this.notCors = new CorsDecision(Outcome.NOT_CORS, Verdict.NOT_CORS, anyOrigin ? AllowedOrigins.ANY : null,
				anyOrigin ? this.actualFields : HeaderFields.NONE, this.actualVarying);
		this.sameOrigin = withoutHeaders(Outcome.SAME_ORIGIN, Verdict.SAME_ORIGIN, this.actualVarying);
		Outcome notAllowed = (definition.disallowedRequests() == DisallowedRequests.REJECT) ? Outcome.ACTUAL_REFUSED
				: Outcome.ACTUAL_PASSED_THROUGH;
		this.preflightRefused = forEachVerdict(Outcome.PREFLIGHT_REFUSED, this.preflightVarying);
		this.actualNotAllowed = forEachVerdict(notAllowed, this.actualVarying);
	}

	private static CorsDecision[] forEachVerdict(Outcome outcome, Varying varying) {
		return Stream.of(Verdict.values())
			.map((verdict) -> withoutHeaders(outcome, verdict, varying))
			.toArray(CorsDecision[]::new);
	}

	private static CorsDecision withoutHeaders(Outcome outcome, Verdict verdict, Varying varying) {
		return new CorsDecision(outcome, verdict, null, HeaderFields.NONE, varying);
	}

	private HeaderFields preflightFields(@Nullable String allowMethods, @Nullable String allowHeaders) {
		return HeaderFields.of(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, this.allowCredentials,
				HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, allowMethods, HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
				allowHeaders, HeaderNames.ACCESS_CONTROL_MAX_AGE, this.maxAge);
	}

	CorsDecision notCors() {
		return this.notCors;
	}

	CorsDecision sameOrigin() {
		return this.sameOrigin;
	}

	// An array has one look-up less than a map, and is made for every verdict
	@SuppressWarnings("EnumOrdinal")
	CorsDecision preflightRefused(Verdict verdict) {
		return this.preflightRefused[verdict.ordinal()];
	}

	@SuppressWarnings("EnumOrdinal")
	CorsDecision actualNotAllowed(Verdict verdict) {
		return this.actualNotAllowed[verdict.ordinal()];
	}

	Grant grant(String origin) {
		HeaderFields fields = this.preflightFields;
		return new Grant(origin, actualAllowed(origin), (fields != null) ? preflightAllowed(origin, fields) : null);
	}

	CorsDecision actualAllowed(String origin) {
		return new CorsDecision(Outcome.ACTUAL_ALLOWED, Verdict.ALLOWED, origin, this.actualFields, this.actualVarying);
	}

	/** The decision about an allowed preflight, whose answer may repeat its request. */
	CorsDecision preflightAllowed(String origin, String method, @Nullable NameEcho echo) {
		HeaderFields fields = this.preflightFields;
		return preflightAllowed(origin,
				(fields != null) ? fields : preflightFields(this.methods.isEchoing() ? method : this.methods.value(),
						(echo != null) ? echo.value() : this.requestHeaders.value()));
	}

	private CorsDecision preflightAllowed(String origin, HeaderFields fields) {
		return new CorsDecision(Outcome.PREFLIGHT_ALLOWED, Verdict.ALLOWED, origin, fields, this.preflightVarying);
	}

}
