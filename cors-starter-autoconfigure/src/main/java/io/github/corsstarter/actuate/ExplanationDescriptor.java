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

package io.github.corsstarter.actuate;

import java.util.List;

import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsExplanation.Asked;
import io.github.corsstarter.explain.CorsExplanation.BrowserView;
import io.github.corsstarter.explain.CorsExplanation.Command;
import io.github.corsstarter.explain.CorsExplanation.Exchange;
import io.github.corsstarter.explain.CorsExplanation.Fix;
import io.github.corsstarter.explain.CorsExplanation.Governance;
import io.github.corsstarter.explain.CorsExplanation.NearestAllowed;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A {@link CorsExplanation} as the endpoint answers it, in the actuator's own JSON,
 * whatever form the application gives to its own.
 *
 * @param summary the answer in one sentence
 * @param request what was asked about
 * @param rule which rule governs the path, and why
 * @param preflight whether a browser sends a preflight first, and what it gets
 * @param actual the request itself, and what it gets
 * @param browser what a browser makes of it
 * @param nearestOrigin what differs from the nearest allowed origin, or {@code null}
 * @param fixes what can be done
 * @param curl commands that reproduce it
 */
public record ExplanationDescriptor(String summary, Asked request, Governance rule, Preflight preflight,
		Exchange actual, BrowserView browser, @Nullable NearestAllowed nearestOrigin, List<Fix> fixes,
		List<Command> curl) implements OperationResponseBody {

	static ExplanationDescriptor of(CorsExplanation explanation) {
		return new ExplanationDescriptor(explanation.summary(), explanation.request(), explanation.rule(),
				explanation.preflight(), explanation.actual(), explanation.browser(), explanation.nearestOrigin(),
				explanation.fixes(), explanation.curl());
	}

}
