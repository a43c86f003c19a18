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

package io.github.corsstarter.rule;

import java.util.concurrent.CompletionStage;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsRequest;
import io.github.corsstarter.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is left to ask an origin source before a request can be decided on.
 *
 * @param lookup what is asked
 * @param origin the origin that it is asked about
 * @param allowed the decision if the origin is allowed
 * @param notAllowed the decision if it is not
 */
record OriginQuestion(OriginLookup lookup, String origin, CorsDecision allowed, CorsDecision notAllowed) {

	/**
	 * The question that a decision leaves open: whether an origin is allowed that no
	 * entry allows, but an entry could.
	 * @return the question, null if there is none
	 */
	static @Nullable OriginQuestion of(CompiledRule rule, CorsRequest request, CorsDecision decision) {
		OriginLookup lookup = rule.originLookup();
		if (lookup == null || decision.verdict() != Verdict.ORIGIN_NOT_ALLOWED) {
			return null;
		}
		String origin = request.origin();
		CorsDecision allowed = rule.policy().decide(request, true);
		return (origin != null && allowed.verdict() != Verdict.ORIGIN_NOT_ALLOWED)
				? new OriginQuestion(lookup, origin, allowed, decision) : null;
	}

	/** The decision, null if the source has to be asked. */
	@Nullable CorsDecision known() {
		Boolean known = this.lookup.known(this.origin);
		return (known != null) ? decision(known) : null;
	}

	CompletionStage<CorsDecision> ask() {
		return this.lookup.ask(this.origin).thenApply(this::decision);
	}

	/** The decision, waited for if the source has to be asked. */
	CorsDecision await() {
		CorsDecision known = known();
		return (known != null) ? known : ask().toCompletableFuture().join();
	}

	private CorsDecision decision(boolean isAllowed) {
		return isAllowed ? this.allowed : this.notAllowed;
	}

}
