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

package io.github.corsstarter.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.VaryField;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

/**
 * Makes the {@code Access-Control-*} fields of a response those of a decision: at once,
 * so that nobody behind believes that CORS is still to be done, and once more right
 * before the response is committed, whatever was written into them in between.
 */
final class AppliedDecision implements Supplier<Mono<Void>> {

	private final CorsDecision decision;

	private final HttpHeaders headers;

	AppliedDecision(CorsDecision decision, HttpHeaders headers) {
		this.decision = decision;
		this.headers = headers;
	}

	@Override
	public Mono<Void> get() {
		replace();
		return Mono.empty();
	}

	void replace() {
		removeForeign();
		this.decision.forEachHeader(this.headers::set);
		String vary = this.decision.varyValue();
		List<String> present = HeaderLines.get(this.headers, HeaderNames.VARY);
		if (vary != null) {
			this.headers.set(HeaderNames.VARY,
					(present != null) ? VaryField.merge(present, this.decision.vary()) : vary);
		}
	}

	private void removeForeign() {
		List<String> foreign = new ArrayList<>(4);
		this.headers.forEach((name, lines) -> {
			if (HeaderNames.isAccessControl(name)) {
				foreign.add(name);
			}
		});
		foreign.forEach((name) -> HeaderLines.remove(this.headers, name));
	}

}
